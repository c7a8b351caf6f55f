package org.hfsregistry.registry.history;

import java.util.List;
import java.util.Set;

/** The history as it stands in the store, part by part, for those who want to prove it. */
public interface Journal {

    /** So many offsets are asked for at once, at the most. */
    int MOST_OFFSETS = 1000;

    /** What stands at these offsets of a partition, in their order. */
    List<Fingerprint> fingerprints(int partition, long from, long to);

    /** What was decided of outcomes of these hospitals at these offsets of a partition, in their order. */
    List<Recorded> outcomes(Set<String> hospitalIds, int partition, long from, long to);
}
