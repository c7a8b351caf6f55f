package org.hfsregistry.analytics.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hfsregistry.contract.outcome.EligibleCases.Treatment.BOTOX;
import static org.hfsregistry.contract.outcome.EligibleCases.Treatment.MVD;
import static org.hfsregistry.contract.registered.Withdrawn.Reason.MOVED;
import static org.hfsregistry.contract.registered.Withdrawn.Reason.RETRACTED;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Filters;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Quarantines;
import org.junit.jupiter.api.Test;

/** The definition quality/1, as a hospital sees its own. */
class QualityDefinitionTest {
    private static final String HOSPITAL = "h-01";
    private static final LocalDate IN_2020 = LocalDate.of(2020, 6, 1);
    private static final int A_DAY = 86_400;

    private final Reporting reporting = new Reporting();

    /** R: {@code quantile(c(1, 10, 20, 90), c(.5, .9), type = 7)} is 15 and 69. */
    @Test
    void days_to_submission_have_the_quantiles_of_R() {
        for (int days : new int[] {1, 10, 20, 90}) {
            reporting.take(reporting.operation(HOSPITAL, Reporting.SUBMITTED.minusDays(days)));
        }
        reporting.take(
                Case.of(HOSPITAL, "s-1", 1).on(Reporting.SUBMITTED.minusDays(7)).notRelieved());

        Map<String, Object> mvd = field("daysToSubmission", "mvd");
        assertThat(mvd.get("n")).isEqualTo(4);
        assertThat(mvd.get("median")).isEqualTo(15.0);
        assertThat((Double) mvd.get("p90")).isCloseTo(69, within(1e-12));
        assertThat(field("daysToSubmission", "botox")).isEqualTo(Map.of("n", 1, "median", 7.0, "p90", 7.0));
    }

    @Test
    void a_treatment_is_submitted_with_the_earliest_of_what_counts() {
        LocalDate day = Reporting.SUBMITTED.minusDays(3);
        reporting.take(Case.of(HOSPITAL, "t-1", 1)
                .on(day)
                .assessed(1, SpasmGrade.E0, null, 30 * A_DAY)
                .assessed(2, SpasmGrade.E0, null, 2 * A_DAY));

        assertThat(field("daysToSubmission", "mvd")).containsEntry("median", 5.0);
    }

    @Test
    void a_correction_of_the_only_report_is_submitted_when_it_is() {
        LocalDate day = Reporting.SUBMITTED.minusDays(3);
        reporting.take(Case.of(HOSPITAL, "t-1", 1).on(day).assessed(1, SpasmGrade.E1));
        assertThat(field("daysToSubmission", "mvd")).containsEntry("median", 3.0);

        reporting.take(Case.of(HOSPITAL, "t-1", 1).version(2).on(day).assessed(1, SpasmGrade.E0, null, 60 * A_DAY));
        assertThat(field("daysToSubmission", "mvd")).containsEntry("median", 63.0);
    }

    @Test
    void no_day_lies_before_the_treatment_and_none_is_too_far_away() {
        reporting.take(reporting.operation(HOSPITAL, Reporting.SUBMITTED.plusDays(1)));
        assertThat(field("daysToSubmission", "mvd")).containsEntry("median", 0.0);

        reporting.take(reporting.operation(HOSPITAL, LocalDate.of(1900, 1, 1)));
        assertThat(field("daysToSubmission", "mvd")).containsEntry("median", 45_321 / 2.0);
    }

    @Test
    void ascertainment_is_of_the_years_of_which_it_was_said_how_many_there_were() {
        reporting
                .operations(HOSPITAL, 3, IN_2020)
                .operations(HOSPITAL, 2, IN_2020.plusYears(1))
                .take(Case.of(HOSPITAL, "s-1", 1).on(IN_2020).notRelieved())
                .eligible(HOSPITAL, MVD, 2020, 40, MVD, 2020, 4, MVD, 2019, 2, BOTOX, 2021, 8);

        assertThat(field("caseAscertainment", "mvd"))
                .isEqualTo(Map.of("years", List.of(2019, 2020), "registered", 3, "eligible", 6, "share", 0.5));
        assertThat(field("caseAscertainment", "botox"))
                .isEqualTo(Map.of("years", List.of(2021), "registered", 0, "eligible", 8, "share", 0.0));
    }

    @Test
    void ascertainment_by_year_has_the_years_alone() {
        reporting
                .operations(HOSPITAL, 3, IN_2020)
                .operations(HOSPITAL, 5, IN_2020.plusYears(2))
                .eligible(HOSPITAL, MVD, 2020, 2, MVD, 2021, 4);

        List<Map<String, Object>> years = reporting.own(HOSPITAL, Filter.NONE, By.YEAR);
        assertThat(years).extracting(group -> group.get("year")).containsExactly(2020, 2021, 2022);
        assertThat(years)
                .extracting(group -> group.get("caseAscertainment"))
                .containsExactly(
                        Map.of("mvd", Map.of("years", List.of(2020), "registered", 3, "eligible", 2, "share", 1.5)),
                        Map.of("mvd", Map.of("years", List.of(2021), "registered", 0, "eligible", 4, "share", 0.0)),
                        null);
    }

