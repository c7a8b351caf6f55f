package org.hfsregistry.registry.erasure.rest;

import java.time.Instant;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.erasure.Erasure;

/** An erasure that was carried out, on the wire. It tells nothing of the patient. */
record RestErasure(
        String id,
        String hospitalId,
        Position position,
        Instant erasedAt,
        String basis,
        String requestedBy,
        int treatments,
        int outcomes) {

    static RestErasure of(Erasure erasure) {
        return new RestErasure(
                erasure.id(),
                erasure.hospitalId(),
                erasure.position(),
                erasure.at(),
                erasure.basis(),
                erasure.by(),
                erasure.treatments(),
                erasure.entries());
    }

    /** One that is in the log, and not carried out yet. */
    record Accepted(String id, String hospitalId, Position position) {}
}
