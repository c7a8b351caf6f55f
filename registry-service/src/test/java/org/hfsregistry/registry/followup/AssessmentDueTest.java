package org.hfsregistry.registry.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an operation is on the list, and as what. */
class AssessmentDueTest {

    @ParameterizedTest
    @CsvSource({"269,", "270,OPEN", "484,OPEN", "485,CLOSING", "545,CLOSING", "546,MISSED", "5000,MISSED"})
    void its_state_changes_with_the_days_after_surgery(int days, DueState state) {
        assertThat(due(days, assessment(30)).map(AssessmentDue::state)).isEqualTo(Optional.ofNullable(state));
    }

    @Test
    void its_window_is_that_of_success_at_a_year() {
        assertThat(due(300, assessment(30)))
                .contains(new AssessmentDue(
                        "t-1",
                        Examples.TREATED,
                        Examples.TREATED.plusDays(270),
                        Examples.TREATED.plusDays(545),
                        DueState.OPEN,
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {270, 365, 545})
    void an_assessment_in_the_window_takes_it_off_the_list(int day) {
        assertThat(due(545, assessment(30), assessment(day))).isEmpty();
        assertThat(due(600, assessment(day), assessment(900))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 269, 546})
    void an_assessment_outside_the_window_does_not(int day) {
        assertThat(due(600, assessment(day)).map(AssessmentDue::state)).contains(DueState.MISSED);
    }

    @Test
    void who_will_not_come_any_more_is_not_waited_for_and_is_missed_in_the_end() {
        TreatmentOutcome ended = Examples.followUpEnded();

        assertThat(due(300, assessment(30), ended)).isEmpty();
        assertThat(due(500, assessment(30), ended)).isEmpty();
        assertThat(due(546, assessment(30), ended).flatMap(AssessmentDue::followUpEnded))
                .contains(FollowUpEnded.Reason.TRANSFERRED);
    }

    @Test
    void only_an_operation_is_on_the_list() {
        assertThat(due(400, Examples.injection("b-1", "t-1", 1, 80))).isEmpty();
        assertThat(due(400, Examples.medicationResponse())).isEmpty();
        assertThat(due(600, Examples.followUpEnded())).isEmpty();
    }

    private static Optional<AssessmentDue> due(int daysAfter, TreatmentOutcome... outcomes) {
        LocalDate today = Examples.TREATED.plusDays(daysAfter);
        return AssessmentDue.of(Documents.treatment(1, outcomes), today);
    }

    private static TreatmentOutcome assessment(int day) {
        return Examples.assessment("o-" + day, 1, "t-1", day, SpasmGrade.E1);
    }
}
