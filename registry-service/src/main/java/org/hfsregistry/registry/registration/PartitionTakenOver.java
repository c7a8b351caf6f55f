package org.hfsregistry.registry.registration;

/** Thrown where another registry follows the partition now: what was to be noted is that one's to note. */
public final class PartitionTakenOver extends RuntimeException {
    PartitionTakenOver(int partition) {
        super("partition " + partition + " was taken over by another registry");
    }
}
