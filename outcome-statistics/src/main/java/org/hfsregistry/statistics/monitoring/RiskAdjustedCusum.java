package org.hfsregistry.statistics.monitoring;

import java.util.OptionalInt;

/**
 * The risk-adjusted cumulative sum chart: the evidence that the odds of failure have changed by a factor R. It exists to
 * signal a change without calling it one that a hospital takes on harder cases.
 *
 * <p>With p the expected risk of an operation, y 1 for a failure and W = y log R - log(1 - p + R p), the log-likelihood
 * ratio, S = max(0, S before + W), from 0. The chart signals where S reaches a limit ({@link FalseAlarms}); afterwards a
 * new chart is begun with the operations that follow. Steiner et al. 2000, Biostatistics 1:441.
 *
 * @param oddsRatio R: above 1 to look for more failures, below 1 for fewer
 */
public record RiskAdjustedCusum(double oddsRatio) {
    public RiskAdjustedCusum {
        if (!(oddsRatio > 0) || oddsRatio == 1 || !Double.isFinite(oddsRatio)) {
            throw new IllegalArgumentException("no change is looked for at an odds ratio of " + oddsRatio);
        }
    }

    /**
     * S after each operation, 0 or more.
     *
     * @param risks expected risk of failure per operation, in their order in time, each from 0 to 1
     * @param failed per operation, in the same order
     * @throws IllegalArgumentException for arrays of different lengths, or another risk
     */
    public double[] path(double[] risks, boolean[] failed) {
        Operations.check(risks, failed);
        double[] path = new double[risks.length];
        double sum = 0;
        for (int i = 0; i < path.length; i++) {
            sum = Math.max(0, sum + weight(risks[i], failed[i]));
            path[i] = sum;
        }
        return path;
    }

    /** The index of the first operation at which S of a path reaches the limit; empty where none does. */
    public static OptionalInt firstSignal(double[] path, double limit) {
        for (int i = 0; i < path.length; i++) {
            if (path[i] >= limit) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** W of one operation. */
    double weight(double risk, boolean failed) {
        return (failed ? Math.log(oddsRatio) : 0) - Math.log(1 - risk + oddsRatio * risk);
    }
}
