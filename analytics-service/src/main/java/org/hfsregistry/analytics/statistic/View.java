package org.hfsregistry.analytics.statistic;

import java.util.Set;
import java.util.function.Predicate;
import org.hfsregistry.statistics.ConfidenceLevel;

/**
 * What of a group is to be put together. It exists so that a list of headline numbers builds no curves.
 *
 * @param level of the intervals
 * @param fields whether a field is wanted, by its name
 */
record View(ConfidenceLevel level, Predicate<String> fields) {

    static View whole(double level) {
        return new View(ConfidenceLevel.of(level), field -> true);
    }

    static View only(Set<String> fields, double level) {
        return new View(ConfidenceLevel.of(level), fields::contains);
    }

    boolean wants(String field) {
        return fields.test(field);
    }
}
