package org.hfsregistry.registry.merging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.registered.Position;

/** Where merges are kept, and what undid them. */
public interface Merges {

    /** Adds one, if it is not there. One that stands does so from now on; it is not told yet that it was carried out. */
    void add(Merge merge);

    /** Says that a merge stands no longer. */
    void undo(Position merge);

    /** Says that all is done: from then on it is told that it was carried out. */
    void done(Position merge);

    /** Those of these hospitals that stand, in any order. */
    List<Merge> standing(Set<String> hospitalIds);

    /** Whether one came later in the hospital's order. */
    boolean isFollowed(String hospitalId, Position position);

    /** A hospital's one that was carried out; absent where it has none of this id. */
    Optional<Merge> find(String hospitalId, String id);

    /**
     * A hospital's that were carried out, the oldest of each partition first.
     *
     * @param after the id after which to go on
     */
    List<Merge> of(String hospitalId, Optional<String> after, int limit);

    /** Leaves nothing of the patients of those that stand at these positions, and lets them stand no longer. */
    void redact(List<Position> positions);
}
