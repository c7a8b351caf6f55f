package org.hfsregistry.registry.merging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All merges and undoings as they stand in the store, for those who want to hold them against the history. */
public interface KeptMerges {

    /** All by their hospitals, read through once; but one that names no hospital. */
    Map<String, List<Kept>> all();

    /** All of these hospitals, as they stand by now. */
    List<Kept> of(Set<String> hospitalIds);

    /**
     * One as it stands in the store.
     *
     * @param id by which it is found
     * @param done whether it is told to be carried out
     * @param merge absent where it can't be read any more, which nothing of the registry can have brought about
     */
    record Kept(String id, String hospitalId, boolean done, Optional<Merge> merge) {}
}
