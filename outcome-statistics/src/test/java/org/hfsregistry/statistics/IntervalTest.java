package org.hfsregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What an interval is, and what none is. */
class IntervalTest {
    @Test
    void both_ends_belong_to_it() {
        Interval interval = new Interval(0.25, 0.75);
        assertThat(interval.contains(0.25)).isTrue();
        assertThat(interval.contains(0.75)).isTrue();
        assertThat(interval.contains(0.24)).isFalse();
        assertThat(interval.contains(0.76)).isFalse();
    }

    @Test
    void refuses_ends_in_the_wrong_order_and_ends_that_are_no_numbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0.75, 0.25));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, Double.NaN));
    }
}
