package org.hfsregistry.registry.registration;

import java.util.Collection;
import org.hfsregistry.registry.treatment.Dossier;

/** Where the rest of the world learns what a document says now. */
public interface Announcements {

    /** Publishes the documents, and returns when all of them are safe. */
    void publish(Collection<Dossier<?>> dossiers);
}
