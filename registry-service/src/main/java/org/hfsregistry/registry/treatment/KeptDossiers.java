package org.hfsregistry.registry.treatment;

import java.util.List;
import java.util.Set;

/** All documents as they stand in the store, for those who want to hold them against the history. */
public interface KeptDossiers {

    /** Of all documents, read through once. */
    Keys keys();

    /** All documents of these hospitals. */
    List<Kept> of(Set<String> hospitalIds);

    /**
     * What the keys of all documents say.
     *
     * @param hospitals of which there is a document
     * @param strays keys that are those of no place, each with its collection; whoever reads by places never meets these documents
     */
    record Keys(Set<String> hospitals, List<String> strays) {}
}
