package org.hfsregistry.local.submission;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.CannotBeDone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends outcomes to intake in batches of bounded size, so that a file of any length needs little memory here and a
 * pause that intake asks for repeats little. Repeats count once.
 */
public final class Submission {

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
     * Sends outcomes in JSON, and returns when all are answered for.
     *
     * @param rows without line ends; empty ones are no rows, and are sent so that a row's number is its line in the file
     * @throws CannotBeDone if intake does not take the batch at all; what it accepted before stays
     */
    public Account send(Iterator<String> rows) throws InterruptedException {
        return sendAll(new RowParts(rows), address);
    }

    /**
     * Sends a table, and returns when all its rows are answered for.
     *
     * @param lines of a CSV file, the header among them
     * @param type of all rows, where the table does not say it
     * @throws CannotBeDone if intake does not take the table at all; what it accepted before stays
     */
    public Account sendTable(Iterator<String> lines, Optional<OutcomeType> type) throws InterruptedException {
        URI ofType =
                type.map(given -> URI.create(address + "&type=" + given.code())).orElse(address);
        return sendAll(new TableParts(lines), ofType);
    }

    private Account sendAll(Iterator<Part> parts, URI to) throws InterruptedException {
        Account account = Account.NONE;
        while (parts.hasNext()) {
            account = account.plus(sent(parts.next(), to, account));
            report.progressed(account);
        }
        return account;
    }

    private Account sent(Part part, URI to, Account soFar) throws InterruptedException {
        Duration waited = Duration.ZERO;
        while (true) {
            Answer answer = LocalHttp.post(
                    to, "Bearer " + bearer, part.contentType(), part.body().getBytes(StandardCharsets.UTF_8));
            if (!asksForAPause(answer) || waited.compareTo(PATIENCE) > 0) {
                requireTaken(answer);
                return read(answer.text(), part, soFar);
            }
            long seconds = answer.retryAfterSeconds().orElse(USUAL_PAUSE_SECONDS);
            report.waiting(seconds);
            Thread.sleep(Duration.ofSeconds(seconds));
            waited = waited.plusSeconds(seconds);
        }
    }

    /** Says what is wrong with a batch as a whole where intake does. */
    private static void requireTaken(Answer answer) {
        if (answer.problemCode().filter("INVALID_HEADER"::equals).isPresent()) {
            JsonNode problem = JsonMapper.shared().readTree(answer.response().body());
            throw new CannotBeDone(
                    problem.path("detail").asString(),
                    problem.path("errors").values().stream()
                            .map(error -> "%s: %s; %s"
                                    .formatted(
                                            error.path("field").asString(),
                                            error.path("message").asString(),
                                            error.path("fix").asString()))
                            .collect(Collectors.joining("\n")));
        }
    }

    private static boolean asksForAPause(Answer answer) {
        return answer.status() == UNAVAILABLE || answer.status() == TOO_MANY_REQUESTS;
    }

    private Account read(String lines, Part part, Account soFar) {
        long warnings = 0;
        for (String line : lines.lines().toList()) {
            JsonNode result = JsonMapper.shared().readTree(line);
            if (result.has("summary")) {
                JsonNode summary = result.get("summary");
                // what is odd about a table as a whole is said again of each part
                long ofTable = soFar.received() == 0 ? summary.path("warnings").size() : 0;
                return new Account(
                        summary.get("received").asLong(),
                        summary.get("accepted").asLong(),
                        summary.get("rejected").asLong(),
                        warnings + ofTable);
            }
            warnings += result.path("warnings").size();
            long row = part.before() + result.get("row").asLong();
            result.path("errors").values().forEach(error -> report.rejected(RejectedRow.of(row, result, error)));
        }
        throw new CannotBeDone(
                "Intake broke off its answer after %d rows".formatted(soFar.received()),
                "Send the file again: repeats count once.");
    }
}
