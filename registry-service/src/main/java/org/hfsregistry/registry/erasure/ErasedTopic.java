package org.hfsregistry.registry.erasure;

import java.util.Set;
import org.hfsregistry.registry.arrival.Place;

/** The topic of treatments, as far as it tells of what was erased. */
public interface ErasedTopic {

    /** Says of these treatments, and returns when it is safe, that there is nothing of them any more. */
    void tell(Set<Place.OfTreatment> erased);
}
