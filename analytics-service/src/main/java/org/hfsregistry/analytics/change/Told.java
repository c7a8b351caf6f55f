package org.hfsregistry.analytics.change;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What somebody who listens is told.
 *
 * @param dataVersion of the newest numbers
 * @param asOf when the newest change in them was made
 * @param hospitals whose numbers have changed, as far as the listener may see these
 * @param all whether any hospital's may have: it is not known what has been missed
 */
public record Told(long dataVersion, Instant asOf, SortedSet<String> hospitals, boolean all) {

    /** Takes a copy. */
    public Told {
        hospitals = Collections.unmodifiableSortedSet(new TreeSet<>(hospitals));
    }

    /** This and what came later, as one. */
    Told and(Told later) {
        SortedSet<String> both = new TreeSet<>(hospitals);
        both.addAll(later.hospitals);
        return new Told(later.dataVersion, later.asOf, both, all || later.all);
    }

    /** With a hospital more. */
    Told and(String hospital) {
        SortedSet<String> more = new TreeSet<>(hospitals);
        more.add(hospital);
        return new Told(dataVersion, asOf, more, all);
    }
}
