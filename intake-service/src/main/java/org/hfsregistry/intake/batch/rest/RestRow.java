package org.hfsregistry.intake.batch.rest;

import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.RowResult;
import org.jspecify.annotations.Nullable;

/** The line about one row of a batch. */
record RestRow(long row, @Nullable String outcomeId, String status, List<Fault> errors, List<Fault> warnings) {

    private static final Fault BROKER_UNAVAILABLE = new Fault(
            "BROKER_UNAVAILABLE",
            "",
            null,
            "the outcome has no fault, and could not be kept",
            "send it again later; repeats count once");

    static RestRow of(RowResult result) {
        return switch (result) {
            case RowResult.Accepted accepted ->
                new RestRow(accepted.row(), accepted.outcomeId(), "accepted", List.of(), accepted.warnings());
            case RowResult.Refused refused ->
                new RestRow(refused.row(), refused.outcomeId().orElse(null), "rejected", refused.faults(), List.of());
            case RowResult.NotKept notKept ->
                new RestRow(notKept.row(), notKept.outcomeId(), "rejected", List.of(BROKER_UNAVAILABLE), List.of());
        };
    }
}
