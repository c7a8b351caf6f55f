package org.hfsregistry.benchmarks.analytics;

import java.util.Arrays;
import java.util.Locale;

/** How long something took, several times, in milliseconds. */
final class Times {

    private static final double NANOS = 1e6;

    private final double[] sorted;

    /** From the shortest to the longest. */
    Times(double[] sorted) {
        this.sorted = sorted.clone();
    }

    /** Something that is timed. */
    interface Timed {
        void run() throws Exception;
    }

    /** Runs something before each time that it does not count, and so often without counting anything. */
    static Times of(int warm, int rounds, Timed before, Timed timed) throws Exception {
        double[] millis = new double[rounds];
        for (int round = -warm; round < rounds; round++) {
            before.run();
            long start = System.nanoTime();
            timed.run();
            double took = (System.nanoTime() - start) / NANOS;
            if (round >= 0) {
                millis[round] = took;
            }
        }
        Arrays.sort(millis);
        return new Times(millis);
    }

    double median() {
        return part(0.5);
    }

    /** The time that so large a part of them did not take longer than. */
    double part(double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.2f ms (%,.2f to %,.2f)", median(), sorted[0], sorted[sorted.length - 1]);
    }
}
