package org.hfsregistry.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random pairs against R's t.test and quantile, and what must hold of all samples. */
class SampleTest {
    private static final double EXACT = 1e-9;
    private static final Map<Integer, List<ReferenceTable.Row>> PAIRS = ReferenceTable.rowsBy("cohort", "pairs");
    private static final Map<Integer, List<ReferenceTable.Row>> CHANGES = ReferenceTable.rowsBy("cohort", "changes");

    static Set<Integer> cohorts() {
        return CHANGES.keySet();
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void changes_have_the_mean_interval_and_quantiles_of_R(int cohort) {
        List<ReferenceTable.Row> pairs = PAIRS.getOrDefault(cohort, List.of());
        ReferenceTable.Row row = CHANGES.getOrDefault(cohort, List.of()).getFirst();
        Sample changes =
                Sample.ofChanges(ReferenceTable.numbers(pairs, "before"), ReferenceTable.numbers(pairs, "after"));
        assertThat(changes.count()).isEqualTo(pairs.size());
        assertThat(changes.mean().orElseThrow()).isCloseTo(row.number("mean"), within(EXACT));
        assertThat(changes.standardDeviation().isPresent())
                .isEqualTo(row.maybe("sd").isPresent());
        changes.standardDeviation()
                .ifPresent(deviation -> assertThat(deviation).isCloseTo(row.number("sd"), within(EXACT)));
        Optional<Interval> interval = changes.meanInterval(ConfidenceLevel.of(row.number("level")));
        assertThat(interval.isPresent()).isEqualTo(row.maybe("lower").isPresent());
        interval.ifPresent(found -> {
            assertThat(found.lower()).isCloseTo(row.number("lower"), within(EXACT));
            assertThat(found.upper()).isCloseTo(row.number("upper"), within(EXACT));
        });
        assertThat(changes.quantile(0.1).orElseThrow()).isCloseTo(row.number("p10"), within(EXACT));
        assertThat(changes.quantile(0.25).orElseThrow()).isCloseTo(row.number("p25"), within(EXACT));
        assertThat(changes.quantile(0.5).orElseThrow()).isCloseTo(row.number("median"), within(EXACT));
        assertThat(changes.quantile(0.75).orElseThrow()).isCloseTo(row.number("p75"), within(EXACT));
    }

    @Property
    void the_interval_holds_the_mean_and_widens_with_the_level(
            @ForAll @Size(min = 2, max = 50) List<@DoubleRange(min = -1000, max = 1000) Double> values) {
        Sample sample = of(values);
        Optional<Interval> wide = sample.meanInterval(ConfidenceLevel.of(0.99));
        assertThat(sample.meanInterval(ConfidenceLevel.NINETY_FIVE).isPresent()).isEqualTo(wide.isPresent());
        sample.meanInterval(ConfidenceLevel.NINETY_FIVE).ifPresent(interval -> {
            assertThat(interval.contains(sample.mean().orElseThrow())).isTrue();
            assertThat(wide.orElseThrow().lower()).isLessThan(interval.lower());
            assertThat(wide.orElseThrow().upper()).isGreaterThan(interval.upper());
        });
    }

    @Property
    void the_order_of_values_changes_no_bit(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll Random random) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        assertThat(of(shuffled).mean()).isEqualTo(of(values).mean());
        assertThat(of(shuffled).standardDeviation()).isEqualTo(of(values).standardDeviation());
        assertThat(of(shuffled).quantile(0.3)).isEqualTo(of(values).quantile(0.3));
    }

    @Property
    void quantiles_rise_from_the_smallest_to_the_largest(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll @DoubleRange(min = 0, max = 0.9) double part) {
        Sample sample = of(values);
        double here = sample.quantile(part).orElseThrow();
        assertThat(sample.quantile(part + 0.1).orElseThrow()).isGreaterThanOrEqualTo(here - 1e-9);
        assertThat(here)
                .isBetween(sample.quantile(0).orElseThrow(), sample.quantile(1).orElseThrow());
    }

    @Example
    void no_values_and_one_value_have_no_interval() {
        Sample none = Sample.of(new double[0]);
        assertThat(none.count()).isZero();
        assertThat(none.mean()).isEmpty();
        assertThat(none.quantile(0.5)).isEmpty();
        assertThat(none.meanInterval(ConfidenceLevel.NINETY_FIVE)).isEmpty();
        Sample one = Sample.of(new double[] {-4});
        assertThat(one.mean()).hasValue(-4);
        assertThat(one.standardDeviation()).isEmpty();
        assertThat(one.meanInterval(ConfidenceLevel.NINETY_FIVE)).isEmpty();
    }

    @Example
    void values_that_are_all_the_same_have_a_mean_without_an_interval() {
        assertThat(Sample.of(new double[] {0.1, 0.1, 0.1}).meanInterval(ConfidenceLevel.NINETY_FIVE))
                .isEmpty();
        assertThat(Sample.of(new double[3]).meanInterval(ConfidenceLevel.NINETY_FIVE))
                .isEmpty();
    }

    @Example
    void does_not_keep_the_array_it_was_given() {
        double[] values = {3, 1, 2};
        Sample sample = Sample.of(values);
        assertThat(values).containsExactly(3, 1, 2);
        values[0] = 99;
        assertThat(sample.mean()).hasValue(2);
    }

    @Example
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(new double[] {Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(new double[] {Double.POSITIVE_INFINITY}));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.ofChanges(new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of(new double[0]).quantile(2));
    }

    private static Sample of(List<Double> values) {
        return Sample.of(values.stream().mapToDouble(value -> value).toArray());
    }
}
