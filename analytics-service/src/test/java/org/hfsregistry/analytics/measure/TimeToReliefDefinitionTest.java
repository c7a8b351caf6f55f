package org.hfsregistry.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.analytics.measure.OneHospital.treatment;

import java.util.Map;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.junit.jupiter.api.Test;

class TimeToReliefDefinitionTest {

    @Test
    void the_first_e0_is_the_event_whatever_comes_after_it() {
        Case operation = treatment("t", 1)
                .assessed(1, SpasmGrade.E2)
                .assessed(90, SpasmGrade.E0)
                .assessed(365, SpasmGrade.E3);

        assertThat(OneHospital.of(operation).timesToRelief()).containsExactly("90 EVENT");
    }

    @Test
    void the_last_assessment_or_the_end_of_follow_up_censors() {
        assertThat(OneHospital.of(treatment("t", 1).assessed(365, SpasmGrade.E1))
                        .timesToRelief())
                .containsExactly("365 CENSORED");
        assertThat(OneHospital.of(treatment("t", 1).assessed(365, SpasmGrade.E1).ended(500, FollowUpEnded.Reason.LOST))
                        .timesToRelief())
                .containsExactly("500 CENSORED");
        assertThat(OneHospital.of(treatment("t", 1).recurred(200, true)).timesToRelief())
                .as("nothing was assessed")
                .containsExactly("0 CENSORED");
    }

    @Test
    void another_operation_and_death_compete_and_an_e0_on_their_day_goes_before_them() {
        Case again = treatment("b", 1).on(Case.DAY.plusDays(400)).assessed(1, SpasmGrade.E0);
        assertThat(OneHospital.of(treatment("a", 1).assessed(30, SpasmGrade.E2).assessed(500, SpasmGrade.E0), again)
                        .timesToRelief())
                .containsExactlyInAnyOrder("1 EVENT", "400 COMPETING");
        assertThat(OneHospital.of(treatment("a", 1).assessed(400, SpasmGrade.E0), again)
                        .timesToRelief())
                .containsExactlyInAnyOrder("1 EVENT", "400 EVENT");
        assertThat(OneHospital.of(treatment("a", 1).assessed(30, SpasmGrade.E2).ended(60, FollowUpEnded.Reason.DEATH))
                        .timesToRelief())
                .containsExactly("60 COMPETING");
    }

    /** 175 operations after which relief came late: PMID 36097503. */
    @Test
    void the_published_series_comes_back() {
        int[] day = {7, 30, 91, 182, 365, 450};
        int[] upTo = {62, 90, 128, 153, 170, 175};
        Case[] operations = IntStream.range(0, 175)
                .mapToObj(rank -> {
                    int place = 0;
                    while (rank >= upTo[place]) {
                        place++;
                    }
                    return treatment("t" + rank, rank)
                            .assessed(1, SpasmGrade.E2)
                            .assessed(day[place], SpasmGrade.E0);
                })
                .toArray(Case[]::new);

        Map<String, Object> answer = OneHospital.of(operations).answers(TimeToRelief.DEFAULT);

        assertThat(answer)
                .containsEntry("n", 175)
                .containsEntry("relieved", 175)
                .containsEntry("medianDays", 30.0);
        assertThat(answer.toString())
                .contains("{day=7, incidence=0.354")
                .contains("{day=30, incidence=0.514")
                .contains("{day=91, incidence=0.731")
                .contains("{day=182, incidence=0.874")
                .contains("{day=365, incidence=0.971")
                .contains("{day=450, incidence=1.0");
    }
}
