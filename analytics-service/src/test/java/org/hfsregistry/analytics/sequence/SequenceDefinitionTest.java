package org.hfsregistry.analytics.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Question.OfSequence.BotoxToMvd;
import org.hfsregistry.analytics.question.Question.OfSequence.Reinjection;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.outcome.FollowUpEnded.Reason;
import org.junit.jupiter.api.Test;

class SequenceDefinitionTest {
    private static final String HOSPITAL = "h-01";

    private final Injecting injecting = new Injecting();

    /** quantile(c(80, 90, 100, 130), c(.25, .5, .75)) of R. */
    @Test
    void the_days_between_sessions_have_the_quartiles_of_r() {
        for (int day : new int[] {0, 80, 170, 270, 400}) {
            injecting.injected(HOSPITAL, 1, day);
        }

        assertThat(injecting.own(HOSPITAL, Reinjection.DEFAULT))
                .containsEntry("n", 4)
                .containsEntry("p25", 87.5)
                .containsEntry("medianDays", 95.0)
                .containsEntry("p75", 107.5);
    }

    @Test
    void another_patient_side_or_hospital_is_no_next_session() {
        injecting
                .injected(HOSPITAL, 1, 0)
                .injected(HOSPITAL, 2, 80)
                .injected("h-02", 1, 90)
                .take(injecting.treatment(HOSPITAL, 1, 100).on(Side.RIGHT).relievedUpTo(90))
                .operated(HOSPITAL, 1, 50);

        assertThat(injecting.own(HOSPITAL, Reinjection.DEFAULT))
                .containsEntry("n", 0)
                .doesNotContainKeys("medianDays", "p25", "p75");
    }

    @Test
    void sessions_of_one_day_are_one() {
        injecting.injected(HOSPITAL, 1, 0).injected(HOSPITAL, 1, 0).injected(HOSPITAL, 1, 90);

        assertThat(injecting.own(HOSPITAL, Reinjection.DEFAULT))
                .containsEntry("n", 1)
                .containsEntry("medianDays", 90.0);
        assertThat(injecting.own(HOSPITAL, BotoxToMvd.DEFAULT)).containsEntry("patients", 1);
    }

    /** cmprsk::cuminc of t = 2,3,3,5,6,7,8,9,10,12 and cause 1,0,2,1,0,2,1,0,1,0. */
    @Test
    void the_incidence_of_an_operation_is_that_of_r() {
        int[] day = {2, 3, 3, 5, 6, 7, 8, 9, 10, 12};
        int[] cause = {1, 0, 2, 1, 0, 2, 1, 0, 1, 0};
        for (int patient = 0; patient < day.length; patient++) {
            Case session = injecting.treatment(HOSPITAL, patient, 0).relievedUpTo(90);
            switch (cause[patient]) {
                case 0 -> injecting.take(session.ended(day[patient], Reason.LOST));
                case 1 -> injecting.take(session).operated(HOSPITAL, patient, day[patient]);
                default -> injecting.take(session.ended(day[patient], Reason.DEATH));
            }
        }

        Map<String, Object> answer = injecting.own(HOSPITAL, BotoxToMvd.DEFAULT);

        assertThat(answer).containsEntry("patients", 10).containsEntry("operated", 4);
        assertThat(incidences(answer)).containsExactly(List.of(2, 5, 8, 10), List.of(0.1, 0.2143, 0.3514, 0.5571));
    }

    /** Days, and the incidence to four digits. */
    private static List<List<? extends Number>> incidences(Map<String, Object> answer) {
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> curve = (List<Map<String, Object>>) answer.getOrDefault("curve", List.of());
        return List.of(
                curve.stream()
                        .map(point -> ((Number) point.getOrDefault("day", -1)).intValue())
                        .toList(),
                curve.stream()
                        .map(point ->
                                Math.round(((Number) point.getOrDefault("incidence", -1)).doubleValue() * 1e4) / 1e4)
                        .toList());
    }

    @Test
    void what_goes_on_is_followed_up_to_the_data_s_date() {
        LocalDate dataDate = Case.DAY.plusDays(700);
        injecting.take(injecting.treatment(HOSPITAL, 1, 0).relievedUpTo(90), dataDate);
        injecting.take(injecting.treatment(HOSPITAL, 2, 0).relievedUpTo(90).ended(100, Reason.LOST), dataDate);

        assertThat(injecting.own(HOSPITAL, BotoxToMvd.DEFAULT)).containsEntry("followedUpTo", 700);
        assertThat(at(365)).containsEntry("incidence", 0.0).containsEntry("atRisk", 1);
    }

    @Test
    void an_end_of_follow_up_after_which_the_patient_was_treated_is_none() {
        injecting
                .take(injecting.treatment(HOSPITAL, 1, 0).relievedUpTo(90).ended(100, Reason.LOST))
                .injected(HOSPITAL, 1, 300);

        assertThat(at(1825)).containsEntry("atRisk", 1);
    }

    @Test
    void an_operation_before_or_on_the_day_is_none_after_the_injection_and_one_on_the_day_of_death_is() {
        injecting
                .operated(HOSPITAL, 1, -30)
                .operated(HOSPITAL, 1, 0)
                .injected(HOSPITAL, 1, 0)
                .take(injecting.treatment(HOSPITAL, 2, 0).relievedUpTo(90).ended(400, Reason.DEATH))
                .operated(HOSPITAL, 2, 400)
                .take(injecting.treatment(HOSPITAL, 3, 0).relievedUpTo(90).ended(400, Reason.DEATH))
                .operated(HOSPITAL, 3, 401);

        assertThat(injecting.own(HOSPITAL, BotoxToMvd.DEFAULT))
                .containsEntry("patients", 3)
                .containsEntry("operated", 1);
    }

    @Test
    void sessions_that_come_in_later_or_change_move_what_came_first() {
        injecting.injected(HOSPITAL, 1, 200).injected(HOSPITAL, 1, 300).operated(HOSPITAL, 1, 500);
        injecting.injected(HOSPITAL, 2, 0).injected(HOSPITAL, 1, 0);

        assertThat(injecting.own(HOSPITAL, Reinjection.DEFAULT)).containsEntry("n", 2);
        assertThat(at(365)).containsEntry("incidence", 0.0).containsEntry("atRisk", 2);
        assertThat(at(730)).containsEntry("incidence", 0.5).containsEntry("atRisk", 1);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> at(int day) {
        Map<String, Object> at = (Map<String, Object>)
                injecting.own(HOSPITAL, BotoxToMvd.DEFAULT).getOrDefault("at", Map.of());
        return (Map<String, Object>) at.getOrDefault(Integer.toString(day), Map.of());
    }
}
