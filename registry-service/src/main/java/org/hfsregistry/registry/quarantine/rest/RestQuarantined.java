package org.hfsregistry.registry.quarantine.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.jspecify.annotations.Nullable;

/** A quarantined arrival on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestQuarantined(
        String id,
        @Nullable String hospitalId,
        @Nullable String outcomeId,
        String code,
        String message,
        String fix,
        Instant submittedAt,
        String submittedBy,
        Instant quarantinedAt,
        Position position,
        @JsonRawValue @Nullable String outcome) {

    static RestQuarantined of(Quarantined quarantined) {
        Arrival arrival = quarantined.arrival();
        return new RestQuarantined(
                quarantined.id(),
                arrival.hospitalId().orElse(null),
                arrival.outcomeId().orElse(null),
                quarantined.refusal().code(),
                quarantined.refusal().message(),
                quarantined.refusal().remedy(),
                arrival.submittedAt(),
                arrival.submittedBy(),
                quarantined.quarantinedAt(),
                arrival.position(),
                arrival instanceof Arrival.OfOutcome readable
                        ? new String(OutcomeJson.write(readable.outcome()), UTF_8)
                        : null);
    }
}
