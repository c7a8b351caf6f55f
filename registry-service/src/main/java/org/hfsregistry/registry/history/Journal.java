package org.hfsregistry.registry.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.contract.registered.Position;

/** The history as it stands in the store, part by part, for those who want to prove it. */
public interface Journal {

    /** So many offsets are asked for at once, at the most. */
    int MOST_OFFSETS = 1000;

    /** What stands at these offsets of a partition, in their order. */
    List<Fingerprint> fingerprints(int partition, long from, long to);

    /** Whose the entries at these offsets of a partition say they are, in their order; but those that tell no hospital. */
    List<Owned> owned(int partition, long from, long to);

    /** The keys of all entries, in any order, read as they are asked for; to be closed. */
    Stream<Key> keys();

    /**
     * Up to where entries lie together from an offset on, to the next {@link #MOST_OFFSETS}. What was decided and is not noted yet
     * does: batches of a partition are decided one after the other.
     */
    default long endOf(int partition, long from) {
        long end = from;
        while (!fingerprints(partition, end, end + MOST_OFFSETS).isEmpty()) {
            end += MOST_OFFSETS;
        }
        return end;
    }

    /** What stands at a position; absent where nothing does, or where it can't be read. */
    Optional<Decision> at(Position position);

    /** What was decided of outcomes and of patients of these hospitals at these positions of a partition, in their order. */
    List<Recorded> outcomes(Set<String> hospitalIds, List<Position> positions);

    /** An entry of a hospital in a partition. */
    record Owned(long offset, String hospitalId) {}

    /**
     * The key of an entry.
     *
     * @param position absent where it is a key that no registry gives
     */
    record Key(String text, Optional<Position> position) {}
}
