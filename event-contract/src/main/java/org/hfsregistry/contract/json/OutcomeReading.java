package org.hfsregistry.contract.json;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;

/** What reading an outcome came to. */
public sealed interface OutcomeReading {

    /** An outcome without a fault, and what is odd about it. */
    record Accepted(Outcome outcome, List<Fault> warnings) implements OutcomeReading {}

    /** No outcome, and everything that is wrong; the outcomeId where it could be read. */
    record Refused(Optional<String> outcomeId, List<Fault> faults) implements OutcomeReading {}
}
