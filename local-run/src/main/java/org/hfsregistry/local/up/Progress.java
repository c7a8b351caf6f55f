package org.hfsregistry.local.up;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Tells the person what is being done, and how long it took. */
final class Progress {

    private static final Duration BETWEEN_TELLING = Duration.ofSeconds(3);

    private final PrintStream out;
    private final Instant begun = Instant.now();
    private Instant told = begun;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Something that was begun at that time is done. */
    synchronized void done(String what, Instant since) {
        out.printf(Locale.ROOT, "  %-58s %5.1f s%n", what, seconds(since));
    }

    synchronized void say(String line) {
        out.println(line);
    }

    synchronized void say(List<String> lines) {
        lines.forEach(out::println);
    }

    /** So many outcomes are still to be applied; told every few seconds. */
    synchronized void toGo(long outcomes) {
        if (told.plus(BETWEEN_TELLING).isBefore(Instant.now())) {
            told = Instant.now();
            out.printf(Locale.ROOT, "  %,d outcomes to go%n", outcomes);
        }
    }

    /** Since the start of it all. */
    double seconds() {
        return seconds(begun);
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
