package org.hfsregistry.registry.treatment;

import java.util.List;
import java.util.Set;

/** All documents as they stand in the store, for those who want to hold them against the history. */
public interface KeptDossiers {

    /** The hospitals of which there is a document. */
    Set<String> hospitals();

    /** All documents of these hospitals. */
    List<Kept> of(Set<String> hospitalIds);
}
