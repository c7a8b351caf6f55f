package org.hfsregistry.registry.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.registered.Position;

/** The history as it stands in the store, part by part, for those who want to prove it. */
public interface Journal {

    /** So many offsets are asked for at once, at the most. */
    int MOST_OFFSETS = 1000;

    /** What stands at these offsets of a partition, in their order. */
    List<Fingerprint> fingerprints(int partition, long from, long to);

    /** What stands at a position; absent where nothing does, or where it can't be read. */
    Optional<Decision> at(Position position);

    /** What was decided of outcomes and of patients of these hospitals at these offsets of a partition, in their order. */
    List<Recorded> outcomes(Set<String> hospitalIds, int partition, long from, long to);
}
