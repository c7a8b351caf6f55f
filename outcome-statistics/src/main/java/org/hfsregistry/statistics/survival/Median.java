package org.hfsregistry.statistics.survival;

import java.util.OptionalDouble;

/**
 * The day by which half have had the event, with an interval whose ends may each be open. It exists because a median
 * can be reached while the end of its interval is not.
 *
 * @param days the median in days, half days where the curve runs flat at one half; empty where it is not reached
 * @param lower the lower end in days; empty where the curve gives none
 * @param upper the upper end in days; empty where the curve gives none
 */
public record Median(OptionalDouble days, OptionalDouble lower, OptionalDouble upper) {}
