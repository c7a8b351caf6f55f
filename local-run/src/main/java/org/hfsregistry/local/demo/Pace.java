package org.hfsregistry.local.demo;

import java.time.Duration;

/**
 * How fast a sample is played.
 *
 * @param perSecond how many outcomes come in a second
 */
record Pace(int perSecond) {

    private static final double MILLIS = 1000;

    /** How many of them are to have come after so long; the first comes at once. */
    long due(Duration since) {
        return 1 + (long) (since.toMillis() / MILLIS * perSecond);
    }
}
