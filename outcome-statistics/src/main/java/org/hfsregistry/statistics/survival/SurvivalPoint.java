package org.hfsregistry.statistics.survival;

import java.util.Optional;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * A Kaplan-Meier curve on one day. It exists so that a probability of survival is read together with how many were
 * still followed.
 *
 * @param day days from the start
 * @param atRisk followed at the start of the day; those censored on it included
 * @param events events on the day
 * @param survival probability of no event up to the end of the day
 * @param varianceOfLog Greenwood's sum d / (n (n - d)), the variance of log survival; infinite where survival is 0
 */
public record SurvivalPoint(int day, int atRisk, int events, double survival, double varianceOfLog) {
    /** The log-log interval of the survival; empty where survival is 1 or 0, as in R. */
    public Optional<Interval> interval(ConfidenceLevel level) {
        return LogLog.interval(survival, Math.sqrt(varianceOfLog), level);
    }
}
