package org.hfsregistry.registry.registration;

import java.util.OptionalLong;
import java.util.Set;

/**
 * The right to follow a partition, until somebody else claims it.
 *
 * @param epoch goes up with every claim
 * @param next the offset to go on from; absent where the partition was never followed
 */
public record Claim(int partition, long epoch, OptionalLong next) {

    /** Thrown where claims to partitions do not hold: whoever claimed them last notes what was followed of them. */
    public static final class TakenOver extends RuntimeException {

        /** Of these. */
        public TakenOver(Set<Integer> partitions) {
            super("partitions " + partitions + " were claimed by another registry");
        }
    }
}
