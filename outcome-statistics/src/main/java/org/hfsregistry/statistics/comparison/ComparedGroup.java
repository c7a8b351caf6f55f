package org.hfsregistry.statistics.comparison;

/**
 * One group of a comparison. It exists so that a test is never given without the counts it was made of.
 *
 * @param followed how many were followed from day 0
 * @param observed how many had the event
 * @param expected how many would have had it, had all groups the same hazard on every day
 */
public record ComparedGroup(int followed, int observed, double expected) {}
