package org.hfsregistry.intake.batch.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.batch.BatchFormat;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.batch.SubmitBatch;
import org.hfsregistry.intake.http.Parameters;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.http.SubmissionMeters;
import org.hfsregistry.intake.http.Uploads;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes a batch as a stream and answers with a stream, both at once and in the request's own thread, a virtual one. */
@RestController
class BatchController {

    private final SubmitBatch batches;
    private final List<BatchFormat> formats;
    private final Uploads uploads;
    private final BatchLimits limits;
    private final UnreadReports reports;
    private final SubmissionMeters meters;
    private final JsonMapper json;

    BatchController(
            SubmitBatch batches,
            List<BatchFormat> formats,
            Uploads uploads,
            BatchLimits limits,
            UnreadReports reports,
            SubmissionMeters meters,
            JsonMapper json) {
        this.batches = batches;
        this.formats = formats;
        this.uploads = uploads;
        this.limits = limits;
        this.reports = reports;
        this.meters = meters;
        this.json = json;
    }

    @PostMapping(
            path = "/v1/outcomes/batch",
            consumes = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    void submit(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestParam(defaultValue = "rejected", name = "rows") String reported,
            @RequestParam(name = "type") Optional<String> outcomes,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        BatchFormat format = format(type);
        Parameters.only(request, format.takesType() ? List.of("dryRun", "rows", "type") : List.of("dryRun", "rows"));
        boolean dry = Parameters.isFirst("dryRun", dryRun, "true", "false");
        boolean accepted = Parameters.isFirst("rows", reported, "all", "rejected");
        Optional<OutcomeType> all = outcomes.map(code -> Parameters.code("type", code, OutcomeType.values()));
        UnreadReports.Space space = reports.take(caller.hospitalId());
        try (space) {
            Rows rows = format.rows(
                    new BatchBody(uploads.of(request), limits.batch().toBytes()), all);
            try (NdjsonReport report = new NdjsonReport(
                    response, json, meters, accepted, dry, limits.unreadReport().toBytes())) {
                report.finish(batches.submit(caller, rows, dry, report), rows.warnings());
            }
        }
    }

    private BatchFormat format(MediaType type) {
        Charset charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.US_ASCII)) {
            throw new RefusedRequest(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "UNSUPPORTED_CHARSET",
                    "Batches are taken in UTF-8 only. Save the file as UTF-8 (in Excel: CSV UTF-8) and send it so.");
        }
        return formats.stream()
                .filter(format -> MediaType.parseMediaType(format.mediaType()).equalsTypeAndSubtype(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads " + type + ", which the path takes"));
    }
}
