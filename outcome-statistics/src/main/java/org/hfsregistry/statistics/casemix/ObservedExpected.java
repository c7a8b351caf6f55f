package org.hfsregistry.statistics.casemix;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * Failures that happened beside failures that were expected. It exists so that their ratio is never parted from them.
 * The expected number is taken as known, so the intervals leave out its own uncertainty.
 *
 * @param observed 0 or more
 * @param expected 0 or more, the sum of the cases' risks
 */
public record ObservedExpected(int observed, double expected) {
    /** What the shrunken ratio adds to both: a gamma prior of shape and rate 2, as the SRTR's program reports have it. */
    private static final int PRIOR = 2;

    public ObservedExpected {
        if (observed < 0 || !(expected >= 0) || !Double.isFinite(expected)) {
            throw new IllegalArgumentException(observed + " observed, " + expected + " expected");
        }
    }

    /** O / E; empty where nothing was expected. */
    public OptionalDouble ratio() {
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(observed / expected);
    }

    /**
     * The exact Poisson interval of O / E: the quantile tail of Gamma(O) and 1 - tail of Gamma(O + 1), over E; the lower end
     * is 0 at O = 0. Empty where nothing was expected. Garwood 1936, Biometrika 28:437. R: {@code poisson.test(O, E)}.
     */
    public Optional<Interval> interval(ConfidenceLevel level) {
        if (expected == 0) {
            return Optional.empty();
        }
        double lower = observed == 0 ? 0 : GammaDistribution.of(observed, 1).inverseCumulativeProbability(level.tail());
        double upper = GammaDistribution.of(observed + 1.0, 1).inverseSurvivalProbability(level.tail());
        return Optional.of(new Interval(lower / expected, upper / expected));
    }

    /**
     * The shrunken ratio (O + 2) / (E + 2), drawn towards 1 the more the fewer were expected: the mean of Gamma(O + 2, rate
     * E + 2). Salkowski et al. 2014, Am J Transplant 14:1271.
     */
    public double shrunkenRatio() {
        return (observed + PRIOR) / (expected + PRIOR);
    }

    /** The equal-tailed interval of the shrunken ratio. R: {@code qgamma(c(tail, 1 - tail), O + 2, E + 2)}. */
    public Interval shrunkenInterval(ConfidenceLevel level) {
        GammaDistribution posterior = GammaDistribution.of(observed + (double) PRIOR, 1);
        return new Interval(
                posterior.inverseCumulativeProbability(level.tail()) / (expected + PRIOR),
                posterior.inverseSurvivalProbability(level.tail()) / (expected + PRIOR));
    }
}
