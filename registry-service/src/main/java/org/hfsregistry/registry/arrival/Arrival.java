package org.hfsregistry.registry.arrival;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;

/** One entry of the log of submitted outcomes, as the registry meets it. */
public sealed interface Arrival {

    /** Where it stands in the log. */
    Position position();

    /** When intake took it; where that can't be read, when the log did. */
    Instant submittedAt();

    /** The client that sent it; empty where that can't be read. */
    String submittedBy();

    /** Whose it is; absent where that can't be read. */
    Optional<String> hospitalId();

    /** The hospital's own id of it; absent where that can't be read. */
    Optional<String> outcomeId();

    /** An outcome. */
    record OfOutcome(Position position, Instant submittedAt, String submittedBy, Outcome outcome) implements Arrival {
        @Override
        public Optional<String> hospitalId() {
            return Optional.of(outcome.hospitalId());
        }

        @Override
        public Optional<String> outcomeId() {
            return Optional.of(outcome.outcomeId());
        }
    }

    /** Something that is no outcome of this contract, and why. Its bytes are left where they are: who knows what is in them. */
    record Unreadable(
            Position position,
            Instant submittedAt,
            String submittedBy,
            Optional<String> hospitalId,
            Optional<String> outcomeId,
            Refusal refusal)
            implements Arrival {}
}
