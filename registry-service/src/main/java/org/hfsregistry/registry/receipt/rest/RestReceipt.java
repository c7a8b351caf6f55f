package org.hfsregistry.registry.receipt.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Receipt;
import org.jspecify.annotations.Nullable;

/** A receipt on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestReceipt(
        String outcomeId,
        String hospitalId,
        @Nullable Integer revision,
        String status,
        @Nullable String reason,
        Instant submittedAt,
        Instant registeredAt,
        Position position) {

    static RestReceipt of(OutcomeEntry entry, Receipt receipt) {
        return new RestReceipt(
                entry.outcomeId(),
                entry.hospitalId(),
                receipt.revision().orElse(null),
                receipt.status().code(),
                receipt.reason().orElse(null),
                receipt.submittedAt(),
                receipt.registeredAt(),
                receipt.position());
    }
}
