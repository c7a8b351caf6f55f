package org.hfsregistry.statistics.trend;

import org.apache.commons.statistics.distribution.TDistribution;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * A slope within patients. It exists so that a trend is never given without its error and the numbers behind it.
 *
 * @param perOccasion the change of the value from one occasion to the next, in the value's unit
 * @param standardError of it, robust and clustered by patient, above 0
 * @param patients with at least two sessions, who alone tell of a change; at least 2
 * @param sessions of those patients
 * @param leftOut sessions of patients who have only one
 * @param droppedAdjustments columns that do not vary within patients or follow from the ones before, which adjust nothing
 */
public record Slope(
        double perOccasion, double standardError, int patients, int sessions, int leftOut, int droppedAdjustments)
        implements Trend {
    /** The t interval: slope &plusmn; t(1 - tail, patients - 1) standard errors. */
    public Interval interval(ConfidenceLevel level) {
        double reach = TDistribution.of(patients - 1.0).inverseSurvivalProbability(level.tail()) * standardError;
        return new Interval(perOccasion - reach, perOccasion + reach);
    }
}
