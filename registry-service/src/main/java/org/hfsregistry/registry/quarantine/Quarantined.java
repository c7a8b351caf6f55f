package org.hfsregistry.registry.quarantine;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;

/** An arrival that somebody has to see to, and why: it could not be registered, or retracts something that never came. */
public record Quarantined(Arrival arrival, Refusal refusal, Instant quarantinedAt) {

    /** The key in the store and in the address of it. */
    public String id() {
        return id(arrival.position());
    }

    /** The outcome that it waits for, to take it away; absent where it is no retraction of something that never came. */
    public Optional<String> awaited() {
        return refusal.isOfUnknown()
                        && arrival instanceof Arrival.OfOutcome readable
                        && readable.outcome() instanceof Retraction retraction
                ? Optional.of(retraction.retracts())
                : Optional.empty();
    }

    /** What is left of it when its patient was erased. */
    public Quarantined redacted() {
        return new Quarantined(Arrival.Redacted.of(arrival), Refusal.patientErased(), quarantinedAt);
    }

    /** Keys sort as their positions do. */
    public static String id(Position position) {
        return position.key();
    }
}
