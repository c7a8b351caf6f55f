package org.hfsregistry.registry.receipt;

import java.util.List;

/**
 * How far a partition of the log was followed, and up to where all that came of it is published.
 *
 * @param next the offset to go on from; what lies before is in the record and published
 */
public record Followed(long next, List<Published> published) {

    /** Takes a copy. */
    public Followed {
        published = List.copyOf(published);
    }
}
