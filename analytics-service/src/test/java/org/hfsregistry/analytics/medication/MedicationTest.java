package org.hfsregistry.analytics.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.hfsregistry.analytics.population.Clinical.taken;
import static org.hfsregistry.contract.outcome.MedicationResponse.Drug.BACLOFEN;
import static org.hfsregistry.contract.outcome.MedicationResponse.Drug.CARBAMAZEPINE;
import static org.hfsregistry.contract.outcome.MedicationResponse.Response.COMPLETE;
import static org.hfsregistry.contract.outcome.MedicationResponse.Response.NONE;
import static org.hfsregistry.contract.outcome.MedicationResponse.Response.PARTIAL;
import static org.hfsregistry.contract.outcome.MedicationResponse.SideEffect.DIZZINESS;
import static org.hfsregistry.contract.outcome.MedicationResponse.SideEffect.RASH;
import static org.hfsregistry.contract.outcome.MedicationResponse.StopReason.NO_EFFECT;
import static org.hfsregistry.contract.outcome.MedicationResponse.StopReason.SURGERY;

import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Clinical;
import org.hfsregistry.analytics.population.Told;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Question.MedicationResponses;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition medication-response/1, and what others than the hospital are told. */
class MedicationTest {
    private final Told told = new Told(MedicationResponses.DEFAULT);
    private int courses;

    /** R: {@code prop.test(1, 4, correct = FALSE)} has .0456 to .6994. */
    @Test
    void responses_are_counted_among_all_courses() {
        take(taken(30, BACLOFEN, NONE, false, null));
        take(taken(30, BACLOFEN, PARTIAL, false, null));
        take(taken(30, BACLOFEN, PARTIAL, false, null));
        take(taken(30, BACLOFEN, COMPLETE, false, null));
        told.take(Case.of("a", "op", 99).assessed(30, SpasmGrade.E0));

        assertThat(told.own("a")).containsEntry("n", 4);
        assertThat(own("response", "partial", "rate")).hasValue(0.5);
        assertThat(own("response", "complete", "count")).hasValue(1);
        assertThat((Double) own("response", "complete", "interval", "lower").orElseThrow())
                .isCloseTo(0.0456, within(5e-5));
        assertThat((Double) own("response", "complete", "interval", "upper").orElseThrow())
                .isCloseTo(0.6994, within(5e-5));
    }

    @Test
    void the_latest_assessment_tells_how_far_it_helped_and_any_report_what_it_cost() {
        told.take(course().reported(taken(300, CARBAMAZEPINE, NONE, false, null), 0)
                .reported(taken(30, CARBAMAZEPINE, COMPLETE, false, null, RASH, DIZZINESS), 9));

        assertThat(own("response", "none", "count")).hasValue(1);
        assertThat(own("response", "complete", "count")).hasValue(0);
        assertThat(own("sideEffects", "rash", "count")).hasValue(1);
        assertThat(own("sideEffects", "hepatic", "count")).hasValue(0);
    }

    @Test
    void it_was_stopped_where_any_report_says_so_for_the_reason_given_last() {
        told.take(
                course().reported(taken(30, BACLOFEN, NONE, true, NO_EFFECT), 0)
                        .reported(taken(60, BACLOFEN, NONE, true, SURGERY), 0)
                        .reported(taken(90, BACLOFEN, NONE, true, null), 0),
                course().reported(taken(30, BACLOFEN, NONE, true, null), 0),
                course().reported(taken(30, BACLOFEN, NONE, false, NO_EFFECT), 0),
                course().reported(taken(30, BACLOFEN, NONE, false, null), 0));

        assertThat(own("stopped", "count")).hasValue(3);
        assertThat(own("stopped", "rate")).hasValue(0.75);
        assertThat(own("stopped", "because", "surgery", "count")).hasValue(1);
        assertThat(own("stopped", "because", "no-effect", "count")).hasValue(1);
    }

    @Test
    void courses_are_told_by_drug() {
        take(taken(30, BACLOFEN, NONE, false, null));
        take(taken(30, CARBAMAZEPINE, NONE, false, null));
        take(taken(30, CARBAMAZEPINE, NONE, false, null));

        assertThat(told.own("a", By.DRUG))
                .hasSize(7)
                .extracting(group -> group.get("drug"), group -> group.get("n"))
                .contains(tuple("carbamazepine", 2), tuple("baclofen", 1), tuple("gabapentin", 0));
    }

    @ParameterizedTest
    @CsvSource({"20, 20, 20, true, true", "20, 37, 3, true, false", "3, 37, 20, false, true", "0, 30, 30, true, true"})
    void responses_of_few_are_not_told_nor_what_leaves_few(
            int complete, int partial, int none, boolean tellsComplete, boolean tellsPartial) {
        for (int i = 0; i < complete + partial + none; i++) {
            take(taken(
                    30, BACLOFEN, i < complete ? COMPLETE : i < complete + partial ? PARTIAL : NONE, true, NO_EFFECT));
        }

        assertThat(told.of("a")).containsEntry("n", 60);
        assertThat(Told.value(told.of("a"), "response", "complete").isPresent()).isEqualTo(tellsComplete);
        assertThat(Told.value(told.of("a"), "response", "partial").isPresent()).isEqualTo(tellsPartial);
        assertThat(Told.value(told.of("a"), "stopped")).as("all").isPresent();
    }

    @Test
    void reasons_are_told_where_many_have_them_and_the_rest_of_those_stopped_are_not_few() {
        for (int i = 0; i < 60; i++) {
            take(taken(30, BACLOFEN, PARTIAL, i < 33, i < 20 ? NO_EFFECT : i < 31 ? SURGERY : null, RASH));
        }

        assertThat(Told.value(told.of("a"), "stopped", "count")).hasValue(33);
        assertThat(Told.value(told.of("a"), "stopped", "because", "no-effect", "count"))
                .hasValue(20);
        assertThat(Told.value(told.of("a"), "stopped", "because", "surgery"))
                .as("then two would be left of whom nobody said why")
                .isEmpty();
        assertThat(told.suppressed("a")).contains("stopped.because.surgery");
    }

    @Test
    void a_hospital_of_few_courses_has_not_enough_data() {
        take(taken(30, BACLOFEN, NONE, false, null));

        assertThat(told.of("a")).isEqualTo(Map.of("hospitalId", "a", "status", "insufficient-data"));
    }

    private void take(Clinical.Report report) {
        told.take(course().reported(report, 0));
    }

    private Case course() {
        courses++;
        return Case.of("a", "c-" + courses, courses);
    }

    private Optional<Object> own(String... names) {
        return Told.value(told.own("a"), names);
    }
}
