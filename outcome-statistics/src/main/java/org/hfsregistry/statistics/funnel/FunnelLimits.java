package org.hfsregistry.statistics.funnel;

import org.hfsregistry.statistics.Interval;

/**
 * The limits of a funnel at one number of cases, for drawing. It exists to keep them apart from the
 * {@link FunnelReading}, which is never taken from the drawn limits.
 *
 * @param cases the number of cases
 * @param inner the 95% limits, as rates
 * @param outer the 99.8% limits, as rates
 */
public record FunnelLimits(int cases, Interval inner, Interval outer) {}
