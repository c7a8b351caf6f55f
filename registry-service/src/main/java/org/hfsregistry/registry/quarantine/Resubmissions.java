package org.hfsregistry.registry.quarantine;

import java.util.List;
import java.util.Set;

/** Where it is kept what was submitted again: of each quarantined arrival the last time. */
public interface Resubmissions {

    /** Puts one, except where a later one is there. */
    void put(Resubmission resubmission);

    /** Those of the quarantined arrivals that were submitted again, in any order. */
    List<Resubmission> of(Set<String> quarantinedIds);
}
