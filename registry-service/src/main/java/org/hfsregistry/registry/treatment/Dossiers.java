package org.hfsregistry.registry.treatment;

import java.util.List;
import java.util.Set;

/**
 * Where dossiers are kept.
 *
 * @param <D> the kind of dossier
 */
public interface Dossiers<D extends Dossier<?>> {

    /** Those of the documents that are there, in any order. */
    List<D> find(Set<String> ids);

    /**
     * Puts each in place of the version it was made of. Some may have been put when this is refused.
     *
     * @return whether all were put; not so where the store holds another version than a dossier was made of
     */
    boolean put(List<Revised<D>> dossiers);

    /**
     * A dossier and what it was made of.
     *
     * @param storedVersion the version that is to be replaced; 0 where there is none
     */
    record Revised<D>(long storedVersion, D dossier) {}
}
