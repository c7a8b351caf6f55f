package org.hfsregistry.registry.registration;

/** Thrown where the claim to a partition does not hold: whoever claimed it last notes what was followed of it. */
public final class PartitionTakenOver extends RuntimeException {

    private final int partition;

    PartitionTakenOver(int partition) {
        super("partition " + partition + " was claimed by another registry");
        this.partition = partition;
    }

    /** Which one. */
    public int partition() {
        return partition;
    }
}
