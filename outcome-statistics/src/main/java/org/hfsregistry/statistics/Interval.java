package org.hfsregistry.statistics;

/**
 * A two-sided interval, both ends included. It exists so that no end is ever shown or passed on without the other.
 *
 * @param lower the lower end, in the unit of the estimate
 * @param upper the upper end, at least {@code lower}
 */
public record Interval(double lower, double upper) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("an interval from " + lower + " to " + upper);
        }
    }

    /** Whether the value lies in the interval, ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
