package org.hfsregistry.registry.merging.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.merging.Merge;
import org.jspecify.annotations.Nullable;

/**
 * A merge that was carried out, or the undoing of one, on the wire.
 *
 * @param patientId of the one that stays; absent where one of the two was erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestMerge(
        String id,
        String hospitalId,
        String kind,
        String state,
        @Nullable String reason,
        @Nullable String patientId,
        @Nullable String mergedPatientId,
        Position position,
        Instant requestedAt,
        String requestedBy,
        Instant carriedOutAt,
        int treatments,
        int leftOut) {

    static RestMerge of(Merge merge) {
        return new RestMerge(
                merge.id(),
                merge.hospitalId(),
                merge.undoes() ? "undoing" : "merge",
                merge.state().code(),
                merge.reason().orElse(null),
                merge.patients().map(patients -> patients.staying().value()).orElse(null),
                merge.patients().map(patients -> patients.merged().value()).orElse(null),
                merge.position(),
                merge.requestedAt(),
                merge.by(),
                merge.at(),
                merge.treatments(),
                merge.leftOut());
    }

    /** What is asked for: who is the same person. */
    record Asked(@Nullable String mergedPatientId) {}

    /** One that is in the log, and not carried out yet. */
    record Accepted(String id, String hospitalId, Position position) {}
}
