package org.hfsregistry.analytics.feed;

import java.util.List;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;

/**
 * Changes that come in together.
 *
 * @param positions up to where the log is applied with them
 */
public record Batch(List<Change> changes, LogPositions positions) {

    /** Takes a copy. */
    public Batch {
        changes = List.copyOf(changes);
    }
}
