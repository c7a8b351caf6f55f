package org.hfsregistry.analytics.statistic;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.cohort.LogPositions;

/** The answer to a question for those who get one k, before somebody asks for some hospitals and a level. */
interface Table {
    /** What the numbers mean. */
    Definition definition();

    /** The question, defaults filled in. */
    Map<String, Object> parameters();

    /** The places of the log. */
    LogPositions positions();

    /** When the newest change was made. */
    Instant asOf();

    /** Every hospital there is. */
    Set<String> hospitals();

    /** The network's fields. */
    Map<String, Object> network(View view);

    /** A hospital's fields without its key; all of them where it is the audience's own. */
    Map<String, Object> group(String hospital, boolean own, View view);

    /** A few fields to show in a list. */
    Set<String> headline();

    /** What a group gets that is not there, which is what one gets that is too small. */
    static Map<String, Object> nothing() {
        return Map.of("status", "insufficient-data");
    }
}
