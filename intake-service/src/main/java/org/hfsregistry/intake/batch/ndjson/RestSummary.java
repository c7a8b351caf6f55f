package org.hfsregistry.intake.batch.ndjson;

import org.hfsregistry.intake.batch.BatchSummary;

/** The last line about a batch. */
record RestSummary(Account summary) {

    record Account(long received, long accepted, long rejected, boolean dryRun) {}

    static RestSummary of(BatchSummary batch) {
        return new RestSummary(new Account(batch.received(), batch.accepted(), batch.rejected(), batch.dryRun()));
    }
}
