package org.hfsregistry.registry.receipt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.receipt.Counting;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A receipt on the wire: what became of the last arrival, and which revision counts.
 *
 * @param counts absent where no revision does
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
        @Nullable Counting counts) {

    static RestReceipt of(OutcomeEntry entry, Receipt receipt) {
        return new RestReceipt(
                entry.outcomeId(),
                entry.hospitalId(),
                receipt.revision().orElse(null),
                receipt.status().code(),
                receipt.reason().orElse(null),
                receipt.submittedAt(),
                receipt.registeredAt(),
                receipt.position(),
                entry.counts().orElse(null));
    }
}
