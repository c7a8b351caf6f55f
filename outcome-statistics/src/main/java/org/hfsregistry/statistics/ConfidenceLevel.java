package org.hfsregistry.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The part of repetitions in which an interval is to hold the true value, with what every interval needs of it. It
 * exists so that the normal quantile is found once and a level such as 95 instead of 0.95 is refused at the door.
 */
public final class ConfidenceLevel {
    /** The level of everything that is published: 0.95. */
    public static final ConfidenceLevel NINETY_FIVE = of(0.95);

    private final double level;
    private final double tail;
    private final double z;

    private ConfidenceLevel(double level) {
        this.level = level;
        this.tail = (1 - level) / 2;
        this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    }

    /**
     * A level strictly between 0 and 1.
     *
     * @throws IllegalArgumentException for any other number
     */
    public static ConfidenceLevel of(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level of confidence lies between 0 and 1, not at " + level);
        }
        return new ConfidenceLevel(level);
    }

    /** The level itself, such as 0.95. */
    public double level() {
        return level;
    }

    /** The probability left out at each end, such as 0.025. */
    public double tail() {
        return tail;
    }

    /** The standard normal quantile at 1 - {@link #tail()}, such as 1.959964 (R: {@code qnorm(1 - (1 - level) / 2)}). */
    public double z() {
        return z;
    }

    @Override
    public String toString() {
        return "ConfidenceLevel[" + level + "]";
    }
}
