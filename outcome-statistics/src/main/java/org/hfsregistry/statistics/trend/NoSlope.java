package org.hfsregistry.statistics.trend;

/**
 * That there is no slope, and why. It exists so that a page can say so in words.
 *
 * @param reason why
 */
public record NoSlope(Reason reason) implements Trend {
    /** Why a slope within patients can't be estimated. */
    public enum Reason {
        /** Fewer than two patients have two sessions. */
        TOO_FEW_PATIENTS,
        /** The occasion never differs within a patient, or follows from the adjustments. */
        COLLINEAR,
        /** As many parameters as sessions, or no scatter around the fit: an error can't be estimated. */
        NO_ERROR
    }
}
