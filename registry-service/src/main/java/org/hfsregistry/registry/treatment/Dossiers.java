package org.hfsregistry.registry.treatment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
     * @throws IllegalStateException where the store holds that version and can't put another in its place, since the document is
     *     damaged: whoever reads it again comes to the same
     */
    boolean put(List<Revised<D>> dossiers);

    /**
     * A dossier and what it was made of.
     *
     * @param storedVersion the version that is to be replaced; 0 where there is none
     */
    record Revised<D>(long storedVersion, D dossier) {

        /** Of a document that is there, and is damaged so that no version of it can be told. */
        public static final long DAMAGED = -1;
    }

    /** Those of these documents that are kept here and were changed or erased since they were read, as they are now. */
    default List<D> changedSince(Collection<? extends Dossier<?>> read) {
        Map<String, Long> versions = read.stream()
                .collect(Collectors.toMap(dossier -> dossier.place().id(), Dossier::version));
        return find(versions.keySet()).stream()
                .filter(dossier -> dossier.version()
                        > versions.getOrDefault(dossier.place().id(), Long.MAX_VALUE))
                .toList();
    }
}
