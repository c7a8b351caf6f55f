package org.hfsregistry.analytics.table;

import java.util.LinkedHashMap;
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

    /** Its count, the rate and the interval, in a map that may be added to. */
    public Map<String, Object> counted(ConfidenceLevel level) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("count", successes);
        value().ifPresent(value -> fields.put("rate", value));
        interval(level).ifPresent(interval -> fields.put("interval", interval));
        return fields;
    }

    /** Its interval. */
    public Optional<Map<String, Object>> interval(ConfidenceLevel level) {
        return new Proportion(successes, cases)
                .interval(ProportionMethod.WILSON, level)
                .map(interval -> Fields.interval("wilson", interval));
    }
}
