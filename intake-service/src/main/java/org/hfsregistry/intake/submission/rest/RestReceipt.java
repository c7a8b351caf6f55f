package org.hfsregistry.intake.submission.rest;

import java.net.URI;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The answer about one accepted outcome.
 *
 * @param receipt absent in a dry run, of which there is none
 * @param dryRun absent where the outcome is kept
 */
record RestReceipt(
        String outcomeId,
        String hospitalId,
        int revision,
        String status,
        @Nullable URI receipt,
        @Nullable Boolean dryRun,
        List<Fault> warnings) {

    static RestReceipt of(Outcome outcome, URI receipt, List<Fault> warnings) {
        return new RestReceipt(
                outcome.outcomeId(), outcome.hospitalId(), outcome.revision(), "accepted", receipt, null, warnings);
    }

    static RestReceipt ofDryRun(Outcome outcome, List<Fault> warnings) {
        return new RestReceipt(
                outcome.outcomeId(), outcome.hospitalId(), outcome.revision(), "accepted", null, true, warnings);
    }
}
