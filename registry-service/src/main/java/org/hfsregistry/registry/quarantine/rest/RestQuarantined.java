package org.hfsregistry.registry.quarantine.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.quarantine.ListQuarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.quarantine.Resubmission;
import org.hfsregistry.registry.quarantine.Standing;
import org.jspecify.annotations.Nullable;

/** A quarantined arrival on the wire, and how it stands since. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestQuarantined(
        String id,
        String state,
        @Nullable String hospitalId,
        @Nullable String outcomeId,
        String code,
        String message,
        String fix,
        Instant submittedAt,
        String submittedBy,
        Instant quarantinedAt,
        Position position,
        @Nullable RestResubmission resubmission,
        Standing.@Nullable Resolution resolvedBy,
        @JsonRawValue @Nullable String outcome) {

    static RestQuarantined of(Caller caller, ListQuarantine.Listed listed) {
        Quarantined quarantined = listed.quarantined();
        Arrival arrival = quarantined.arrival();
        return new RestQuarantined(
                quarantined.id(),
                listed.standing().state().code(),
                arrival.hospitalId().orElse(null),
                arrival.outcomeId().orElse(null),
                quarantined.refusal().code(),
                quarantined.refusal().message(),
                listed.standing().state() == Standing.State.RESOLVED && !(arrival instanceof Arrival.Redacted)
                        ? "nothing is left to do. " + settled(listed.standing())
                        : quarantined.refusal().remedy(),
                arrival.submittedAt(),
                arrival.submittedBy(),
                quarantined.quarantinedAt(),
                arrival.position(),
                listed.resubmission()
                        .map(resubmission ->
                                RestResubmission.of(caller, arrival.hospitalId().orElseThrow(), resubmission))
                        .orElse(null),
                listed.standing().resolvedBy().orElse(null),
                arrival instanceof Arrival.OfOutcome readable
                        ? new String(OutcomeJson.write(readable.outcome()), UTF_8)
                        : null);
    }

    /** By what something is resolved, in words. */
    static String settled(Standing standing) {
        return standing.resolvedBy()
                .map(by -> "Outcome %s, revision %d, came in its stead".formatted(by.outcomeId(), by.revision()))
                .orElse("Its patient was erased");
    }

    /**
     * How it was submitted again here, the last time.
     *
     * @param receipt the address of the receipt of what was submitted
     */
    record RestResubmission(String outcomeId, int revision, Position position, Instant at, String by, String receipt) {
        static RestResubmission of(Caller caller, String hospitalId, Resubmission resubmission) {
            return new RestResubmission(
                    resubmission.outcomeId(),
                    resubmission.revision(),
                    resubmission.position(),
                    resubmission.at(),
                    resubmission.by(),
                    caller.address("/v1/outcomes/" + resubmission.outcomeId(), hospitalId));
        }
    }
}
