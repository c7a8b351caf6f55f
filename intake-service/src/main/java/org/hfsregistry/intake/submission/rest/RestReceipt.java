package org.hfsregistry.intake.submission.rest;

import java.net.URI;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;

/** The answer about one accepted outcome. */
record RestReceipt(
        String outcomeId, String hospitalId, int revision, String status, URI receipt, List<Fault> warnings) {

    static RestReceipt of(Outcome outcome, URI receipt, List<Fault> warnings) {
        return new RestReceipt(
                outcome.outcomeId(), outcome.hospitalId(), outcome.revision(), "accepted", receipt, warnings);
    }
}
