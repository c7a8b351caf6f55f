package org.hfsregistry.statistics.survival;

import java.util.Optional;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * A cumulative incidence on one day. It exists so that an incidence is read together with how many were still
 * followed.
 *
 * @param day days from the start
 * @param atRisk followed without either event at the start of the day; those censored on it included
 * @param events events of the cause in question on the day
 * @param competing events of the competing cause on the day
 * @param incidence probability that the event of the cause in question happened by the end of the day
 * @param variance the variance of the incidence
 */
public record IncidencePoint(int day, int atRisk, int events, int competing, double incidence, double variance) {
    /** The log-log interval of the incidence; empty where it is 0 or 1, as in R. */
    public Optional<Interval> interval(ConfidenceLevel level) {
        return LogLog.interval(incidence, Math.sqrt(variance) / incidence, level);
    }
}
