package org.hfsregistry.statistics.proportion;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * Successes of a number of cases. It exists so that a rate is never parted from the counts it came from, and so that
 * no cases at all is a case of its own and not a division by zero.
 *
 * @param successes 0 to {@code cases}
 * @param cases 0 or more
 */
public record Proportion(int successes, int cases) {
    public Proportion {
        if (successes < 0 || successes > cases) {
            throw new IllegalArgumentException(successes + " successes of " + cases + " cases");
        }
    }

    /** Successes / cases, from 0 to 1; empty where there are no cases. */
    public OptionalDouble rate() {
        return cases == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) successes / cases);
    }

    /** The interval of the rate by the method, within 0 and 1; empty where there are no cases. */
    public Optional<Interval> interval(ProportionMethod method, ConfidenceLevel level) {
        return cases == 0 ? Optional.empty() : Optional.of(method.interval(successes, cases, level));
    }
}
