package org.hfsregistry.registry.registration;

import java.util.Collection;
import java.util.List;
import org.hfsregistry.registry.receipt.Published;
import org.hfsregistry.registry.treatment.Dossier;

/** Where the rest of the world learns what a document says now. */
public interface Announcements {

    /**
     * Publishes the documents, and returns when all of them are safe.
     *
     * @return up to where the topics must be read to have read them
     */
    List<Published> publish(Collection<Dossier<?>> dossiers);
}
