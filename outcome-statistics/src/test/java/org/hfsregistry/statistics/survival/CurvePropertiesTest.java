package org.hfsregistry.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.statistics.ConfidenceLevel;

/** What must hold of a curve, whatever the cohort. */
class CurvePropertiesTest {
    /** Somebody who left on a day because of a cause: 0 censored, 1 the event, 2 the competing one. */
    record Left(int day, byte cause) {}

    @Provide
    Arbitrary<List<Left>> cohort() {
        Arbitrary<Integer> days = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 4_000));
        return Combinators.combine(days, Arbitraries.bytes().between((byte) 0, (byte) 2))
                .as(Left::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void survival_falls_from_1_to_no_less_than_0_inside_its_interval(@ForAll("cohort") List<Left> cohort) {
        double before = 1;
        for (SurvivalPoint point : survival(cohort).points()) {
            assertThat(point.survival()).isBetween(0.0, before);
            point.interval(ConfidenceLevel.NINETY_FIVE).ifPresent(interval -> {
                assertThat(interval.lower()).isNotNegative();
                assertThat(interval.upper()).isLessThanOrEqualTo(1);
                assertThat(interval.contains(point.survival())).isTrue();
            });
            before = point.survival();
        }
    }

    @Property
    void incidence_rises_from_0_to_no_more_than_1_inside_its_interval(@ForAll("cohort") List<Left> cohort) {
        double before = 0;
        for (IncidencePoint point : incidence(cohort).points()) {
            assertThat(point.incidence()).isBetween(before - 1e-15, 1.0);
            assertThat(point.variance()).isNotNegative();
            point.interval(ConfidenceLevel.NINETY_FIVE).ifPresent(interval -> {
                assertThat(interval.lower()).isNotNegative();
                assertThat(interval.upper()).isLessThanOrEqualTo(1);
                assertThat(interval.lower()).isLessThanOrEqualTo(point.incidence() + 1e-15);
                assertThat(interval.upper()).isGreaterThanOrEqualTo(point.incidence() - 1e-15);
            });
            before = point.incidence();
        }
    }

    @Property
    void the_order_of_rows_changes_no_bit(@ForAll("cohort") List<Left> cohort, @ForAll Random random) {
        List<Left> shuffled = Arrays.asList(cohort.toArray(Left[]::new));
        Collections.shuffle(shuffled, random);
        assertThat(survival(shuffled).points()).isEqualTo(survival(cohort).points());
        assertThat(incidence(shuffled).points()).isEqualTo(incidence(cohort).points());
    }

    @Property
    void both_incidences_and_the_event_free_make_up_everybody(@ForAll("cohort") List<Left> cohort) {
        List<Left> swapped = cohort.stream()
                .map(left -> new Left(left.day(), (byte) ((3 - left.cause()) % 3)))
                .toList();
        List<Left> either = cohort.stream()
                .map(left -> new Left(left.day(), (byte) Math.min(1, left.cause())))
                .toList();
        IncidenceCurve other = incidence(swapped);
        SurvivalCurve free = survival(either);
        for (IncidencePoint point : incidence(cohort).points()) {
            double sum = point.incidence()
                    + other.at(point.day()).orElseThrow().incidence()
                    + free.at(point.day()).orElseThrow().survival();
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Property
    void without_a_competing_event_the_incidence_is_what_survival_lacks(@ForAll("cohort") List<Left> cohort) {
        List<Left> oneCause = cohort.stream()
                .map(left -> new Left(left.day(), (byte) (left.cause() % 2)))
                .toList();
        SurvivalCurve survival = survival(oneCause);
        for (IncidencePoint point : incidence(oneCause).points()) {
            SurvivalPoint same = survival.at(point.day()).orElseThrow();
            assertThat(point.incidence()).isCloseTo(1 - same.survival(), within(1e-12));
            if (same.survival() > 0) {
                double greenwood = same.survival() * same.survival() * same.varianceOfLog();
                assertThat(point.variance()).isCloseTo(greenwood, within(1e-12));
            }
        }
    }

    @Property
    void at_risk_on_any_day_are_those_who_left_then_or_later(@ForAll("cohort") List<Left> cohort) {
        SurvivalCurve curve = survival(cohort);
        for (int day : new int[] {0, 1, 5, 365}) {
            long followed = cohort.stream().filter(left -> left.day() >= day).count();
            assertThat(curve.at(day).map(SurvivalPoint::atRisk).orElse(0)).isEqualTo((int) followed);
        }
    }

    @Property
    void the_restricted_mean_without_censoring_is_the_plain_mean(@ForAll("cohort") List<Left> cohort) {
        List<Left> events =
                cohort.stream().map(left -> new Left(left.day(), (byte) 1)).toList();
        double mean = cohort.stream().mapToInt(Left::day).average().orElse(0);
        double squares = cohort.stream()
                .mapToDouble(left -> (left.day() - mean) * (left.day() - mean))
                .sum();
        SurvivalCurve curve = survival(events);
        assertThat(curve.restrictedMeanDays().orElse(0)).isCloseTo(mean, within(1e-9));
        assertThat(curve.restrictedMeanStandardErrorDays().orElse(0) * cohort.size())
                .isCloseTo(Math.sqrt(squares), within(1e-6));
    }

    @Example
    void nobody_followed_has_no_value_at_all() {
        SurvivalCurve curve = KaplanMeier.ofDays(new int[3], new int[0]);
        assertThat(curve.followed()).isZero();
        assertThat(curve.points()).isEmpty();
        assertThat(curve.at(0)).isEmpty();
        assertThat(curve.restrictedMeanDays()).isEmpty();
        assertThat(curve.restrictedMeanStandardErrorDays()).isEmpty();
        assertThat(curve.median(ConfidenceLevel.NINETY_FIVE).days()).isEmpty();
        IncidenceCurve incidence = AalenJohansen.ofDays(new int[0], new int[0], new int[0]);
        assertThat(incidence.at(0)).isEmpty();
        assertThat(incidence.medianDays()).isEmpty();
    }

    @Example
    void an_event_that_takes_everybody_has_an_incidence_of_exactly_1_without_an_interval() {
        IncidencePoint last = AalenJohansen.ofRows(new int[] {1, 2, 3}, new byte[] {1, 1, 1})
                .at(3)
                .orElseThrow();
        assertThat(last.incidence()).isEqualTo(1);
        assertThat(last.interval(ConfidenceLevel.NINETY_FIVE)).isEmpty();
    }

    @Example
    void half_of_all_have_had_the_event_on_the_median_day_of_an_incidence() {
        byte[] causes = {1, 2, 1, 1, 2};
        assertThat(AalenJohansen.ofRows(new int[] {5, 6, 7, 9, 11}, causes).medianDays())
                .hasValue(9);
        assertThat(AalenJohansen.ofRows(new int[] {5, 6, 7, 9}, new byte[] {1, 2, 1, 0})
                        .medianDays())
                .hasValue(8);
    }

    @Example
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> KaplanMeier.ofDays(new int[] {-1}, new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> KaplanMeier.ofRows(new int[] {-1}, new boolean[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> KaplanMeier.ofRows(new int[2], new boolean[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> AalenJohansen.ofRows(new int[1], new byte[] {3}));
        assertThatIllegalArgumentException().isThrownBy(() -> AalenJohansen.ofRows(new int[2], new byte[1]));
        SurvivalCurve curve = KaplanMeier.ofRows(new int[] {4}, new boolean[] {true});
        assertThatIllegalArgumentException().isThrownBy(() -> curve.at(-1));
        IncidenceCurve incidence = AalenJohansen.ofRows(new int[] {4}, new byte[] {1});
        assertThatIllegalArgumentException().isThrownBy(() -> incidence.at(-1));
        int[] most = {Integer.MAX_VALUE};
        assertThatIllegalArgumentException().isThrownBy(() -> AalenJohansen.ofDays(most, most, most));
    }

    private static SurvivalCurve survival(List<Left> cohort) {
        boolean[] event = new boolean[cohort.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = cohort.get(i).cause() == 1;
        }
        return KaplanMeier.ofRows(days(cohort), event);
    }

    private static IncidenceCurve incidence(List<Left> cohort) {
        byte[] causes = new byte[cohort.size()];
        for (int i = 0; i < causes.length; i++) {
            causes[i] = cohort.get(i).cause();
        }
        return AalenJohansen.ofRows(days(cohort), causes);
    }

    private static int[] days(List<Left> cohort) {
        return cohort.stream().mapToInt(Left::day).toArray();
    }
}
