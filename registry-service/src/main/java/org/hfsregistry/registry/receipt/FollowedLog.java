package org.hfsregistry.registry.receipt;

import java.util.Map;
import java.util.Set;

/** Where it is kept how far the log was followed. */
public interface FollowedLog {

    /** Of those of the partitions that were followed. */
    Map<Integer, Followed> of(Set<Integer> partitions);

    /** Of all partitions that were followed. */
    Map<Integer, Followed> all();
}
