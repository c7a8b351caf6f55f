package org.hfsregistry.intake.batch.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.BatchReport;
import org.hfsregistry.intake.batch.BatchSummary;
import org.hfsregistry.intake.batch.RowResult;
import org.hfsregistry.intake.http.SubmissionMeters;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes the report on a batch as lines of JSON, while the client may still be sending. */
final class NdjsonReport implements BatchReport, AutoCloseable {

    private static final int GATHERED = 32_768;

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final SubmissionMeters meters;
    private final boolean reportsAccepted;
    private final boolean dryRun;
    private final long mostUnread;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(GATHERED);
    private boolean anyAccepted;
    private @Nullable UnreadReport unread;

    NdjsonReport(
            HttpServletResponse response,
            JsonMapper json,
            SubmissionMeters meters,
            boolean reportsAccepted,
            boolean dryRun,
            long mostUnread) {
        this.response = response;
        this.json = json;
        this.meters = meters;
        this.reportsAccepted = reportsAccepted;
        this.dryRun = dryRun;
        this.mostUnread = mostUnread;
    }

    @Override
    public void add(RowResult result) throws IOException {
        switch (result) {
            case RowResult.Accepted accepted -> anyAccepted = true;
            case RowResult.Refused refused -> {}
            case RowResult.NotKept notKept -> {
                if (!anyAccepted && unread == null && lines.size() == 0) {
                    throw new BrokerUnavailable("nothing of a batch was kept or answered");
                }
            }
        }
        if (!dryRun) {
            count(result);
        }
        if (reportsAccepted || !(result instanceof RowResult.Accepted)) {
            write(RestRow.of(result));
        }
    }

    private void count(RowResult result) {
        switch (result) {
            case RowResult.Accepted accepted -> meters.accepted();
            case RowResult.Refused refused -> meters.rejected(refused.faults());
            case RowResult.NotKept notKept -> meters.rejected("BROKER_UNAVAILABLE");
        }
    }

    @Override
    public void flush() throws IOException {
        if (lines.size() > 0) {
            begun().append(lines.toByteArray());
            lines.reset();
        }
    }

    /** Writes the last line and returns when the client has everything. */
    void finish(BatchSummary summary, List<Fault> warnings) throws IOException {
        write(RestSummary.of(summary, warnings));
        flush();
        begun().finish();
    }

    @Override
    public void close() throws IOException {
        if (unread != null) {
            unread.close();
        }
    }

    private void write(Record line) throws IOException {
        lines.writeBytes(json.writeValueAsBytes(line));
        lines.write('\n');
        if (lines.size() >= GATHERED) {
            flush();
        }
    }

    private UnreadReport begun() throws IOException {
        UnreadReport report = unread;
        if (report == null) {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            report = new UnreadReport(response.getOutputStream(), mostUnread);
            unread = report;
        }
        return report;
    }
}
