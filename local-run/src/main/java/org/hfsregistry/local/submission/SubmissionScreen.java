package org.hfsregistry.local.submission;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.hfsregistry.local.figures.TextTable;

/** Shows a submission: a bar where a person looks on, else a line now and then; then the rejected rows and the account. */
public final class SubmissionScreen implements SubmissionReport {

    private static final int ROWS_SHOWN = 50;
    private static final int BAR = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final DoubleSupplier partDone;
    private final boolean personLooksOn =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private final List<RejectedRow> first = new ArrayList<>();
    private long more;
    private Instant told = Instant.now();

    /**
     * Shows it here.
     *
     * @param partDone of the file, from 0 to 1
     */
    public SubmissionScreen(PrintStream out, DoubleSupplier partDone) {
        this.out = out;
        this.partDone = partDone;
    }

    @Override
    public void rejected(RejectedRow row) {
        if (first.size() < ROWS_SHOWN) {
            first.add(row);
        } else {
            more++;
        }
    }

    @Override
    public void progressed(Account soFar) {
        if (personLooksOn) {
            double part = partDone.getAsDouble();
            String done = "#".repeat((int) (part * BAR));
            out.printf(Locale.ROOT, "\r[%-" + BAR + "s] %3.0f%%  %s", done, 100 * part, words(soFar));
            out.flush();
        } else if (told.plus(BETWEEN_LINES).isBefore(Instant.now())) {
            told = Instant.now();
            out.println(words(soFar));
        }
    }

    @Override
    public void waiting(long seconds) {
        out.println((personLooksOn ? "\n" : "") + "Intake asks for a pause of " + seconds + " s.");
    }

    /** All is answered for. */
    public void close(Account account, boolean dryRun) {
        if (personLooksOn) {
            out.println();
        }
        if (!first.isEmpty()) {
            TextTable table = new TextTable(5, List.of("row", "outcomeId", "field", "message", "fix"));
            first.forEach(row -> table.add(
                    List.of(Long.toString(row.row()), row.outcomeId(), row.field(), row.message(), row.fix())));
            table.lines().forEach(out::println);
        }
        if (more > 0) {
            out.printf(Locale.ROOT, "... and %,d more%n", more);
        }
        out.println(words(account) + (dryRun ? " (checked only, nothing was kept)" : ""));
    }

    private static String words(Account account) {
        return String.format(
                Locale.ROOT,
                "%,d received, %,d accepted, %,d rejected, %,d warnings",
                account.received(),
                account.accepted(),
                account.rejected(),
                account.warnings());
    }
}
