package org.hfsregistry.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of the definitions' methods table and of textbook data, to the digits R printed. */
class PublishedCurvesTest {
    private static final Offset<Double> FOUR_DIGITS = within(0.5e-4);

    private static final SurvivalCurve TOY = KaplanMeier.ofRows(
            new int[] {3, 6, 6, 9, 12, 12, 15, 18, 24, 24, 30, 36},
            new boolean[] {true, false, true, false, true, false, false, true, false, false, true, false});
    private static final SurvivalCurve MAINTAINED = KaplanMeier.ofRows(
            new int[] {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161},
            new boolean[] {true, true, false, true, true, false, true, true, false, true, false});
    private static final SurvivalCurve NOT_MAINTAINED = KaplanMeier.ofRows(
            new int[] {5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45},
            new boolean[] {true, true, true, true, true, false, true, true, true, true, true, true});
    private static final IncidenceCurve COMPETING =
            AalenJohansen.ofRows(new int[] {2, 3, 3, 5, 6, 7, 8, 9, 10, 12}, new byte[] {1, 0, 2, 1, 0, 2, 1, 0, 1, 0});

    @ParameterizedTest
    @CsvSource({
        "3, 12, 0.9167, 0.5390, 0.9878",
        "6, 11, 0.8333, 0.4817, 0.9555",
        "12, 8, 0.7292, 0.3677, 0.9051",
        "18, 5, 0.5833, 0.2120, 0.8292",
        "30, 2, 0.2917, 0.0156, 0.6941"
    })
    void the_toy_curve_has_the_values_of_R(int day, int atRisk, double survival, double lower, double upper) {
        assertPoint(TOY, day, atRisk, survival, lower, upper, FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "13, 10, 0.818, 0.447, 0.951",
        "23, 7, 0.614, 0.266, 0.835",
        "31, 5, 0.491, 0.167, 0.753",
    })
    void maintained_leukaemia_patients_survive_as_in_R(
            int week, int atRisk, double survival, double lower, double upper) {
        assertPoint(MAINTAINED, week, atRisk, survival, lower, upper, within(0.5e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "13, 7, 0.583, 0.2701, 0.801",
        "23, 6, 0.486, 0.1919, 0.730",
        "31, 3, 0.292, 0.0724, 0.561",
    })
    void other_leukaemia_patients_survive_as_in_R(int week, int atRisk, double survival, double lower, double upper) {
        assertPoint(NOT_MAINTAINED, week, atRisk, survival, lower, upper, within(0.5e-3));
    }

    @Test
    void medians_are_those_of_R_with_open_ends_where_R_has_none() {
        assertThat(TOY.median(ConfidenceLevel.NINETY_FIVE)).isEqualTo(median(30, 6));
        assertThat(MAINTAINED.median(ConfidenceLevel.NINETY_FIVE)).isEqualTo(median(31, 13));
        assertThat(NOT_MAINTAINED.median(ConfidenceLevel.NINETY_FIVE))
                .isEqualTo(new Median(OptionalDouble.of(23), OptionalDouble.of(5), OptionalDouble.of(33)));
    }

    @Test
    void a_limit_that_rises_again_ends_the_median_s_interval_on_the_first_day_below_one_half() {
        boolean[] event = new boolean[12];
        Arrays.fill(event, true);
        SurvivalCurve curve = KaplanMeier.ofRows(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, event);
        ConfidenceLevel level = ConfidenceLevel.of(0.99);
        double first = lowerEnd(curve, 1, level);
        assertThat(first).isLessThan(0.5);
        assertThat(lowerEnd(curve, 2, level)).isGreaterThan(first);
        assertThat(curve.median(level))
                .isEqualTo(new Median(OptionalDouble.of(6.5), OptionalDouble.of(1), OptionalDouble.of(10)));
    }

    @ParameterizedTest
    @CsvSource({"3, 0.1, 9", "6, 0.214286, 6", "9, 0.351429, 3", "12, 0.557143, 1"})
    void competing_risks_have_the_incidence_of_cmprsk(int day, double incidence, int atRisk) {
        IncidencePoint point = COMPETING.at(day).orElseThrow();
        assertThat(point.incidence()).isCloseTo(incidence, within(0.5e-6));
        assertThat(point.atRisk()).isEqualTo(atRisk);
    }

    @ParameterizedTest
    @CsvSource({"3, 0.009, 0.0057, 0.3581", "9, 0.02776338, 0.0786, 0.6505", "12, 0.03844373, 0.1493, 0.8354"})
    void competing_risks_have_the_variance_and_interval_of_survfit(
            int day, double variance, double lower, double upper) {
        IncidencePoint point = COMPETING.at(day).orElseThrow();
        assertThat(point.variance()).isCloseTo(variance, within(0.5e-8));
        assertInterval(point.interval(ConfidenceLevel.NINETY_FIVE), lower, upper, FOUR_DIGITS);
    }

    private static double lowerEnd(SurvivalCurve curve, int day, ConfidenceLevel level) {
        return curve.at(day).orElseThrow().interval(level).orElseThrow().lower();
    }

    private static Median median(double days, double lower) {
        return new Median(OptionalDouble.of(days), OptionalDouble.of(lower), OptionalDouble.empty());
    }

    private static void assertPoint(
            SurvivalCurve curve,
            int day,
            int atRisk,
            double survival,
            double lower,
            double upper,
            Offset<Double> tolerance) {
        SurvivalPoint point = curve.at(day).orElseThrow();
        assertThat(point.atRisk()).isEqualTo(atRisk);
        assertThat(point.survival()).isCloseTo(survival, tolerance);
        assertInterval(point.interval(ConfidenceLevel.NINETY_FIVE), lower, upper, tolerance);
    }

    private static void assertInterval(
            Optional<Interval> interval, double lower, double upper, Offset<Double> tolerance) {
        assertThat(interval).hasValueSatisfying(found -> {
            assertThat(found.lower()).isCloseTo(lower, tolerance);
            assertThat(found.upper()).isCloseTo(upper, tolerance);
        });
    }
}
