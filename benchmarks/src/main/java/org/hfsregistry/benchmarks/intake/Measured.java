package org.hfsregistry.benchmarks.intake;

import java.util.Locale;

/** How much was done in how long. */
record Measured(String what, long rows, double seconds) {

    double rowsPerSecond() {
        return rows / seconds;
    }

    void print() {
        System.out.printf(
                Locale.ROOT, "%-60s %,12.0f outcomes/s   (%,d in %.1f s)%n", what, rowsPerSecond(), rows, seconds);
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
}
