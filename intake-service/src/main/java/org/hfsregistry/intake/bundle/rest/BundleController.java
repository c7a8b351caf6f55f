package org.hfsregistry.intake.bundle.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.bundle.BundledResult;
import org.hfsregistry.intake.bundle.OutcomeBundle;
import org.hfsregistry.intake.bundle.OutcomeBundles;
import org.hfsregistry.intake.bundle.SubmitBundle;
import org.hfsregistry.intake.http.Parameters;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.http.SubmissionMeters;
import org.hfsregistry.intake.http.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a FHIR Bundle; what is wrong with it is answered in FHIR too. */
@RestController
class BundleController {

    private static final String FHIR = "application/fhir+json";

    private final OutcomeBundles bundles;
    private final SubmitBundle submission;
    private final Uploads uploads;
    private final BundleLimit limit;
    private final SubmissionMeters meters;

    BundleController(
            OutcomeBundles bundles,
            SubmitBundle submission,
            Uploads uploads,
            BundleLimit limit,
            SubmissionMeters meters) {
        this.bundles = bundles;
        this.submission = submission;
        this.uploads = uploads;
        this.limit = limit;
        this.meters = meters;
    }

    @PostMapping(
            path = "/fhir",
            consumes = {FHIR, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> submit(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") String dryRun,
            HttpServletRequest request)
            throws IOException {
        Parameters.only(request, List.of("dryRun"));
        boolean dry = Parameters.isFirst("dryRun", dryRun, "true", "false");
        return switch (bundles.read(body(request))) {
            case OutcomeBundles.Reading.Unreadable(Fault fault) -> {
                if (!dry) {
                    meters.rejected(fault.code());
                }
                yield answer(HttpStatus.BAD_REQUEST, bundles.refusal(fault));
            }
            case OutcomeBundles.Reading.Read(OutcomeBundle bundle) -> {
                List<BundledResult> results =
                        dry ? submission.check(caller, bundle) : submission.submit(caller, bundle);
                if (!dry) {
                    results.forEach(this::count);
                    meters.rejected(bundle.faults());
                }
                yield answer(bundle, results);
            }
        };
    }

    /** An empty body is left to the reader of bundles: its refusal is FHIR's. */
    private ByteBuffer body(HttpServletRequest request) throws IOException {
        byte[] bytes = uploads.of(request).first(limit.bytes() + 1);
        if (bytes.length > limit.bytes()) {
            throw new RefusedRequest(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "BODY_TOO_LONG",
                    "A Bundle has at most %d bytes. Send several.".formatted(limit.bytes()));
        }
        return ByteBuffer.wrap(bytes);
    }

    private ResponseEntity<byte[]> answer(OutcomeBundle bundle, List<BundledResult> results) {
        boolean refused = !bundle.faults().isEmpty()
                || results.stream().anyMatch(result -> result instanceof BundledResult.Refused);
        // who looks at no more than the status must not take what was refused as a whole for done
        HttpStatus status = bundle.allOrNothing() && refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return answer(status, bundle.answer(results));
    }

    private void count(BundledResult result) {
        switch (result) {
            case BundledResult.Accepted accepted -> meters.accepted();
            case BundledResult.Checked checked -> {}
            case BundledResult.Refused refused -> meters.rejected(refused.faults());
            case BundledResult.HeldBack heldBack -> meters.rejected("HELD_BACK");
            case BundledResult.NotKept notKept -> meters.rejected("BROKER_UNAVAILABLE");
        }
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, byte[] fhir) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(FHIR))
                .body(fhir);
    }
}
