package org.hfsregistry.registry.registration;

import java.util.Set;

/** Thrown where claims to partitions do not hold: whoever claimed them last notes what was followed of them. */
public final class PartitionTakenOver extends RuntimeException {

    private final transient Set<Integer> partitions;

    PartitionTakenOver(Set<Integer> partitions) {
        super("partitions " + partitions + " were claimed by another registry");
        this.partitions = Set.copyOf(partitions);
    }

    /** Which ones. */
    public Set<Integer> partitions() {
        return partitions;
    }
}
