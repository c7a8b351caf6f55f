package org.hfsregistry.statistics.survival;

import java.util.OptionalDouble;

/**
 * Where a falling step curve comes down to one half: the first day at or below it, or, where the curve stands level
 * at one half, the middle between that day and the next fall, or the last day of the data where no fall follows. A
 * value within the square root of the machine's precision of one half is level with it, as in R's {@code
 * quantile.survfit}.
 */
final class HalfCrossing {
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private int reached = -1;
    private int passed = -1;

    /** The curve falls to the value on the day; days come in order. */
    void step(int day, double value) {
        if (reached < 0 && value <= 0.5 + TOLERANCE) {
            reached = day;
        }
        if (passed < 0 && value <= 0.5 - TOLERANCE) {
            passed = day;
        }
    }

    /** The day of the crossing, given the last day of the data; empty where one half was not reached. */
    OptionalDouble day(int lastDay) {
        if (reached < 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((reached + (passed < 0 ? lastDay : passed)) / 2.0);
    }
}
