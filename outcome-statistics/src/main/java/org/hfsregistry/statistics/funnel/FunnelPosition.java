package org.hfsregistry.statistics.funnel;

/** Where in the funnel a hospital stands. It exists because these five, and no rank, are what a funnel can say. */
public enum FunnelPosition {
    /** Compatible with the network's rate. */
    INSIDE,
    /** Above it, lower probability than 0.025, not lower than 0.001. */
    ABOVE_95,
    /** Below it, lower probability than 0.025, not lower than 0.001. */
    BELOW_95,
    /** Above it, lower probability than 0.001. */
    ABOVE_99_8,
    /** Below it, lower probability than 0.001. */
    BELOW_99_8
}
