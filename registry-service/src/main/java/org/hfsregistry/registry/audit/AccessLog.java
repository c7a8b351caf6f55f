package org.hfsregistry.registry.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where accesses are kept. */
public interface AccessLog {

    /** Adds those that are not there yet. */
    void add(List<Access> accesses);

    /** Some, by their times. */
    List<Access> find(Selection selection);

    /** Removes the oldest of those from before a time, so many at most; returns how many. */
    int forget(Instant before, int most);

    /**
     * Which accesses to show.
     *
     * @param hospitalId to whose records: to its own or to everybody's; all where it is absent
     * @param from the earliest time
     * @param before the time before which they were
     * @param after the id after which to go on
     * @param limit how many at most
     */
    record Selection(
            Optional<String> hospitalId,
            Optional<Instant> from,
            Optional<Instant> before,
            Optional<String> after,
            int limit) {}
}
