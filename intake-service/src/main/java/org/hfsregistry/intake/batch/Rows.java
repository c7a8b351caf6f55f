package org.hfsregistry.intake.batch;

import java.io.IOException;
import java.util.Optional;

/** The rows of a batch, while it is being uploaded. */
public interface Rows {

    /**
     * Waits for the next row; empty after the last.
     *
     * @throws IOException if the client is gone
     */
    Optional<Row> next() throws IOException;
}
