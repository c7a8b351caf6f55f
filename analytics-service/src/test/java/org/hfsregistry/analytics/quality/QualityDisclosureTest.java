package org.hfsregistry.analytics.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.outcome.EligibleCases.Treatment.MVD;
import static org.hfsregistry.contract.registered.Withdrawn.Reason.RETRACTED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.disclosure.QuantileEnds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Clinical;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Quarantines;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others than the hospital itself are told of the quality of its data, at k = 11. */
class QualityDisclosureTest {
    private static final LocalDate DAY = LocalDate.of(2020, 6, 1);

    private final Reporting reporting = new Reporting();

    @ParameterizedTest
    @CsvSource({"22, true, false", "21, false, false", "101, true, false", "102, true, true"})
    void a_quantile_is_told_where_many_lie_on_both_sides_of_it(int operations, boolean median, boolean p90) {
        reporting.operations("a", operations, DAY);

        Map<String, Object> days = part("a", "daysToSubmission", "mvd");
        assertThat(days.get("n")).isEqualTo(operations);
        assertThat(days.containsKey("median")).isEqualTo(median);
        assertThat(days.containsKey("p90")).isEqualTo(p90);
        assertThat(suppressed("a").contains("daysToSubmission.mvd.median")).isNotEqualTo(median);
        assertThat(suppressed("a").contains("daysToSubmission.mvd.p90")).isNotEqualTo(p90);
        assertThat(Reporting.part(reporting.own("a"), "daysToSubmission", "mvd"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"60, 15, false", "60, 22, true"})
    void a_quantile_of_all_is_told_where_many_on_both_sides_are_of_others_than_the_largest(
            int largest, int other, boolean median) {
        reporting.operations("a", largest, DAY).operations("b", other, DAY);

        Map<String, Object> days = Reporting.part(reporting.network(), "daysToSubmission", "mvd");
        assertThat(days).containsEntry("n", largest + other);
        assertThat(days.containsKey("median")).isEqualTo(median);
        assertThat(days).doesNotContainKey("p90");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0", "10, 0.9", "10, 0"})
    void quantiles_of_few_are_of_few(int people, double part) {
        assertThat(QuantileEnds.areOfMany(people, part, 5)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"60, true", "64, false", "56, false", "71, true", "49, true"})
    void ascertainment_is_told_where_none_or_many_are_missing_or_more(int eligible, boolean told) {
        reporting.operations("a", 60, DAY).eligible("a", MVD, 2020, eligible);

        assertThat(reporting.told("a").containsKey("caseAscertainment")).isEqualTo(told);
        assertThat(suppressed("a").contains("caseAscertainment.mvd")).isNotEqualTo(told);
    }

    @Test
    void what_is_missing_in_one_hospital_alone_is_not_told_by_the_network() {
        reporting.operations("a", 60, DAY).eligible("a", MVD, 2020, 60);
        reporting.operations("b", 60, DAY).eligible("b", MVD, 2020, 64);
        reporting.operations("c", 60, DAY).eligible("c", MVD, 2020, 60);

        assertThat(reporting.network()).doesNotContainKey("caseAscertainment");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3, false", "12, true"})
    void retractions_are_told_where_they_are_none_or_many(int retracted, boolean told) {
        reporting.operations("a", 60, DAY);
        for (int i = 0; i < retracted; i++) {
            reporting.take(reporting.operation("a", DAY).withdrawn(RETRACTED));
        }

        assertThat(reporting.told("a").containsKey("retractions")).isEqualTo(told);
        assertThat(suppressed("a").contains("retractions.count")).isNotEqualTo(told);
    }

    @Test
    void the_number_of_outcomes_tells_of_no_few_second_reports() {
        reporting.operations("a", 60, DAY);
        reporting.take(reporting.operation("a", DAY).assessed(30, SpasmGrade.E0));

        assertThat(part("a", "daysToSubmission", "mvd")).containsEntry("n", 61);
        assertThat(reporting.told("a")).doesNotContainKey("retractions");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "5, false", "20, true"})
    void the_number_of_outcomes_tells_of_no_few_courses_of_medication(int courses, boolean told) {
        reporting.operations("a", 60, DAY);
        for (int i = 0; i < courses; i++) {
            reporting.take(Case.of("a", "c-" + i, 100 + i)
                    .on(DAY)
                    .reported(Clinical.taken(30, Drug.BACLOFEN, Response.PARTIAL, false, null), 0));
        }

        assertThat(reporting.told("a").containsKey("retractions")).isEqualTo(told);
    }

    @Test
    void counts_of_few_in_quarantine_are_not_told_and_none_is() {
        reporting.operations("a", 60, DAY).take(Quarantines.of("a", Map.of("CONFLICT", 3), 0, 12));

        assertThat(part("a", "quarantine"))
                .containsEntry("resubmitted", 0)
                .containsEntry("resolved", 12)
                .doesNotContainKeys("open", "byCode", "oldestOpenAt", "countedAt");
        assertThat(suppressed("a")).contains("quarantine.open", "quarantine.byCode", "quarantine.oldestOpenAt");
    }

    @Test
    void reasons_are_told_where_many_have_them_and_none_has_the_last_one_left() {
        reporting
                .operations("a", 60, DAY)
                .take(Quarantines.of("a", Map.of("CONFLICT", 20, "CONTRADICTION", 3, "OTHER_HOSPITAL", 30), 0, 0));

        assertThat(part("a", "quarantine"))
                .containsEntry("open", 53)
                .containsEntry("byCode", Map.of("CONFLICT", 20))
                .as("times of one record")
                .doesNotContainKeys("oldestOpenAt", "countedAt");
        assertThat(suppressed("a"))
                .contains("quarantine.byCode.CONTRADICTION", "quarantine.byCode.OTHER_HOSPITAL")
                .contains("quarantine.oldestOpenAt", "quarantine.countedAt");
    }

    @Test
    void the_network_tells_the_sum_where_that_tells_of_no_hospital() {
        for (String hospital : List.of("a", "b", "c", "d")) {
            reporting.operations(hospital, 60, DAY).take(Quarantines.of(hospital, Map.of("CONFLICT", 8), 0, 0));
        }
        assertThat(Reporting.part(reporting.network(), "quarantine"))
                .extracting("open")
                .isEqualTo(32);

        reporting.take(Quarantines.of("b", Map.of(), 0, 0)).take(Quarantines.of("c", Map.of(), 0, 0));
        assertThat(Reporting.part(reporting.network(), "quarantine")).doesNotContainKey("open");
    }

    @Test
    void a_hospital_of_few_treatments_has_not_enough_data() {
        reporting.operations("a", 3, DAY).eligible("a", MVD, 2020, 3).take(Quarantines.of("a", Map.of(), 0, 0));

        assertThat(reporting.told("a")).isEqualTo(Map.of("hospitalId", "a", "status", "insufficient-data"));
    }

    private Map<String, Object> part(String hospital, String... names) {
        return Reporting.part(reporting.told(hospital), names);
    }

    @SuppressWarnings("unchecked")
    private List<String> suppressed(String hospital) {
        return (List<String>) reporting.told(hospital).getOrDefault("suppressed", List.of());
    }
}
