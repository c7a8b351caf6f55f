package org.hfsregistry.intake.submission.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.http.BodyLimits;
import org.hfsregistry.intake.http.Parameters;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.http.SubmissionMeters;
import org.hfsregistry.intake.http.Uploads;
import org.hfsregistry.intake.submission.SubmitOutcome;
import org.hfsregistry.intake.submission.Submitted;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes one outcome, as it is or as the data of a CloudEvent. */
@RestController
class OutcomeController {

    private final SubmitOutcome outcomes;
    private final Uploads uploads;
    private final BodyLimits limits;
    private final Receipts receipts;
    private final SubmissionMeters meters;

    OutcomeController(
            SubmitOutcome outcomes, Uploads uploads, BodyLimits limits, Receipts receipts, SubmissionMeters meters) {
        this.outcomes = outcomes;
        this.uploads = uploads;
        this.limits = limits;
        this.receipts = receipts;
        this.meters = meters;
    }

    @PostMapping(
            path = "/v1/outcomes",
            consumes = {MediaType.APPLICATION_JSON_VALUE, StructuredEvent.MEDIA_TYPE})
    ResponseEntity<RestReceipt> submit(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestParam(defaultValue = "false") String dryRun,
            HttpServletRequest request)
            throws IOException {
        Parameters.only(request, List.of("dryRun"));
        boolean dry = Parameters.isFirst("dryRun", dryRun, "true", "false");
        boolean event = type.getSubtype().equals(StructuredEvent.SUBTYPE);
        ByteBuffer body = uploads.of(request).whole(limits.outcomeBytes());
        ByteBuffer json = event ? StructuredEvent.outcomeOf(body) : body;
        return switch (dry ? outcomes.check(caller, json) : outcomes.submit(caller, json)) {
            case Submitted.Refused(List<Fault> faults) -> {
                if (!dry) {
                    meters.rejected(faults);
                }
                throw RefusedRequest.of(event ? StructuredEvent.inData(faults) : faults);
            }
            case Submitted.Accepted(Outcome outcome, List<Fault> warnings) -> {
                List<Fault> told = event ? StructuredEvent.inData(warnings) : warnings;
                yield dry ? checked(outcome, told) : kept(outcome, told);
            }
        };
    }

    private static ResponseEntity<RestReceipt> checked(Outcome outcome, List<Fault> warnings) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(RestReceipt.ofDryRun(outcome, warnings));
    }

    private ResponseEntity<RestReceipt> kept(Outcome outcome, List<Fault> warnings) {
        meters.accepted();
        URI receipt = receipts.of(outcome.outcomeId());
        return ResponseEntity.accepted()
                .location(receipt)
                .contentType(MediaType.APPLICATION_JSON)
                .body(RestReceipt.of(outcome, receipt, warnings));
    }
}
