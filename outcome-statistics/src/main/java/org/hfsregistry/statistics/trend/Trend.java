package org.hfsregistry.statistics.trend;

/**
 * What {@link WithinPatients} comes to: a slope, or the reason why there is none. It exists because too few repetitions
 * are the ordinary case in one hospital, and no slope must not look like a level one.
 */
public sealed interface Trend permits Slope, NoSlope {}
