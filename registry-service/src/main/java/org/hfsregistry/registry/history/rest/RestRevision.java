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
 * A revision that was received, on the wire: what it says, who sent it and when, and what became of it.
 *
 * @param position positions of one hospital go up in the order in which it submitted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestRevision(
        String outcomeId,
        int revision,
        String status,
        @Nullable String reason,
        Instant submittedAt,
        String submittedBy,
        Instant decidedAt,
        Position position,
        @JsonRawValue String outcome) {

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
                        new String(OutcomeJson.write(arrival.outcome()), UTF_8));
            case Arrival.Unreadable _, Arrival.Redacted _, Arrival.OfErasure _ ->
                throw new IllegalStateException(
                        "no treatment is known of " + decision.arrival().position());
        };
    }
}
