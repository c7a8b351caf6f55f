package org.hfsregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The quantile of type 7 at its ends, between values, of one value, and of counted days against R. */
class QuantileTest {
    private static final Map<Integer, List<ReferenceTable.Row>> DAYS = ReferenceTable.rowsBy("cohort", "days");
    private static final Map<Integer, List<ReferenceTable.Row>> QUANTILES =
            ReferenceTable.rowsBy("cohort", "day-quantiles");

    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 1.3", "0.25, 1.75", "0.5, 3", "0.75, 5.5", "0.9, 8.2", "1, 10"})
    void lies_between_neighbours_as_in_R(double part, double expected) {
        assertThat(Quantile.ofSorted(new double[] {1, 2, 4, 10}, part)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void of_one_value_is_that_value() {
        assertThat(Quantile.ofSorted(new double[] {7}, 0.3)).isEqualTo(7);
        assertThat(Quantile.ofSorted(new double[] {7}, 1)).isEqualTo(7);
    }

    static Set<Integer> cohorts() {
        return QUANTILES.keySet();
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void of_counted_days_is_that_of_R(int cohort) {
        int[] days = ReferenceTable.wholes(DAYS.getOrDefault(cohort, List.of()), "day");
        ReferenceTable.Row row = QUANTILES.getOrDefault(cohort, List.of()).getFirst();
        int[] byDay = new int[Arrays.stream(days).max().orElseThrow() + 1];
        for (int day : days) {
            byDay[day]++;
        }

        assertThat(days).hasSize(row.whole("n"));
        assertThat(Quantile.ofDays(byDay, 0)).isCloseTo(row.number("p0"), within(1e-9));
        assertThat(Quantile.ofDays(byDay, 0.1)).isCloseTo(row.number("p10"), within(1e-9));
        assertThat(Quantile.ofDays(byDay, 0.5)).isCloseTo(row.number("median"), within(1e-9));
        assertThat(Quantile.ofDays(byDay, 0.9)).isCloseTo(row.number("p90"), within(1e-9));
        assertThat(Quantile.ofDays(byDay, 1)).isCloseTo(row.number("p100"), within(1e-9));
    }

    @Test
    void of_days_that_nobody_had_before_and_after() {
        assertThat(Quantile.ofDays(new int[] {0, 0, 1, 0}, 0.9)).isEqualTo(2);
        assertThat(Quantile.ofDays(new int[] {0, 1, 0, 1, 0}, 0.5)).isEqualTo(2);
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofDays(new int[3], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofDays(new int[] {1}, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[0], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[1], 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[1], -0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[1], Double.NaN));
    }
}
