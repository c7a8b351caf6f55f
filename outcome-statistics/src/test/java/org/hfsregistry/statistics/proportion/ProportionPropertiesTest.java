package org.hfsregistry.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/** What must hold of an interval of a rate, whatever the counts. */
class ProportionPropertiesTest {
    @Property
    void an_interval_lies_within_0_and_1_and_holds_the_rate(
            @ForAll ProportionMethod method,
            @ForAll @IntRange(min = 1, max = 20_000) int cases,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        Proportion proportion = new Proportion((int) (part * cases), cases);
        Interval interval =
                proportion.interval(method, ConfidenceLevel.of(level)).orElseThrow();
        assertThat(interval.lower()).isBetween(0.0, 1.0);
        assertThat(interval.upper()).isBetween(0.0, 1.0);
        assertThat(interval.contains(proportion.rate().orElseThrow())).isTrue();
    }

    @Property
    void failures_have_the_mirrored_interval(
            @ForAll ProportionMethod method,
            @ForAll @IntRange(min = 1, max = 5_000) int cases,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        int successes = (int) (part * cases);
        Interval of = interval(method, successes, cases);
        Interval mirrored = interval(method, cases - successes, cases);
        assertThat(mirrored.lower()).isCloseTo(1 - of.upper(), within(1e-12));
        assertThat(mirrored.upper()).isCloseTo(1 - of.lower(), within(1e-12));
    }

    @Property
    void one_success_more_moves_both_ends_up(
            @ForAll ProportionMethod method,
            @ForAll @IntRange(min = 1, max = 5_000) int cases,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        int successes = (int) (part * (cases - 1));
        Interval fewer = interval(method, successes, cases);
        Interval more = interval(method, successes + 1, cases);
        assertThat(more.lower()).isGreaterThan(fewer.lower());
        assertThat(more.upper()).isGreaterThan(fewer.upper());
    }

    private static Interval interval(ProportionMethod method, int successes, int cases) {
        return new Proportion(successes, cases)
                .interval(method, ConfidenceLevel.NINETY_FIVE)
                .orElseThrow();
    }
}
