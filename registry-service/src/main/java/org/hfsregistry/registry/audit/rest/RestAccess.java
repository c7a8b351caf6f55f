package org.hfsregistry.registry.audit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.hfsregistry.registry.audit.Access;
import org.jspecify.annotations.Nullable;

/** An access on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestAccess(
        Instant at,
        String clientId,
        @Nullable String callerHospital,
        @Nullable String hospitalId,
        String request,
        long records,
        String result) {

    static RestAccess of(Access access) {
        return new RestAccess(
                access.at(),
                access.clientId(),
                access.callerHospital().orElse(null),
                access.hospitalId().orElse(null),
                access.request(),
                access.records(),
                access.result().code());
    }
}
