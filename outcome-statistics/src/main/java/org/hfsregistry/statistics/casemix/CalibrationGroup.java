package org.hfsregistry.statistics.casemix;

/**
 * Cases of similar expected risk. It exists to set what happened beside what was expected, with the number it is read
 * from.
 *
 * @param cases at least 1
 * @param counts failures that happened, and that were expected
 */
public record CalibrationGroup(int cases, ObservedExpected counts) {}
