package org.hfsregistry.registry.quarantine;

import java.time.Instant;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;

/** An arrival that could not be registered, and why. */
public record Quarantined(Arrival arrival, Refusal refusal, Instant quarantinedAt) {

    /** The key in the store and in the address of it. */
    public String id() {
        return id(arrival.position());
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
