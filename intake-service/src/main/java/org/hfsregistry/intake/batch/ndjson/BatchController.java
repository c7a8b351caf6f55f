package org.hfsregistry.intake.submission.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.submission.SubmitBatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes a batch as a stream and answers with a stream, both at once and in the request's own thread, a virtual one. */
@RestController
class BatchController {

    private final SubmitBatch batches;
    private final BodyLimits limits;
    private final SubmissionMeters meters;
    private final JsonMapper json;

    BatchController(SubmitBatch batches, BodyLimits limits, SubmissionMeters meters, JsonMapper json) {
        this.batches = batches;
        this.limits = limits;
        this.meters = meters;
        this.json = json;
    }

    @PostMapping(path = "/v1/outcomes/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    void submit(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "rejected") String rows,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Parameters.only(request, List.of("dryRun", "rows"));
        boolean accepted = reportsAccepted(rows);
        NdjsonRows lines = new NdjsonRows(Upload.of(request), limits);
        try (NdjsonReport report = new NdjsonReport(
                response, json, meters, accepted, dryRun, limits.unreadReport().toBytes())) {
            report.finish(batches.submit(caller, lines, dryRun, report));
        }
    }

    private static boolean reportsAccepted(String rows) {
        return switch (rows) {
            case "all" -> true;
            case "rejected" -> false;
            default ->
                throw new RefusedRequest(
                        HttpStatus.BAD_REQUEST, "UNKNOWN_ROWS", "The parameter rows is all or rejected.");
        };
    }
}
