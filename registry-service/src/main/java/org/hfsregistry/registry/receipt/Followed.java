package org.hfsregistry.registry.receipt;

import java.util.List;

/**
 * How far a partition of the log was followed, and up to where all that came of it is published.
 *
 * @param next the offset to go on from; what lies before is in the record and published, or lost
 * @param lost what the log dropped before it was registered
 */
public record Followed(long next, List<Lost> lost, List<Published> published) {

    /** Takes copies. */
    public Followed {
        lost = List.copyOf(lost);
        published = List.copyOf(published);
    }

    /** Of a partition of which nothing was lost. */
    public Followed(long next, List<Published> published) {
        this(next, List.of(), published);
    }
}
