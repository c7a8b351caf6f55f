package org.hfsregistry.statistics.casemix;

import java.util.Arrays;

/**
 * A fitted logistic regression: log(p / (1 - p)) = b0 + b1 x1 + ..., p the risk of failure. It exists to give each case
 * its expected risk. Immutable. Made by {@link LogisticRegression}.
 */
public final class RiskModel implements RegressionResult {
    private final double[] coefficients;
    private final double[] standardErrors;
    private final double deviance;

    RiskModel(double[] coefficients, double[] standardErrors, double deviance) {
        this.coefficients = coefficients;
        this.standardErrors = standardErrors;
        this.deviance = deviance;
    }

    /** The intercept, then one log odds ratio a column. R: {@code coef(fit)}. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Of the coefficients, in their order, from the inverse of the information. R: {@code sqrt(diag(vcov(fit)))}. */
    public double[] standardErrors() {
        return standardErrors.clone();
    }

    /** -2 log-likelihood. R: {@code deviance(fit)}. */
    public double deviance() {
        return deviance;
    }

    /**
     * The risk of failure of a case, from 0 to 1. R: {@code predict(fit, type = "response")}.
     *
     * @param row one number a column, in the order of the fit
     * @throws IllegalArgumentException for another number of columns, or a value that is no finite number
     */
    public double risk(double[] row) {
        LogisticRegression.check(row, coefficients.length - 1);
        double logit = coefficients[0];
        for (int j = 0; j < row.length; j++) {
            logit += coefficients[j + 1] * row[j];
        }
        return LogisticRegression.probability(logit);
    }

    @Override
    public String toString() {
        return "RiskModel" + Arrays.toString(coefficients);
    }
}
