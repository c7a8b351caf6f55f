package org.hfsregistry.registry.quarantine;

import java.time.Instant;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.contract.registered.Position;

/** The log of submitted outcomes, to put one in as intake does; and erasures and merges of patients, which only the registry puts in. */
public interface SubmittedLog {

    /**
     * Puts an outcome at the end of its hospital's order, and returns when it is safe.
     *
     * @throws Unavailable where that is not known; it may be in the log nevertheless
     */
    Position append(Outcome outcome, String clientId, Instant at);

    /**
     * Puts the erasure of a patient at the end of its hospital's order, and returns when it is safe.
     *
     * @throws Unavailable where that is not known; it may be in the log nevertheless
     */
    Position append(PatientErasure erasure, String clientId, Instant at);

    /**
     * Puts the merge of two patients, or its undoing, at the end of their hospital's order, and returns when it is safe.
     *
     * @throws Unavailable where that is not known; it may be in the log nevertheless
     */
    Position append(PatientMerge merge, String clientId, Instant at);

    /** Thrown where the log did not acknowledge an outcome. */
    final class Unavailable extends RuntimeException {
        /** For this reason. */
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
