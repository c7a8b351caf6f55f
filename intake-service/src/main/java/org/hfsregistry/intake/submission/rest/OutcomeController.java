package org.hfsregistry.intake.submission.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.http.BodyLimits;
import org.hfsregistry.intake.http.Parameters;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.http.SubmissionMeters;
import org.hfsregistry.intake.http.Upload;
import org.hfsregistry.intake.submission.SubmitOutcome;
import org.hfsregistry.intake.submission.Submitted;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes one outcome. */
@RestController
class OutcomeController {

    private final SubmitOutcome outcomes;
    private final BodyLimits limits;
    private final Receipts receipts;
    private final SubmissionMeters meters;

    OutcomeController(SubmitOutcome outcomes, BodyLimits limits, Receipts receipts, SubmissionMeters meters) {
        this.outcomes = outcomes;
        this.limits = limits;
        this.receipts = receipts;
        this.meters = meters;
    }

    @PostMapping(path = "/v1/outcomes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RestReceipt> submit(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        Parameters.only(request, List.of());
        return switch (outcomes.submit(caller, Upload.of(request).whole(limits.outcomeBytes()))) {
            case Submitted.Refused(List<Fault> faults) -> {
                meters.rejected(faults);
                throw RefusedRequest.of(faults);
            }
            case Submitted.Accepted(Outcome outcome, List<Fault> warnings) -> {
                meters.accepted();
                URI receipt = receipts.of(outcome.outcomeId());
                yield ResponseEntity.accepted()
                        .location(receipt)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(RestReceipt.of(outcome, receipt, warnings));
            }
        };
    }
}
