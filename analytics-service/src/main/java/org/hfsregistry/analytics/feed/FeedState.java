package org.hfsregistry.analytics.feed;

import org.hfsregistry.analytics.cohort.LogPositions;

/**
 * How far the columns are.
 *
 * @param read documents read from the store
 * @param applied up to where the log is applied
 */
public record FeedState(Phase phase, long read, LogPositions applied) {

    /** Where in its life the feed is. */
    public enum Phase {
        /** Waits for the log and the store to answer. */
        WAITING,
        /** Reads the store. */
        READING,
        /** Follows the log up to where it was when the store was read. */
        CATCHING_UP,
        /** Follows the log. */
        FOLLOWING,
        /** Can't reach the log; answers go on, from older data. */
        STALE
    }

    /** Whether all is in. */
    public boolean complete() {
        return phase == Phase.FOLLOWING || phase == Phase.STALE;
    }
}
