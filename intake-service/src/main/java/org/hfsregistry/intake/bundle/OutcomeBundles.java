package org.hfsregistry.intake.bundle;

import java.nio.ByteBuffer;
import org.hfsregistry.contract.clinical.Fault;

/** Reads bundles: outcomes that come together in the words of a hospital's record system. */
public interface OutcomeBundles {

    /** Reads one; never throws because of what stands there. */
    Reading read(ByteBuffer body);

    /** The answer to a body that is no bundle. */
    byte[] refusal(Fault fault);

    /** What reading came to. */
    sealed interface Reading {

        /** A bundle, whatever its entries are worth. */
        record Read(OutcomeBundle bundle) implements Reading {}

        /** No bundle at all. */
        record Unreadable(Fault fault) implements Reading {}
    }
}
