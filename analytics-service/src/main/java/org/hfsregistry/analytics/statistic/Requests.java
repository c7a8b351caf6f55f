package org.hfsregistry.analytics.statistic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;

/**
 * Reads questions from parameters as they are asked over HTTP. It exists so that whoever offers a form for them takes and
 * refuses the same as the interface for machines.
 */
public interface Requests {

    /** The statistics, in the order in which they are offered. */
    List<Offered> offered();

    /** What is asked of a statistic for an audience. */
    Requested read(Offered statistic, Map<String, List<String>> given, Audience audience);

    /**
     * A statistic that may be asked.
     *
     * @param name as it stands in the path
     * @param parameters that it takes
     * @param groupings that it has
     */
    record Offered(String name, List<String> parameters, Set<By> groupings) {}

    /** A question, or why it is none. */
    sealed interface Requested {

        /** It may be answered. */
        record Fit(Asked asked) implements Requested {}

        /** A parameter is wrong; says what it takes. */
        record Refused(String parameter, String message) implements Requested {}
    }
}
