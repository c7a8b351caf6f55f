package org.hfsregistry.registry.history.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.history.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was received, on the wire: what it says, who sent it and when, and what became of it; or a merge of the patient.
 *
 * @param outcome there where it is no merge
 * @param position positions of one hospital go up in the order in which it submitted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestRevision(
        @Nullable String outcomeId,
        @Nullable Integer revision,
        String status,
        @Nullable String reason,
        Instant submittedAt,
        String submittedBy,
        Instant decidedAt,
        Position position,
        @JsonRawValue @Nullable String outcome,
        @Nullable Merged merge) {

    static RestRevision of(Decision decision) {
        return switch (decision.arrival()) {
            case Arrival.OfOutcome arrival ->
                new RestRevision(
                        arrival.outcome().outcomeId(),
                        arrival.outcome().revision(),
                        decision.verdict().status().code(),
                        decision.verdict().reason().orElse(null),
                        arrival.submittedAt(),
                        arrival.submittedBy(),
                        decision.decidedAt(),
                        arrival.position(),
                        new String(OutcomeJson.write(arrival.outcome()), UTF_8),
                        null);
            case Arrival.OfMerge merge ->
                new RestRevision(
                        null,
                        null,
                        decision.verdict().status().code(),
                        decision.verdict().reason().orElse(null),
                        merge.submittedAt(),
                        merge.submittedBy(),
                        decision.decidedAt(),
                        merge.position(),
                        null,
                        Merged.of(decision.id(), merge));
            case Arrival.Unreadable _, Arrival.Redacted _, Arrival.OfErasure _ ->
                throw new IllegalStateException(
                        "no treatment is known of " + decision.arrival().position());
        };
    }

    /**
     * That the treatment's patient was merged with another, or that this was undone.
     *
     * @param patientId of the one that stays
     */
    record Merged(String id, String patientId, String mergedPatientId, boolean undone) {
        static Merged of(String id, Arrival.OfMerge merge) {
            return new Merged(id, merge.staying().value(), merge.merged().value(), merge.undone());
        }
    }
}
