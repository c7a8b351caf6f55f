package org.hfsregistry.registry.receipt;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where the entries of outcomes are kept. */
public interface OutcomeIndex {

    /** Those of the entries that are there, in any order. */
    List<OutcomeEntry> find(Set<String> ids);

    /** Puts entries of which none was there a moment ago: what {@link #put} does, in fewer steps where none is there still. */
    void add(Collection<OutcomeEntry> entries);

    /** Puts each, except where the store holds one that has seen as much or more of the same partition. */
    void put(Collection<OutcomeEntry> entries);
}
