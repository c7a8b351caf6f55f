package org.hfsregistry.statistics.sample;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.Quantile;

/**
 * Measured values, each of another person, or the changes of each between two measurements. It exists so that a mean is
 * never given without the number and spread of the values behind it. Immutable; the order of values does not matter.
 * Every result is in the unit of the values.
 */
public final class Sample {
    /** A standard error this small beside the mean is rounding; R's {@code t.test} refuses by the same rule. */
    private static final double CONSTANT = 10 * Math.ulp(1.0);

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * The values; none at all are a sample too.
     *
     * @throws IllegalArgumentException for a value that is no finite number
     */
    public static Sample of(double[] values) {
        double[] sorted = values.clone();
        for (double value : sorted) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " was measured of nobody");
            }
        }
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /**
     * The changes of pairs, {@code after[i] - before[i]}; below 0 where the value fell.
     *
     * @throws IllegalArgumentException for arrays of different lengths, or a value that is no finite number
     */
    public static Sample ofChanges(double[] before, double[] after) {
        if (before.length != after.length) {
            throw new IllegalArgumentException(before.length + " values before, " + after.length + " after");
        }
        double[] changes = new double[before.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = after[i] - before[i];
        }
        return of(changes);
    }

    /** How many values there are. */
    public int count() {
        return sorted.length;
    }

    /** The mean; empty where there are no values. */
    public OptionalDouble mean() {
        return Arrays.stream(sorted).average();
    }

    /** The standard deviation, sqrt(sum of (x - mean)&sup2; / (n - 1)); empty for fewer than two values. R: {@code sd}. */
    public OptionalDouble standardDeviation() {
        if (sorted.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean().orElseThrow();
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(squares / (sorted.length - 1)));
    }

    /**
     * The t interval of the mean: mean &plusmn; t(1 - tail, n - 1) s / sqrt(n). Empty for fewer than two values, and where all
     * are the same, since an interval without width would claim certainty. Student 1908, Biometrika 6:1. R: {@code
     * t.test(values)}, or {@code t.test(after, before, paired = TRUE)} of changes.
     */
    public Optional<Interval> meanInterval(ConfidenceLevel level) {
        if (sorted.length < 2) {
            return Optional.empty();
        }
        double mean = mean().orElseThrow();
        double error = standardDeviation().orElseThrow() / Math.sqrt(sorted.length);
        if (error <= CONSTANT * Math.abs(mean)) {
            return Optional.empty();
        }
        double reach = TDistribution.of(sorted.length - 1.0).inverseSurvivalProbability(level.tail()) * error;
        return Optional.of(new Interval(mean - reach, mean + reach));
    }

    /**
     * The quantile of type 7, such as the median at 0.5 and the quartiles at 0.25 and 0.75; empty where there are no
     * values. R: {@code quantile(values, part)}.
     *
     * @throws IllegalArgumentException for a part outside 0 to 1
     */
    public OptionalDouble quantile(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("a quantile at " + part);
        }
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantile.ofSorted(sorted, part));
    }
}
