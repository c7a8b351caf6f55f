package org.hfsregistry.registry.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hfsregistry.registry.receipt.Published;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Dossiers;

/** Where the rest of the world learns what a document says now. */
public interface Announcements {

    /**
     * Publishes the documents, and returns when all of them are safe.
     *
     * @return up to where the topics must be read to have read them
     */
    List<Published> publish(Collection<Dossier<?>> dossiers);

    /**
     * Publishes what became of documents that were published late: those that another process has changed since they were read, as
     * they are now. Else the topic would keep the older one, and with it a patient who was erased.
     *
     * @param kept where they are kept
     */
    default void followUp(Collection<? extends Dossier<?>> published, Dossiers<?>... kept) {
        List<Dossier<?>> last = List.copyOf(published);
        while (!last.isEmpty()) {
            List<Dossier<?>> now = new ArrayList<>();
            for (Dossiers<?> some : kept) {
                now.addAll(some.changedSince(last));
            }
            publish(now);
            last = now;
        }
    }
}
