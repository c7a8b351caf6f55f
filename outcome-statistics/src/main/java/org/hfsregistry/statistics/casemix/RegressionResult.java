package org.hfsregistry.statistics.casemix;

/**
 * What {@link LogisticRegression} comes to: a model, or the reason why there is none. It exists because cohorts that no
 * model fits are common where hospitals are small, and must never end in numbers.
 */
public sealed interface RegressionResult permits RiskModel, NotFitted {}