    @Test
    void where_nobody_said_how_many_there_were_there_is_no_ascertainment() {
        reporting.operations(HOSPITAL, 3, IN_2020).eligible(HOSPITAL);

        assertThat(reporting.own(HOSPITAL)).doesNotContainKeys("caseAscertainment", "suppressed");
    }

    @Test
    void retractions_are_counted_where_nothing_else_is_left_too_and_what_was_moved_is_not_taken_back() {
        reporting
                .operations(HOSPITAL, 5, IN_2020)
                .take(reporting
                        .operation(HOSPITAL, IN_2020)
                        .withdrawn(RETRACTED)
                        .withdrawn(MOVED))
                .take(Case.of(HOSPITAL, "gone", 99).withdrawn(RETRACTED));

        assertThat(reporting.own(HOSPITAL))
                .extractingByKey("retractions", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("outcomes", 8)
                .containsEntry("count", 2)
                .containsEntry("share", 0.25)
                .containsKey("interval");
    }

    @Test
    void completeness_is_that_of_success_at_a_year() {
        for (int i = 0; i < 10; i++) {
            reporting.take(Case.of(HOSPITAL, "a-" + i, i)
                    .on(IN_2020)
                    .assessed(i < 7 ? 365 : 30, SpasmGrade.E0)
                    .changedAt(IN_2020.plusYears(3).atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        Map<String, Object> success = reporting
                .statistics()
                .answer(Asked.ofAll(Success.DEFAULT), new Audience(11, Optional.of(HOSPITAL)))
                .groups()
                .getFirst();

        assertThat(reporting.own(HOSPITAL))
                .containsEntry("completeness", 0.7)
                .containsEntry("due", 10)
                .containsAllEntriesOf(Map.of(
                        "operations", success.get("operations"),
                        "due", success.get("due"),
                        "completeness", success.get("completeness")));
    }

    @Test
    void quarantine_is_as_the_registry_counted_it_last() {
        reporting
                .operations(HOSPITAL, 1, IN_2020)
                .take(Quarantines.of(HOSPITAL, Map.of("CONFLICT", 9), 0, 0))
                .take(Quarantines.example());

        assertThat(field("quarantine"))
                .isEqualTo(Map.of(
                        "open",
                        3,
                        "resubmitted",
                        1,
                        "resolved",
                        4,
                        "byCode",
                        Map.of("CONFLICT", 2, "CONTRADICTION", 1),
                        "oldestOpenAt",
                        "2024-02-01T11:00:00Z",
                        "countedAt",
                        "2024-02-01T12:00:00Z"));
    }

    @Test
    void a_hospital_of_which_nothing_is_registered_sees_its_quarantine_and_nobody_else_is_told_of_it() {
        reporting.operations("h-02", 1, IN_2020).take(Quarantines.example());

        assertThat(field("quarantine")).containsEntry("open", 3);
        assertThat(reporting.told(HOSPITAL)).isEqualTo(Map.of("hospitalId", HOSPITAL, "status", "insufficient-data"));
        assertThat(reporting
                        .statistics()
                        .answer(Asked.ofAll(Quality.DEFAULT), Reporting.EVERYBODY)
                        .groups())
                .extracting(group -> group.get("hospitalId"))
                .containsExactly("h-02");
    }

    @Test
    void where_nothing_was_ever_in_quarantine_nothing_is() {
        reporting.operations(HOSPITAL, 1, IN_2020);

        assertThat(field("quarantine"))
                .isEqualTo(Map.of("open", 0, "resubmitted", 0, "resolved", 0, "byCode", Map.of()));
    }

    @Test
    void a_filter_leaves_what_is_not_of_single_treatments_out() {
        reporting
                .operations(HOSPITAL, 3, IN_2020)
                .operations(HOSPITAL, 2, IN_2020.plusYears(1))
                .eligible(HOSPITAL, MVD, 2020, 4)
                .take(Quarantines.example());

        assertThat(only(Filters.days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31))))
                .containsEntry("operations", 3)
                .containsKeys("daysToSubmission", "caseAscertainment")
                .doesNotContainKeys("retractions", "quarantine");
        assertThat(only(Filters.days(LocalDate.of(2020, 1, 2), LocalDate.of(2021, 12, 31))))
                .containsEntry("operations", 5)
                .containsKey("daysToSubmission")
                .doesNotContainKeys("caseAscertainment", "retractions", "quarantine");
        assertThat(only(Filters.of(Sex.FEMALE)))
                .containsEntry("operations", 0)
                .doesNotContainKeys("caseAscertainment", "retractions", "quarantine");
    }

    private Map<String, Object> only(Filter filter) {
        return reporting.own(HOSPITAL, filter, By.HOSPITAL).getFirst();
    }

    private Map<String, Object> field(String... names) {
        return Reporting.part(reporting.own(HOSPITAL), names);
    }
}
