package org.hfsregistry.registry.history;

import java.time.Instant;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Verdict;

/** What was decided of an arrival, and when. */
public record Decision(Arrival arrival, Verdict verdict, Instant decidedAt) {

    /** The key in the store. Keys sort as the positions of a partition do. */
    public String id() {
        return arrival.position().key();
    }
}
