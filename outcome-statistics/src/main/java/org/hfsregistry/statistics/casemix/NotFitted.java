package org.hfsregistry.statistics.casemix;

/**
 * That a cohort can't be fitted, and why. It exists so that a page can say so in words.
 *
 * @param reason why
 */
public record NotFitted(Reason reason) implements RegressionResult {
    /** Why a logistic regression has no maximum likelihood estimate. */
    public enum Reason {
        /** There are no cases, all of them failed, or none did. */
        ONE_OUTCOME_ONLY,
        /** A column follows from the others (a constant one from the intercept), or there are fewer cases than coefficients. */
        COLLINEAR,
        /** A combination of columns parts the failures from the others, wholly or but for ties: a coefficient would be infinite. */
        SEPARATED
    }
}
