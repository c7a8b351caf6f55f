package org.hfsregistry.analytics.table;

import java.util.Map;
import java.util.Optional;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.proportion.Proportion;
import org.hfsregistry.statistics.proportion.ProportionMethod;

/** A rate with its interval by Wilson, as fields; none where there are no cases. */
public record Rate(int successes, int cases) {

    /** The rate. */
    public Optional<Double> value() {
        return Fields.of(new Proportion(successes, cases).rate());
    }

    /** Its interval. */
    public Optional<Map<String, Object>> interval(ConfidenceLevel level) {
        return new Proportion(successes, cases)
                .interval(ProportionMethod.WILSON, level)
                .map(interval -> Fields.interval("wilson", interval));
    }
}
