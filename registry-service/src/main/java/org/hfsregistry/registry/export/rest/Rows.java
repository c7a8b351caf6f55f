package org.hfsregistry.registry.export.rest;

import java.io.IOException;
import org.hfsregistry.contract.outcome.Outcome;

/** Writes outcomes, a row each. There is no closing it: an export that broke off would be ended like one that is whole. */
interface Rows {

    /** What stands before the first row. */
    void begin() throws IOException;

    /** A row. */
    void add(Outcome outcome) throws IOException;

    /** Hands over what is held back. */
    void flush() throws IOException;
}
