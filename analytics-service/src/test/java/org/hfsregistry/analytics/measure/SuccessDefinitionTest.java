package org.hfsregistry.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.measure.OneHospital.treatment;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessDefinitionTest {
    private static final Success AT_A_QUARTER = new Success(Grades.FREE_OF_SPASM, AssessmentWindow.QUARTER);

    @ParameterizedTest
    @CsvSource({"269,0", "270,1", "545,1", "546,0"})
    void the_year_counts_assessments_of_days_270_to_545(int day, int assessed) {
        assertThat(OneHospital.of(treatment("t", 1).assessed(day, SpasmGrade.E0))
                        .answers(Success.DEFAULT))
                .containsEntry("n", assessed)
                .containsEntry("operations", 1);
    }

    @ParameterizedTest
    @CsvSource({"44,0", "45,1", "180,1", "181,0"})
    void the_quarter_counts_assessments_of_days_45_to_180(int day, int assessed) {
        assertThat(OneHospital.of(treatment("t", 1).assessed(day, SpasmGrade.E0))
                        .answers(AT_A_QUARTER))
                .containsEntry("n", assessed);
    }

    @ParameterizedTest
    @CsvSource({"364,366,1", "363,366,1", "364,367,0", "365,366,0"})
    void the_assessment_nearest_to_the_day_counts_and_of_two_equally_near_the_later(
            int failed, int free, int successes) {
        Case operation = treatment("t", 1).assessed(failed, SpasmGrade.E2).assessed(free, SpasmGrade.E0);

        assertThat(OneHospital.of(operation).answers(Success.DEFAULT)).containsEntry("successes", successes);
    }

    @Test
    void of_two_assessments_on_a_day_the_one_submitted_last_counts() {
        Case operation = treatment("t", 1).assessed(365, SpasmGrade.E0, null, 5).assessed(365, SpasmGrade.E3, null, 1);

        assertThat(OneHospital.of(operation).answers(Success.DEFAULT)).containsEntry("successes", 1);
    }

    @Test
    void grades_are_any_set_of_e_or_t_up_to_one_and_t_needs_both_grades() {
        OneHospital hospital = OneHospital.of(
                treatment("a", 1).assessed(365, SpasmGrade.E0, ComplicationGrade.C0, 0),
                treatment("b", 2).assessed(365, SpasmGrade.E0, ComplicationGrade.C1, 0),
                treatment("c", 3).assessed(365, SpasmGrade.E1, ComplicationGrade.C0, 0),
                treatment("d", 4).assessed(365, SpasmGrade.E1, ComplicationGrade.C1, 0),
                treatment("e", 5).assessed(365, SpasmGrade.E0, null, 0));

        assertThat(hospital.answers(success("E0"))).containsEntry("n", 5).containsEntry("successes", 3);
        assertThat(hospital.answers(success("E0", "E1"))).containsEntry("n", 5).containsEntry("successes", 5);
        assertThat(hospital.answers(success("T0"))).containsEntry("n", 4).containsEntry("successes", 1);
        assertThat(hospital.answers(success("T0", "T1"))).containsEntry("n", 4).containsEntry("successes", 3);
        assertThat(Grades.of(List.of("T1"))).isEmpty();
        assertThat(Grades.of(List.of("E0", "T0"))).isEmpty();
    }

    @Test
    void an_operation_is_due_the_day_after_its_window_closed() {
        Case operation = treatment("t", 1).assessed(300, SpasmGrade.E0);

        assertThat(OneHospital.asOf(Case.DAY.plusDays(545), operation).answers(Success.DEFAULT))
                .containsEntry("n", 1)
                .containsEntry("due", 0)
                .doesNotContainKeys("completeness", "bounds");
        assertThat(OneHospital.asOf(Case.DAY.plusDays(546), operation).answers(Success.DEFAULT))
                .containsEntry("due", 1)
                .containsEntry("completeness", 1.0);
        assertThat(OneHospital.asOf(Case.DAY.plusDays(181), operation).answers(AT_A_QUARTER))
                .containsEntry("due", 1)
                .containsEntry("completeness", 0.0)
                .containsEntry("bounds", Map.of("lower", 0.0, "upper", 1.0));
    }

    @Test
    void bounds_take_the_unassessed_for_failures_and_for_successes() {
        OneHospital hospital = OneHospital.of(
                treatment("a", 1).assessed(365, SpasmGrade.E0),
                treatment("b", 2).assessed(365, SpasmGrade.E2),
                treatment("c", 3).assessed(20, SpasmGrade.E0),
                treatment("d", 4).recurred(400, true));

        assertThat(hospital.answers(Success.DEFAULT))
                .containsEntry("n", 2)
                .containsEntry("operations", 4)
                .containsEntry("due", 4)
                .containsEntry("completeness", 0.5)
                .containsEntry("bounds", Map.of("lower", 0.25, "upper", 0.75));
    }

    @Test
    void what_is_withdrawn_is_gone_and_an_older_version_does_not_bring_it_back() {
        Case operation = treatment("t", 1).version(2).assessed(365, SpasmGrade.E0);
        OneHospital hospital = OneHospital.of(operation);

        hospital.take(treatment("t", 1).version(3));
        assertThat(hospital.answers(Success.DEFAULT)).containsEntry("n", 0).containsEntry("operations", 0);

        hospital.take(operation);
        assertThat(hospital.answers(Success.DEFAULT)).containsEntry("n", 0).containsEntry("operations", 0);

        hospital.take(treatment("t", 1).version(4).assessed(365, SpasmGrade.E1));
        assertThat(hospital.answers(Success.DEFAULT)).containsEntry("n", 1).containsEntry("successes", 0);
    }

    @Test
    void the_end_of_a_follow_up_alone_is_no_operation() {
        assertThat(OneHospital.of(treatment("t", 1).ended(30, FollowUpEnded.Reason.DEATH))
                        .answers(Success.DEFAULT))
                .containsEntry("operations", 0);
    }

    private static Success success(String... codes) {
        return new Success(Grades.of(List.of(codes)).orElseThrow(), AssessmentWindow.YEAR);
    }
}
