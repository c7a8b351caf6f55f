package org.hfsregistry.benchmarks.intake;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How much was done in how long.
 *
 * @param intakeCpu the processor time that intake took for it
 * @param otherCpu the same of the benchmark's own JVM, in which broker and client are
 */
record Measured(String what, long rows, double seconds, Duration intakeCpu, Duration otherCpu) {

    /** The one in the middle, by speed. */
    static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::rowsPerSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    double rowsPerSecond() {
        return rows / seconds;
    }

    void print() {
        System.out.printf(
                Locale.ROOT,
                "%-58s %,10.0f outcomes/s   %6.1f us of CPU in intake, %6.1f in broker and client%n",
                what,
                rowsPerSecond(),
                microsecondsARow(intakeCpu),
                microsecondsARow(otherCpu));
    }

    /** Prints this as a part of the other. */
    void printAgainst(Measured other, String target) {
        System.out.printf(
                Locale.ROOT,
                "  = %.0f%% of: %s   (to reach: %s)%n",
                100 * rowsPerSecond() / other.rowsPerSecond(),
                other.what,
                target);
    }

    private double microsecondsARow(Duration cpu) {
        return cpu.toNanos() / 1e3 / rows;
    }
}
