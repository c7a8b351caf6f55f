package org.hfsregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quantile of type 7 at its ends, between values, and of one value. */
class QuantileTest {
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

    @Test
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[0], 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[1], 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[1], -0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofSorted(new double[1], Double.NaN));
    }
}
