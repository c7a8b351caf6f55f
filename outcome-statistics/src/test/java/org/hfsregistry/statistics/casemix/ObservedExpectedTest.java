package org.hfsregistry.statistics.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Observed against expected counts, against R's poisson.test and qgamma. */
class ObservedExpectedTest {
    static List<ReferenceTable.Row> ratios() {
        return ReferenceTable.rows("ratios");
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void intervals_are_those_of_R(ReferenceTable.Row row) {
        ConfidenceLevel level = ConfidenceLevel.of(row.number("level"));
        ObservedExpected counts = new ObservedExpected(row.whole("observed"), row.number("expected"));
        assertInterval(counts.interval(level).orElseThrow(), row.number("lower"), row.number("upper"), 1e-9);
        assertInterval(
                counts.shrunkenInterval(level), row.number("shrunken_lower"), row.number("shrunken_upper"), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.6667, 0.0807, 1.8572, 0.0000, 3.6889",
        "0, 0.2, 0.9091, 0.1101, 2.5326, 0.0000, 18.4444",
        "3, 1.5, 1.4286, 0.4639, 2.9262, 0.4124, 5.8448",
        "10, 5, 1.7143, 0.8858, 2.8117, 0.9591, 3.6781",
        "6, 6, 1.0000, 0.4317, 1.8028, 0.3670, 2.1766"
    })
    void program_reports_have_these_values(
            int observed, double expected, double shrunken, double lower, double upper, double exactLower, double end) {
        ObservedExpected counts = new ObservedExpected(observed, expected);
        assertThat(counts.shrunkenRatio()).isCloseTo(shrunken, within(0.5e-4));
        assertThat(counts.ratio().orElseThrow()).isCloseTo(observed / expected, within(1e-12));
        assertInterval(counts.shrunkenInterval(ConfidenceLevel.NINETY_FIVE), lower, upper, 0.5e-4);
        assertInterval(counts.interval(ConfidenceLevel.NINETY_FIVE).orElseThrow(), exactLower, end, 0.5001e-4);
    }

    @Test
    void where_nothing_was_expected_there_is_the_shrunken_ratio_only() {
        ObservedExpected counts = new ObservedExpected(1, 0);
        assertThat(counts.ratio()).isEmpty();
        assertThat(counts.interval(ConfidenceLevel.NINETY_FIVE)).isEmpty();
        assertThat(counts.shrunkenRatio()).isEqualTo(1.5);
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservedExpected(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservedExpected(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservedExpected(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservedExpected(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.byRisk(new double[] {1.1}, new boolean[1], 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.byRisk(new double[] {-0.1}, new boolean[1], 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.byRisk(new double[1], new boolean[1], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.byRisk(new double[1], new boolean[2], 1));
    }

    private static void assertInterval(Interval interval, double lower, double upper, double tolerance) {
        assertThat(interval.lower()).isCloseTo(lower, within(tolerance));
        assertThat(interval.upper()).isCloseTo(upper, within(tolerance));
    }
}
