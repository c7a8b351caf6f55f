package org.hfsregistry.statistics.monitoring;

import org.hfsregistry.statistics.Interval;

/**
 * The value at which a chart signals, with how surely simulation knows it. It exists so that a limit is never used
 * without its Monte Carlo error.
 *
 * @param value S from which on the chart signals, in whole hundredths
 * @param falseAlarmRate the part of simulated charts without any change that reached the value
 * @param standardError of the false-alarm rate, by the number of runs: sqrt(rate (1 - rate) / runs)
 * @param range the limits that the simulation, at 95%, cannot tell from this one
 */
public record ControlLimit(double value, double falseAlarmRate, double standardError, Interval range) {}
