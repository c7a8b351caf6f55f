package org.hfsregistry.statistics.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of values against R's t.test of the values, in quarters, which the reference's pairs are whole multiples of. */
class MomentsTest {
    private static final int QUARTERS = 4;
    private static final double EXACT = 1e-9;
    private static final Map<Integer, List<ReferenceTable.Row>> PAIRS = ReferenceTable.rowsBy("cohort", "pairs");
    private static final Map<Integer, List<ReferenceTable.Row>> CHANGES = ReferenceTable.rowsBy("cohort", "changes");

    static Set<Integer> cohorts() {
        return CHANGES.keySet();
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void sums_have_the_mean_and_the_interval_of_R(int cohort) {
        ReferenceTable.Row row = CHANGES.getOrDefault(cohort, List.of()).getFirst();
        Moments changes = Moments.NONE;
        for (ReferenceTable.Row pair : PAIRS.getOrDefault(cohort, List.of())) {
            double quarters = (pair.number("after") - pair.number("before")) * QUARTERS;
            assertThat(quarters).isEqualTo(Math.rint(quarters));
            changes = changes.plus(of(Math.round(quarters)));
        }
        assertThat(changes.mean().orElseThrow() / QUARTERS).isCloseTo(row.number("mean"), within(EXACT));
        Optional<Interval> interval = changes.meanInterval(ConfidenceLevel.of(row.number("level")));
        assertThat(interval.isPresent()).isEqualTo(row.maybe("lower").isPresent());
        interval.ifPresent(found -> {
            assertThat(found.lower() / QUARTERS).isCloseTo(row.number("lower"), within(EXACT));
            assertThat(found.upper() / QUARTERS).isCloseTo(row.number("upper"), within(EXACT));
        });
    }

    @Property
    void sums_tell_what_the_values_tell(
            @ForAll List<@IntRange(min = -2800, max = 2800) Integer> values, @ForAll ConfidenceLevelName level) {
        Sample sample =
                Sample.of(values.stream().mapToDouble(Integer::doubleValue).toArray());
        Moments sums = values.stream().map(value -> of(value)).reduce(Moments.NONE, Moments::plus);
        assertThat(sums.count()).isEqualTo(sample.count());
        assertThat(sums.mean().isPresent()).isEqualTo(sample.mean().isPresent());
        Optional<Interval> interval = sums.meanInterval(level.level);
        assertThat(interval.isPresent())
                .isEqualTo(sample.meanInterval(level.level).isPresent());
        interval.ifPresent(found -> assertThat(found.upper())
                .isCloseTo(sample.meanInterval(level.level).orElseThrow().upper(), within(1e-6)));
    }

    enum ConfidenceLevelName {
        USUAL(ConfidenceLevel.NINETY_FIVE),
        HIGH(ConfidenceLevel.of(0.99));

        @SuppressWarnings("ImmutableEnumChecker") // a record of a number
        private final ConfidenceLevel level;

        ConfidenceLevelName(ConfidenceLevel level) {
            this.level = level;
        }
    }

    @Example
    void no_values_one_and_all_the_same_have_no_interval() {
        assertThat(Moments.NONE.mean()).isEmpty();
        assertThat(Moments.NONE.meanInterval(ConfidenceLevel.NINETY_FIVE)).isEmpty();
        assertThat(of(7).mean()).hasValue(7);
        assertThat(of(7).meanInterval(ConfidenceLevel.NINETY_FIVE)).isEmpty();
        assertThat(of(7).plus(of(7)).meanInterval(ConfidenceLevel.NINETY_FIVE)).isEmpty();
    }

    /** R: {@code sd(x) / sqrt(2e6)} of {@code x <- rep(c(0, 2800), 1e6)}: no long holds count times squares. */
    @Example
    void sums_of_millions_are_exact() {
        Moments many = new Moments(2_000_000, 2_800_000_000L, 7_840_000_000_000L);
        assertThat(many.standardError().orElseThrow()).isCloseTo(0.989949741149, within(1e-9));
        assertThat(many.mean()).hasValue(1400);
    }

    @Example
    void refuses_sums_that_no_values_have() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Moments(1, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Moments(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Moments(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Moments.tInterval(1, 0, 2, ConfidenceLevel.NINETY_FIVE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Moments(2, 0, Long.MAX_VALUE).plus(new Moments(2, 0, Long.MAX_VALUE)));
    }

    private static Moments of(long value) {
        return new Moments(1, value, value * value);
    }
}
