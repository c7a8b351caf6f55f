package org.hfsregistry.statistics.comparison;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A chi-squared statistic with what it means. It exists so that the probability is derived in one place and the degrees
 * of freedom stay with it.
 *
 * @param statistic 0 or more
 * @param degreesOfFreedom 1 or more
 */
public record ChiSquaredTest(double statistic, int degreesOfFreedom) {
    public ChiSquaredTest {
        if (!(statistic >= 0 && degreesOfFreedom >= 1)) {
            throw new IllegalArgumentException("chi-squared " + statistic + " on " + degreesOfFreedom);
        }
    }

    /** The probability of so large a statistic or a larger one where the groups do not differ. */
    public double p() {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
