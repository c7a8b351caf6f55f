package org.hfsregistry.registry.receipt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.receipt.Counting;
import org.hfsregistry.registry.receipt.FindReceipts;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A receipt on the wire: what became of the last arrival, and which revision counts.
 *
 * @param counts absent where no revision does
 * @param countedFrom an answer of analytics whose positions have reached all of these reckons with this receipt: it includes the
 *     outcome, or what superseded it. Absent until the registry knows them, and of what could not be registered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestReceipt(
        String outcomeId,
        String hospitalId,
        @Nullable Integer revision,
        String status,
        @Nullable String reason,
        Instant submittedAt,
        Instant registeredAt,
        Position position,
        @Nullable Counting counts,
        @Nullable List<RestPublished> countedFrom) {

    static RestReceipt of(FindReceipts.Found found) {
        OutcomeEntry entry = found.entry();
        Receipt receipt = found.receipt();
        return new RestReceipt(
                entry.outcomeId(),
                entry.hospitalId(),
                receipt.revision().orElse(null),
                receipt.status().code(),
                receipt.reason().orElse(null),
                receipt.submittedAt(),
                receipt.registeredAt(),
                receipt.position(),
                entry.counts().orElse(null),
                found.countedFrom()
                        .map(topics -> topics.stream().map(RestPublished::of).toList())
                        .orElse(null));
    }
}
