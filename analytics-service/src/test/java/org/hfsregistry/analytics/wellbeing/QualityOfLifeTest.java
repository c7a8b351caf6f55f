package org.hfsregistry.analytics.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hfsregistry.analytics.population.Clinical.hfs30;
import static org.hfsregistry.analytics.population.Clinical.hfs7;
import static org.hfsregistry.analytics.population.Clinical.injected;
import static org.hfsregistry.analytics.population.Clinical.scored;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Clinical;
import org.hfsregistry.analytics.population.Told;
import org.hfsregistry.analytics.question.Question.QualityOfLife;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition quality-of-life/1, and what others than the hospital are told. */
class QualityOfLifeTest {
    private final Told mvd = new Told(QualityOfLife.DEFAULT);
    private final Told botox = new Told(new QualityOfLife(Treatment.BOTOX));
    private int treatments;

    /** R: {@code t.test(c(4, 10, 2.5, 9), c(12, 13, 8, 9), paired = TRUE)}: -4.125, -9.574601 to 1.324601. */
    @Test
    void changes_have_the_mean_and_the_interval_of_R() {
        operated("a", 12, 4);
        operated("a", 13, 10);
        operated("a", 8, 2.5);
        operated("a", 9, 9);

        Map<String, Object> hfs7 = Told.part(mvd.own("a"), "instruments", "hfs-7");
        assertThat(hfs7)
                .containsEntry("n", 4)
                .containsEntry("meanBefore", 10.5)
                .containsEntry("meanAfter", 6.375)
                .containsEntry("meanChange", -4.125);
        assertThat(Told.value(hfs7, "interval", "method")).hasValue("t");
        assertThat((Double) Told.value(hfs7, "interval", "lower").orElseThrow()).isCloseTo(-9.574601, within(1e-6));
        assertThat((Double) Told.value(hfs7, "interval", "upper").orElseThrow()).isCloseTo(1.324601, within(1e-6));
        assertThat(Told.value(hfs7, "importantlyBetter", "count")).hasValue(3);
        assertThat(Told.part(mvd.own("a"), "instruments", "hfs-30")).isEqualTo(Map.of("n", 0));
    }

    @ParameterizedTest
    @CsvSource({"269, 0", "270, 1", "545, 1", "546, 0"})
    void after_an_operation_days_270_to_545_count(int day, int pairs) {
        mvd.take(treatment("a").reported(scored(day, hfs7(3), hfs7(9)), 0));

        assertThat(Told.value(mvd.own("a"), "instruments", "hfs-7", "n")).hasValue(pairs);
    }

    @Test
    void the_score_nearest_to_a_year_counts_of_those_by_the_instrument() {
        mvd.take(treatment("a")
                .reported(scored(300, hfs7(1), hfs7(20)), 0)
                .reported(scored(360, hfs7(2), hfs30(100)), 0)
                .reported(scored(365, hfs30(7), null), 0)
                .reported(scored(370, hfs7(4), null), 0)
                .assessed(366, SpasmGrade.E0));

        assertThat(Told.value(mvd.own("a"), "instruments", "hfs-7", "meanAfter"))
                .as("370 is as near as 360, and later")
                .hasValue(4.0);
        assertThat(Told.value(mvd.own("a"), "instruments", "hfs-30", "meanChange"))
                .hasValue(-93.0);
    }

    @ParameterizedTest
    @CsvSource({"27, 0", "28, 1", "90, 1", "91, 0", "-1, 1"})
    void after_an_injection_days_28_to_90_count_and_those_without_a_day(int day, int pairs) {
        botox.take(treatment("a").reported(injected(day, hfs7(3), hfs7(9)), 0));

        assertThat(Told.value(botox.own("a"), "instruments", "hfs-7", "n")).hasValue(pairs);
        assertThat(Told.value(
                        mvd.take(treatment("a").assessed(1, SpasmGrade.E0)).own("a"), "instruments", "hfs-7", "n"))
                .as("treatments of the other kind are in no pair")
                .hasValue(0);
    }

    @Test
    void the_baseline_submitted_last_counts() {
        mvd.take(treatment("a").reported(scored(365, hfs7(4), hfs7(10)), 5).reported(scored(30, hfs7(9), hfs7(16)), 1));

        assertThat(Told.value(mvd.own("a"), "instruments", "hfs-7", "meanBefore"))
                .hasValue(10.0);
    }

