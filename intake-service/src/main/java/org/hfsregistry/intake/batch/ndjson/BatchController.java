package org.hfsregistry.intake.batch.ndjson;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.batch.SubmitBatch;
import org.hfsregistry.intake.http.BodyLimits;
import org.hfsregistry.intake.http.Parameters;
import org.hfsregistry.intake.http.SubmissionMeters;
import org.hfsregistry.intake.http.Upload;
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
    private final BodyLimits outcomes;
    private final BatchLimits limits;
    private final UnreadReports reports;
    private final SubmissionMeters meters;
    private final JsonMapper json;

    BatchController(
            SubmitBatch batches,
            BodyLimits outcomes,
            BatchLimits limits,
            UnreadReports reports,
            SubmissionMeters meters,
            JsonMapper json) {
        this.batches = batches;
        this.outcomes = outcomes;
        this.limits = limits;
        this.reports = reports;
        this.meters = meters;
        this.json = json;
    }

    @PostMapping(path = "/v1/outcomes/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    void submit(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestParam(defaultValue = "rejected") String rows,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Parameters.only(request, List.of("dryRun", "rows"));
        boolean dry = Parameters.isFirst("dryRun", dryRun, "true", "false");
        boolean accepted = Parameters.isFirst("rows", rows, "all", "rejected");
        UnreadReports.Space space = reports.take(caller.hospitalId());
        try (space) {
            NdjsonRows lines = new NdjsonRows(
                    Upload.of(request),
                    outcomes.outcomeBytes(),
                    limits.unzippedBatch().toBytes());
            try (NdjsonReport report = new NdjsonReport(
                    response, json, meters, accepted, dry, limits.unreadReport().toBytes())) {
                report.finish(batches.submit(caller, lines, dry, report));
            }
        }
    }
}
