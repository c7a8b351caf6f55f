package org.hfsregistry.intake.batch.rest;

import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.BatchSummary;
import org.jspecify.annotations.Nullable;

/** The last line about a batch. */
record RestSummary(Account summary) {

    /** @param warnings what is odd about the batch as a whole; absent where nothing is */
    record Account(
            long received,
            long accepted,
            long rejected,
            boolean dryRun,
            @Nullable List<Fault> warnings) {}

    static RestSummary of(BatchSummary batch, List<Fault> warnings) {
        return new RestSummary(new Account(
                batch.received(),
                batch.accepted(),
                batch.rejected(),
                batch.dryRun(),
                warnings.isEmpty() ? null : warnings));
    }
}