    @Test
    void others_are_told_means_to_a_tenth_and_the_hospital_all_digits() {
        for (int i = 0; i < 30; i++) {
            operated("a", 10 + i % 7, 2 + i % 5);
        }

        Map<String, Object> own = Told.part(mvd.own("a"), "instruments", "hfs-7");
        Map<String, Object> told = Told.part(mvd.of("a"), "instruments", "hfs-7");
        assertThat((Double) own.get("meanBefore")).isCloseTo(385 / 30.0, within(1e-12));
        assertThat(told)
                .containsEntry("n", 30)
                .containsEntry("meanBefore", 12.8)
                .containsEntry("meanAfter", 4.0);
        double change = (Double) Told.value(told, "meanChange").orElseThrow();
        assertThat(change).isEqualTo(-8.8);
        double reach = (Double) Told.value(told, "interval", "upper").orElseThrow() - change;
        double exact = (Double) Told.value(own, "interval", "upper").orElseThrow()
                - (Double) Told.value(own, "meanChange").orElseThrow();
        assertThat(reach / 2.045229642132703)
                .as("t of 29 degrees times an error of two digits, rounded up")
                .isCloseTo(Math.round(reach / 2.045229642132703 * 100) / 100.0, within(1e-9));
        assertThat(reach).isBetween(exact, exact * 1.1);
        assertThat(Told.value(told, "importantlyBetter", "count")).hasValue(30);
    }

    @Test
    void a_mean_that_few_points_make_is_not_told() {
        for (int i = 0; i < 30; i++) {
            operated("a", 10 + i % 7, i == 7 ? 3 : 0);
        }

        Map<String, Object> told = Told.part(mvd.of("a"), "instruments", "hfs-7");
        assertThat(told).containsKeys("n", "meanBefore").doesNotContainKeys("meanAfter", "meanChange", "interval");
        assertThat(mvd.suppressed("a"))
                .contains("instruments.hfs-7.meanAfter", "instruments.hfs-7.meanChange", "instruments.hfs-7.interval");
        assertThat(Told.part(mvd.own("a"), "instruments", "hfs-7")).containsEntry("meanAfter", 0.1);
    }

    @Test
    void the_interval_of_changes_that_one_alone_differs_in_is_not_told() {
        for (int i = 0; i < 30; i++) {
            operated("a", 12, i == 7 ? 5 : 4);
        }

        Map<String, Object> told = Told.part(mvd.of("a"), "instruments", "hfs-7");
        assertThat(told).containsKeys("meanAfter", "meanChange").doesNotContainKey("interval");
        assertThat(mvd.suppressed("a")).contains("instruments.hfs-7.interval");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "4, false", "15, true"})
    void few_without_a_pair_hide_all(int without, boolean shown) {
        for (int i = 0; i < 40; i++) {
            operated("a", 10 + i % 7, 2 + i % 5);
        }
        for (int i = 0; i < without; i++) {
            mvd.take(treatment("a").assessed(365, SpasmGrade.E0));
        }

        assertThat(Told.value(mvd.of("a"), "instruments", "hfs-7", "n").isPresent())
                .isEqualTo(shown);
    }

    @Test
    void where_the_network_tells_a_sum_that_one_hospital_hides_others_hide_theirs_too() {
        for (String hospital : List.of("a", "b", "c")) {
            for (int i = 0; i < 30; i++) {
                operated(hospital, 10 + i % 7, 2 + i % 5);
            }
        }
        assertThat(Told.value(mvd.network(), "instruments", "hfs-7", "n")).hasValue(90);

        for (int i = 0; i < 30; i++) {
            operated("d", 10 + i % 7, i == 7 ? 3 : 0);
        }
        assertThat(Told.part(mvd.network(), "instruments", "hfs-7"))
                .containsEntry("n", 120)
                .containsKey("meanAfter");
        assertThat(List.of("a", "b", "c", "d"))
                .filteredOn(hospital -> Told.value(mvd.of(hospital), "instruments", "hfs-7", "meanAfter")
                        .isEmpty())
                .contains("d")
                .hasSize(3);
    }

    private Case treatment(String hospital) {
        treatments++;
        return Case.of(hospital, "t-" + treatments, treatments);
    }

    private void operated(String hospital, double before, double after) {
        Clinical.Report report = scored(365, hfs7(after), hfs7(before));
        mvd.take(treatment(hospital).reported(report, 0));
    }
}
