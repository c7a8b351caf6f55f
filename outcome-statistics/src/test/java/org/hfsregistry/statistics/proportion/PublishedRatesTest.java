package org.hfsregistry.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rates of published series with the intervals R printed for them, to its four digits. */
class PublishedRatesTest {
    @ParameterizedTest
    @CsvSource({
        "156, 201, 0.7136, 0.8283, 0.7121, 0.8318, 0.7148, 0.8295",
        "178, 201, 0.8342, 0.9225, 0.8333, 0.9261, 0.8361, 0.9240",
        "178, 320, 0.5015, 0.6097, 0.4999, 0.6115, 0.5015, 0.6100",
        "8, 339, 0.0120, 0.0459, 0.0102, 0.0460, 0.0112, 0.0440",
        "9, 339, 0.0140, 0.0497, 0.0122, 0.0498, 0.0132, 0.0479",
        "2, 339, 0.0016, 0.0213, 0.0007, 0.0211, 0.0012, 0.0188",
        "62, 102, 0.5108, 0.6970, 0.5062, 0.7031, 0.5112, 0.6985",
        "91, 102, 0.8171, 0.9387, 0.8152, 0.9449, 0.8211, 0.9413",
        "64, 1105, 0.0456, 0.0733, 0.0449, 0.0734, 0.0453, 0.0729",
        "343, 486, 0.6638, 0.7445, 0.6631, 0.7459, 0.6641, 0.7450",
        "463, 486, 0.9300, 0.9683, 0.9298, 0.9698, 0.9310, 0.9689",
        "44, 54, 0.6916, 0.8962, 0.6857, 0.9075, 0.6963, 0.9006",
        "6, 44, 0.0640, 0.2671, 0.0517, 0.2735, 0.0590, 0.2596",
        "8, 54, 0.0770, 0.2660, 0.0662, 0.2712, 0.0726, 0.2602",
        "603, 719, 0.8100, 0.8637, 0.8097, 0.8648, 0.8104, 0.8642",
        "668, 719, 0.9079, 0.9456, 0.9078, 0.9467, 0.9086, 0.9461",
        "286, 671, 0.3893, 0.4640, 0.3885, 0.4646, 0.3892, 0.4639",
        "0, 20, 0.0000, 0.1611, 0.0000, 0.1684, 0.0000, 0.1166",
        "20, 20, 0.8389, 1.0000, 0.8316, 1.0000, 0.8834, 1.0000",
        "9, 10, 0.5958, 0.9821, 0.5550, 0.9975, 0.6187, 0.9890",
        "1, 10, 0.0179, 0.4042, 0.0025, 0.4450, 0.0110, 0.3813",
        "7, 93, 0.0369, 0.1473, 0.0308, 0.1490, 0.0343, 0.1421",
        "86, 100, 0.7786, 0.9147, 0.7763, 0.9213, 0.7821, 0.9174",
        "67, 100, 0.5731, 0.7544, 0.5688, 0.7608, 0.5740, 0.7563",
        "45, 58, 0.6534, 0.8641, 0.6473, 0.8749, 0.6568, 0.8681",
        "72, 78, 0.8422, 0.9643, 0.8401, 0.9712, 0.8483, 0.9673",
        "119, 201, 0.5230, 0.6576, 0.5207, 0.6607, 0.5232, 0.6583",
        "201, 320, 0.5739, 0.6793, 0.5726, 0.6812, 0.5742, 0.6797"
    })
    void intervals_of_published_rates_are_those_of_R(
            int successes,
            int cases,
            double wilsonLower,
            double wilsonUpper,
            double exactLower,
            double exactUpper,
            double jeffreysLower,
            double jeffreysUpper) {
        Proportion proportion = new Proportion(successes, cases);
        assertInterval(proportion, ProportionMethod.WILSON, wilsonLower, wilsonUpper);
        assertInterval(proportion, ProportionMethod.CLOPPER_PEARSON, exactLower, exactUpper);
        assertInterval(proportion, ProportionMethod.JEFFREYS, jeffreysLower, jeffreysUpper);
    }

    @Test
    void no_cases_have_neither_rate_nor_interval() {
        Proportion none = new Proportion(0, 0);
        assertThat(none.rate()).isEmpty();
        for (ProportionMethod method : ProportionMethod.values()) {
            assertThat(none.interval(method, ConfidenceLevel.NINETY_FIVE)).isEmpty();
        }
    }

    @Test
    void ends_are_exactly_0_and_1_where_nothing_or_everything_succeeded() {
        for (ProportionMethod method : ProportionMethod.values()) {
            assertThat(interval(new Proportion(0, 7), method).lower()).isEqualTo(0);
            assertThat(interval(new Proportion(7, 7), method).upper()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "0, -1"})
    void refuses_counts_that_cannot_be(int successes, int cases) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(successes, cases));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "95", "-0.1", "NaN"})
    void refuses_a_level_that_is_none(double level) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfidenceLevel.of(level));
    }

    private static void assertInterval(Proportion proportion, ProportionMethod method, double lower, double upper) {
        Interval interval = interval(proportion, method);
        assertThat(interval.lower()).as("lower %s", method).isCloseTo(lower, within(0.5001e-4));
        assertThat(interval.upper()).as("upper %s", method).isCloseTo(upper, within(0.5001e-4));
    }

    private static Interval interval(Proportion proportion, ProportionMethod method) {
        return proportion.interval(method, ConfidenceLevel.NINETY_FIVE).orElseThrow();
    }
}
