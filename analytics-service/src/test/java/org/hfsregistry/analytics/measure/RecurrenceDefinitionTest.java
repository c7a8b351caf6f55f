package org.hfsregistry.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.measure.OneHospital.treatment;

import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceDefinitionTest {

    @ParameterizedTest
    @CsvSource({"119,90,190 CENSORED", "120,90,90 EVENT", "120,91,190 CENSORED", "30,0,0 EVENT"})
    void a_confirmed_recurrence_counts_from_the_gap_on(int onset, int gap, String expected) {
        Case operation = treatment("t", 1)
                .assessed(30, SpasmGrade.E0)
                .assessed(220, SpasmGrade.E1)
                .recurred(onset, true);

        assertThat(OneHospital.of(operation).recurrences(gap)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"E1,190 CENSORED", "E2,90 EVENT", "E3,90 EVENT"})
    void an_assessment_with_e2_or_e3_from_the_gap_on_counts(SpasmGrade grade, String expected) {
        Case operation = treatment("t", 1)
                .assessed(30, SpasmGrade.E0)
                .assessed(119, SpasmGrade.E3)
                .assessed(120, grade)
                .assessed(220, SpasmGrade.E0);

        assertThat(OneHospital.of(operation).recurrences(90)).containsExactly(expected);
    }

    @Test
    void what_is_not_confirmed_does_not_count() {
        Case operation = treatment("t", 1).assessed(30, SpasmGrade.E0).recurred(500, false);

        assertThat(OneHospital.of(operation).recurrences(90)).containsExactly("0 CENSORED");
    }

    @Test
    void who_was_never_free_of_spasm_is_not_at_risk() {
        assertThat(OneHospital.of(treatment("t", 1).assessed(30, SpasmGrade.E1).recurred(500, true))
                        .recurrences(90))
                .isEmpty();
    }

    @Test
    void another_operation_on_that_side_competes_and_one_on_the_other_side_does_not() {
        Case first = treatment("a", 1).assessed(10, SpasmGrade.E0).assessed(600, SpasmGrade.E0);
        Case again = treatment("b", 1).on(Case.DAY.plusDays(400)).assessed(0, SpasmGrade.E1);
        Case otherSide =
                treatment("b", 1).on(Case.DAY.plusDays(400)).on(Side.RIGHT).assessed(0, SpasmGrade.E1);
        Case otherPatient = treatment("b", 2).on(Case.DAY.plusDays(400)).assessed(0, SpasmGrade.E1);

        assertThat(OneHospital.of(first, again).recurrences(90)).containsExactly("390 COMPETING");
        assertThat(OneHospital.of(again, first).recurrences(90)).containsExactly("390 COMPETING");
        assertThat(OneHospital.of(first, otherSide).recurrences(90)).containsExactly("590 CENSORED");
        assertThat(OneHospital.of(first, otherPatient).recurrences(90)).containsExactly("590 CENSORED");
    }

    @ParameterizedTest
    @CsvSource({"399,389 EVENT", "400,390 EVENT", "401,390 COMPETING"})
    void a_recurrence_on_the_day_of_the_next_operation_goes_before_it(int onset, String expected) {
        Case first = treatment("a", 1).assessed(10, SpasmGrade.E0).recurred(onset, true);
        Case again = treatment("b", 1).on(Case.DAY.plusDays(400)).assessed(0, SpasmGrade.E1);

        assertThat(OneHospital.of(first, again).recurrences(90)).containsExactly(expected);
    }

    @Test
    void who_was_operated_on_again_before_being_free_of_spasm_is_not_at_risk_by_the_first_operation() {
        Case first = treatment("a", 1).assessed(500, SpasmGrade.E0);
        Case again = treatment("b", 1).on(Case.DAY.plusDays(400)).assessed(50, SpasmGrade.E0);

        assertThat(OneHospital.of(first, again).recurrences(90)).containsExactly("0 CENSORED");
    }

    @Test
    void death_competes_whichever_treatment_of_the_patient_tells_of_it() {
        Case operation = treatment("a", 1).assessed(10, SpasmGrade.E0);
        Case injection =
                treatment("s", 1).on(Case.DAY.plusDays(100)).relievedUpTo(60).ended(200, FollowUpEnded.Reason.DEATH);

        OneHospital hospital = OneHospital.of(operation, injection);
        assertThat(hospital.recurrences(90)).containsExactly("290 COMPETING");

        hospital.take(treatment("s", 1).version(2));
        assertThat(hospital.recurrences(90))
                .as("the injection with the death was withdrawn")
                .containsExactly("0 CENSORED");
    }

    @Test
    void the_end_of_follow_up_censors() {
        Case operation = treatment("a", 1).assessed(10, SpasmGrade.E0).ended(800, FollowUpEnded.Reason.LOST);

        assertThat(OneHospital.of(operation).recurrences(90)).containsExactly("790 CENSORED");
    }

    @Test
    void a_patient_that_is_corrected_takes_the_competing_event_along() {
        Case first = treatment("a", 1).assessed(10, SpasmGrade.E0);
        OneHospital hospital = OneHospital.of(
                first,
                treatment("b", 1).on(Case.DAY.plusDays(400)).assessed(0, SpasmGrade.E1),
                treatment("c", 2).assessed(10, SpasmGrade.E0));

        hospital.take(treatment("b", 2).version(2).on(Case.DAY.plusDays(400)).assessed(0, SpasmGrade.E1));

        assertThat(hospital.recurrences(90)).containsExactlyInAnyOrder("0 CENSORED", "390 COMPETING");
    }
}
