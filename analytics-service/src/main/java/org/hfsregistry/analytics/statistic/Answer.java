package org.hfsregistry.analytics.statistic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.question.Definition;

/**
 * What an audience gets. It exists so that a number never travels without its definition and the places of the log it was
 * computed from. Fields are numbers, texts, lists and maps of such, in the order in which they are shown; a field that is
 * not shown is absent.
 *
 * @param parameters the question, with its defaults filled in
 * @param groups each with the key that it is grouped by
 */
public record Answer(
        Definition definition,
        Map<String, Object> parameters,
        Instant asOf,
        LogPositions positions,
        Map<String, Object> network,
        List<Map<String, Object>> groups) {
    static final String HOSPITAL = "hospitalId";

    /** A group that so far has only what it is of. */
    static Map<String, Object> key(String name, Object value) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put(name, value);
        return group;
    }
}
