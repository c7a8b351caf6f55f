package org.hfsregistry.statistics.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * What is left of values that were added up: how many there are, their sum and the sum of their squares. It exists beside
 * {@link Sample} for values of millions that are summed where they lie. The values are whole multiples of a unit, so that
 * sums are exact and nothing depends on the order in which they were made. Every result is in units.
 *
 * @param count how many values there are
 * @param sum of the values
 * @param sumOfSquares of the values
 */
public record Moments(long count, long sum, long sumOfSquares) {
    /** Of no values. */
    public static final Moments NONE = new Moments(0, 0, 0);

    /** Refuses sums that no values have: by Cauchy and Schwarz, sum&sup2; &le; count &times; sumOfSquares. */
    public Moments {
        if (count < 0 || squares(count, sum, sumOfSquares).signum() < 0 || (count == 0 && sumOfSquares != 0)) {
            throw new IllegalArgumentException(
                    count + " values with the sum " + sum + " and the squares " + sumOfSquares);
        }
    }

    /** Count times the sum of squared deviations from the mean; exact, also where no long holds it. */
    private static BigInteger squares(long count, long sum, long sumOfSquares) {
        return BigInteger.valueOf(count)
                .multiply(BigInteger.valueOf(sumOfSquares))
                .subtract(BigInteger.valueOf(sum).pow(2));
    }

    /** These values and those. @throws ArithmeticException for sums that no long holds */
    public Moments plus(Moments other) {
        return new Moments(
                Math.addExact(count, other.count),
                Math.addExact(sum, other.sum),
                Math.addExact(sumOfSquares, other.sumOfSquares));
    }

    /** The mean; empty where there are no values. */
    public OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
    }

    /** The sum of squared deviations from the mean; 0 where there are no values. */
    public double squaredDeviations() {
        return count == 0
                ? 0
                : new BigDecimal(squares(count, sum, sumOfSquares))
                        .divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)
                        .doubleValue();
    }

    /** The standard error of the mean, s / sqrt(n); empty for fewer than two values. R: {@code sd(values) / sqrt(n)}. */
    public OptionalDouble standardError() {
        return count < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squaredDeviations() / (count - 1.0) / count));
    }

    /**
     * The t interval of the mean: mean &plusmn; t(1 - tail, n - 1) s / sqrt(n). Empty for fewer than two values, and where all
     * are the same. Student 1908, Biometrika 6:1. R: {@code t.test(values)}.
     */
    public Optional<Interval> meanInterval(ConfidenceLevel level) {
        OptionalDouble error = standardError();
        return error.isEmpty() || error.getAsDouble() == 0
                ? Optional.empty()
                : Optional.of(tInterval(mean().orElseThrow(), error.getAsDouble(), count, level));
    }

    /**
     * The t interval around a mean of so many values with this standard error, where both are known and the values are not.
     *
     * @throws IllegalArgumentException for fewer than two values, or an error that is not above 0
     */
    public static Interval tInterval(double mean, double standardError, long count, ConfidenceLevel level) {
        if (count < 2 || !(standardError > 0)) {
            throw new IllegalArgumentException(count + " values with the standard error " + standardError);
        }
        double reach = TDistribution.of(count - 1.0).inverseSurvivalProbability(level.tail()) * standardError;
        return new Interval(mean - reach, mean + reach);
    }
}
