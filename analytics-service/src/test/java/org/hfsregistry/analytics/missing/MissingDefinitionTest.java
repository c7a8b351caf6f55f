package org.hfsregistry.analytics.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Clinical;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.FollowUpEnded.Reason;
import org.junit.jupiter.api.Test;

/** The definition missing/1. */
class MissingDefinitionTest {
    private static final String HOSPITAL = "h-01";
    private static final Audience ITSELF = new Audience(11, Optional.of(HOSPITAL));

    /** The data's date: of the newest change. */
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private final Population population = new Population();
    private final Statistics statistics = new Statistics(population, new Thresholds(11, 5));
    private int treatments;

    MissingDefinitionTest() {
        population.complete();
        take(Case.of("h-02", "newest", 1)
                .changedAt(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant())
                .notRelieved());
    }

    @Test
    void an_assessment_is_open_from_day_270_closing_from_day_485_and_missed_after_day_545() {
        for (int daysAgo : new int[] {269, 270, 484, 485, 545, 546, 900}) {
            take(operation(daysAgo).assessed(30, SpasmGrade.E0));
        }

        assertThat(assessments()).isEqualTo(Map.of("missed", 2, "closing", 2, "open", 2));
    }

    @Test
    void an_operation_that_was_assessed_in_its_time_waits_for_nothing() {
        take(operation(900).assessed(270, SpasmGrade.E2));
        take(operation(300).assessed(290, SpasmGrade.E0));
        take(operation(900).assessed(546, SpasmGrade.E0));

        assertThat(assessments()).isEqualTo(Map.of("missed", 1, "closing", 0, "open", 0));
    }

    @Test
    void of_an_ended_follow_up_only_what_was_missed_is_told() {
        take(operation(300).assessed(30, SpasmGrade.E0).ended(100, Reason.LOST));
        take(operation(500).assessed(30, SpasmGrade.E0).ended(100, Reason.LOST));
        take(operation(600).assessed(30, SpasmGrade.E0).ended(100, Reason.LOST));

        assertThat(assessments()).isEqualTo(Map.of("missed", 1, "closing", 0, "open", 0));
    }

    @Test
    void what_was_missed_is_what_quality_counts_as_due_and_not_assessed() {
        for (int i = 0; i < 10; i++) {
            take(operation(600 + i).assessed(i < 7 ? 365 : 30, SpasmGrade.E0));
        }
        Map<String, Object> quality = statistics
                .answer(
                        new Asked(Quality.DEFAULT, Filter.NONE, Set.of(HOSPITAL), By.HOSPITAL, Asked.USUAL_LEVEL),
                        ITSELF)
                .groups()
                .getFirst();

        assertThat(quality).containsEntry("due", 10).containsEntry("completeness", 0.7);
        assertThat(assessments()).containsEntry("missed", 3);
    }

    @Test
    void an_operation_has_to_say_itself_what_its_risk_is_made_of() {
        take(operation(900)
                .of(Sex.FEMALE, 1960, Etiology.VASCULAR)
                .sickSince(2010)
                .found(List.of(Vessel.AICA), false)
                .assessed(30, SpasmGrade.E0));
        take(operation(900).assessed(30, SpasmGrade.E0));
        take(Case.of(HOSPITAL, "of-the-same-patient", treatments)
                .on(TODAY.minusDays(800))
                .of(Sex.MALE, 1950, Etiology.UNKNOWN)
                .notRelieved());

        assertThat(traits("mvd"))
                .containsAllEntriesOf(Map.of(
                        "birthYear", of(2, 1),
                        "sex", of(2, 1),
                        "etiology", of(2, 1),
                        "spasmOnsetYear", of(2, 1),
                        "vessels", of(2, 1),
                        "repeatOperation", of(2, 1)));
    }

    @Test
    void of_an_injection_it_is_enough_that_some_report_of_the_patient_says_it() {
        take(Case.of(HOSPITAL, "first", 1)
                .on(TODAY.minusDays(800))
                .of(Sex.FEMALE, 1960, null)
                .notRelieved());
        take(Case.of(HOSPITAL, "second", 1).on(TODAY.minusDays(700)).notRelieved());
        take(Case.of(HOSPITAL, "of-another", 2).on(TODAY.minusDays(700)).notRelieved());

        assertThat(traits("botox"))
                .isEqualTo(Map.of(
                        "birthYear", of(3, 1),
                        "sex", of(3, 1),
                        "etiology", of(3, 3),
                        "qualityOfLife", of(3, 3)));
    }

    @Test
    void quality_of_life_is_wanted_when_the_time_of_the_second_score_is_over() {
        take(operation(600).reported(Clinical.scored(365, Clinical.hfs7(2), Clinical.hfs7(9)), 0));
        take(operation(600).reported(Clinical.scored(365, Clinical.hfs7(2), Clinical.hfs30(90)), 0));
        take(operation(545).reported(Clinical.scored(1, null, Clinical.hfs7(9)), 0));
        take(Case.of(HOSPITAL, "s-1", 1).on(TODAY.minusDays(91)).notRelieved());
        take(Case.of(HOSPITAL, "s-2", 2).on(TODAY.minusDays(90)).notRelieved());

        assertThat(traits("mvd")).containsEntry("qualityOfLife", of(2, 1));
        assertThat(traits("botox")).containsEntry("qualityOfLife", of(1, 1));
    }

    @Test
    void where_there_is_no_treatment_nothing_is_missing() {
        assertThat(assessments()).isEqualTo(Map.of("missed", 0, "closing", 0, "open", 0));
        assertThat(told()).containsEntry("traits", Map.of("mvd", Map.of(), "botox", Map.of()));
    }

    @Test
    void it_is_for_the_hospital_itself() {
        assertThatThrownBy(() -> statistics.missing(HOSPITAL, new Audience(1, Optional.of("h-02"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Case operation(int daysAgo) {
        treatments++;
        return Case.of(HOSPITAL, "t-" + treatments, treatments).on(TODAY.minusDays(daysAgo));
    }

    private void take(Case treatment) {
        population.apply(List.of(Change.of(treatment.document())), LogPositions.NONE);
    }

    private static Map<String, Object> of(int wanted, int missing) {
        return Map.of("of", wanted, "missing", missing);
    }

    private Map<String, Object> told() {
        return statistics.missing(HOSPITAL, ITSELF).groups().getFirst();
    }

    private Map<String, Object> assessments() {
        return JsonPath.read(told(), "$.assessments");
    }

    private Map<String, Object> traits(String treatment) {
        return JsonPath.read(told(), "$.traits." + treatment);
    }
}
