package org.hfsregistry.analytics.table;

import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.statistics.ConfidenceLevel;

/**
 * What of a group is to be put together. It exists so that a list of headline numbers builds no curves.
 *
 * @param level of the intervals
 * @param only the fields that are wanted, by their names; all where none are named
 * @param registry whether it is for the registry's staff, who see what others don't see yet
 * @param network whether what all hospitals together come to is wanted, too
 */
public record View(ConfidenceLevel level, Optional<Set<String>> only, boolean registry, boolean network) {

    /** All fields. */
    public static View whole(double level, Audience audience) {
        return new View(ConfidenceLevel.of(level), Optional.empty(), audience.registry(), true);
    }

    /** Some fields, by their names. */
    public static View only(Set<String> fields, double level, Audience audience) {
        return new View(ConfidenceLevel.of(level), Optional.of(Set.copyOf(fields)), audience.registry(), true);
    }

    /** The same of the groups alone. */
    public View ofGroups() {
        return new View(level, only, registry, false);
    }

    /** Whether a field is wanted. */
    public boolean wants(String field) {
        return only.isEmpty() || only.get().contains(field);
    }
}
