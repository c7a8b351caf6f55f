package org.hfsregistry.statistics.proportion;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * The ways to put an interval around a rate. It exists so that an answer can name the method it used. With x of n
 * cases and tail a = (1 - level) / 2:
 */
public enum ProportionMethod {
    /**
     * Wilson's score interval without continuity correction, the default of the registry: (x + z&sup2;/2 &plusmn;
     * z sqrt(x (n - x) / n + z&sup2;/4)) / (n + z&sup2;). The lower end is 0 at x = 0, the upper 1 at x = n. Wilson
     * 1927, J Am Stat Assoc 22:209. R: {@code prop.test(x, n, correct = FALSE)}.
     */
    WILSON {
        @Override
        Interval interval(int x, int n, ConfidenceLevel level) {
            double z = level.z();
            double squared = z * z;
            double centre = (x + squared / 2) / (n + squared);
            double reach = z * Math.sqrt((double) x * (n - x) / n + squared / 4) / (n + squared);
            return new Interval(x == 0 ? 0 : centre - reach, x == n ? 1 : centre + reach);
        }
    },

    /**
     * Jeffreys' interval: the quantiles a and 1 - a of Beta(x + 1/2, n - x + 1/2); the lower end is 0 at x = 0, the
     * upper 1 at x = n. Brown, Cai and DasGupta 2001, Stat Sci 16:101. R: {@code qbeta(c(a, 1 - a), x + .5, n - x + .5)}.
     */
    JEFFREYS {
        @Override
        Interval interval(int x, int n, ConfidenceLevel level) {
            BetaDistribution posterior = BetaDistribution.of(x + 0.5, n - x + 0.5);
            return new Interval(
                    x == 0 ? 0 : posterior.inverseCumulativeProbability(level.tail()),
                    x == n ? 1 : posterior.inverseSurvivalProbability(level.tail()));
        }
    },

    /**
     * The exact interval of Clopper and Pearson: the quantile a of Beta(x, n - x + 1) and the quantile 1 - a of
     * Beta(x + 1, n - x); the lower end is 0 at x = 0, the upper 1 at x = n. Clopper and Pearson 1934, Biometrika
     * 26:404. R: {@code binom.test(x, n)}.
     */
    CLOPPER_PEARSON {
        @Override
        Interval interval(int x, int n, ConfidenceLevel level) {
            double tail = level.tail();
            return new Interval(
                    x == 0 ? 0 : BetaDistribution.of(x, n - x + 1.0).inverseCumulativeProbability(tail),
                    x == n ? 1 : BetaDistribution.of(x + 1.0, n - x).inverseSurvivalProbability(tail));
        }
    };

    /** The interval of x successes of n cases, 0 &le; x &le; n, n &ge; 1, within 0 and 1. */
    abstract Interval interval(int x, int n, ConfidenceLevel level);
}
