package org.hfsregistry.local.submission;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.CannotBeDone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends rows of NDJSON to intake in batches of bounded size, so that a file of any length needs little memory here and a
 * pause that intake asks for repeats little. Repeats count once.
 */
public final class Submission {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int USUAL_PAUSE_SECONDS = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI address;
    private final String bearer;
    private final SubmissionReport report;

    /** To intake at this address, with a hospital's token. */
    public Submission(URI intake, String bearer, boolean dryRun, SubmissionReport report) {
        this.address = intake.resolve("/v1/outcomes/batch?rows=all&dryRun=" + dryRun);
        this.bearer = bearer;
        this.report = report;
    }

    /**
     * Sends the rows, and returns when all are answered for.
     *
     * @param rows without line ends; empty ones are no rows, and are sent so that a row's number is its line in the file
     * @throws CannotBeDone if intake does not take the batch at all; what it accepted before stays
     */
    public Account send(Iterator<String> rows) throws InterruptedException {
        Account account = Account.NONE;
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        long before = 0;
        int inBatch = 0;
        while (rows.hasNext()) {
            batch.writeBytes(rows.next().getBytes(StandardCharsets.UTF_8));
            batch.write('\n');
            inBatch++;
            if (inBatch == MOST_ROWS || batch.size() >= MOST_BYTES || !rows.hasNext()) {
                account = account.plus(sent(batch, before));
                report.progressed(account);
                batch.reset();
                before += inBatch;
                inBatch = 0;
            }
        }
        return account;
    }

    private Account sent(ByteArrayOutputStream batch, long linesBefore) throws InterruptedException {
        Duration waited = Duration.ZERO;
        while (true) {
            Answer answer = LocalHttp.post(address, "Bearer " + bearer, "application/x-ndjson", batch.toByteArray());
            if (!asksForAPause(answer) || waited.compareTo(PATIENCE) > 0) {
                return read(answer.text(), linesBefore);
            }
            long seconds = answer.retryAfterSeconds().orElse(USUAL_PAUSE_SECONDS);
            report.waiting(seconds);
            Thread.sleep(Duration.ofSeconds(seconds));
            waited = waited.plusSeconds(seconds);
        }
    }

    private static boolean asksForAPause(Answer answer) {
        return answer.status() == UNAVAILABLE || answer.status() == TOO_MANY_REQUESTS;
    }

    private Account read(String lines, long linesBefore) {
        long warnings = 0;
        for (String line : lines.lines().toList()) {
            JsonNode result = JsonMapper.shared().readTree(line);
            if (result.has("summary")) {
                JsonNode summary = result.get("summary");
                return new Account(
                        summary.get("received").asLong(),
                        summary.get("accepted").asLong(),
                        summary.get("rejected").asLong(),
                        warnings);
            }
            warnings += result.path("warnings").size();
            long row = linesBefore + result.get("row").asLong();
            result.path("errors").values().forEach(error -> report.rejected(RejectedRow.of(row, result, error)));
        }
        throw new CannotBeDone(
                "Intake broke off its answer after line " + linesBefore, "Send the file again: repeats count once.");
    }
}
