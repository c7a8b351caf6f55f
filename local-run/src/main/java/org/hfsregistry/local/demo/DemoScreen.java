package org.hfsregistry.local.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.hfsregistry.local.submission.Account;
import org.hfsregistry.local.submission.RejectedRow;
import org.hfsregistry.local.submission.SubmissionReport;

/** Shows how far a play is: in one line that changes where a person looks on, else in a line now and then. */
public final class DemoScreen implements SubmissionReport {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int PERCENT = 100;

    private final PrintStream out;
    private final boolean personLooksOn =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private Account account = Account.NONE;
    private Instant told = Instant.now();
    private int length;
    private int played;

    /** Shows it here. */
    public DemoScreen(PrintStream out) {
        this.out = out;
    }

    /** A play of this length begins, from a place on. */
    public synchronized void begins(int from, int outcomes) {
        played = from;
        length = outcomes;
    }

    /** So many have been played since its beginning; these are the last of them. */
    synchronized void played(int until, Account last) {
        played = until;
        account = account.plus(last);
        if (personLooksOn) {
            out.print("\r" + words());
            out.flush();
        } else if (told.plus(BETWEEN_LINES).isBefore(Instant.now())) {
            told = Instant.now();
            out.println(words());
        }
    }

    @Override
    public void rejected(RejectedRow row) {
        // The made-up hospitals err on purpose; the account counts it.
    }

    @Override
    public void progressed(Account soFar) {
        // A part is short; played tells of it.
    }

    @Override
    public void waiting(long seconds) {
        out.println((personLooksOn ? "\n" : "") + "Intake asks for a pause of " + seconds + " s.");
    }

    /** It is over, or broken off. @return how many were played since its beginning */
    public synchronized int ends() {
        out.println((personLooksOn ? "\r" : "") + words());
        return played;
    }

    private String words() {
        return String.format(
                Locale.ROOT,
                "%3d%%  %,d of %,d outcomes played; now %,d accepted, %,d refused as they should",
                length == 0 ? PERCENT : (int) ((long) PERCENT * played / length),
                played,
                length,
                account.accepted(),
                account.rejected());
    }
}
