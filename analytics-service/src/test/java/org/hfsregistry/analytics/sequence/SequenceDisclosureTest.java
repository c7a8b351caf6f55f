package org.hfsregistry.analytics.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hfsregistry.analytics.question.Question.OfSequence.BotoxToMvd;
import org.hfsregistry.analytics.question.Question.OfSequence.Reinjection;
import org.hfsregistry.analytics.question.Question.Relief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others than the hospital itself are told of what follows on injections, at k = 11. */
class SequenceDisclosureTest {
    private final Injecting injecting = new Injecting();

    @Test
    void sessions_less_those_that_were_followed_by_another_are_not_few_patients() {
        injecting.patients("a", 8, 6);

        assertThat(injecting.told("a", Relief.DEFAULT)).containsEntry("n", 48);
        assertThat(injecting.told("a", Reinjection.DEFAULT)).doesNotContainKeys("n", "medianDays", "p25", "p75");
        assertThat(injecting.told("a", BotoxToMvd.DEFAULT))
                .containsEntry("status", "insufficient-data")
                .hasSize(2);
        assertThat(injecting.own("a", Reinjection.DEFAULT)).containsEntry("n", 40);
        assertThat(injecting.own("a", BotoxToMvd.DEFAULT)).containsEntry("patients", 8);
    }

    @ParameterizedTest
    @CsvSource({"41, true, false", "42, true, true", "20, false, false"})
    void a_quartile_is_told_where_many_lie_on_both_sides_of_it(int patients, boolean median, boolean quartiles) {
        injecting.patients("a", patients, 2);

        Map<String, Object> told = injecting.told("a", Reinjection.DEFAULT);
        assertThat(told).containsEntry("n", patients);
        assertThat(told.containsKey("medianDays")).isEqualTo(median);
        assertThat(told.containsKey("p75")).isEqualTo(quartiles);
        assertThat(Injecting.suppressed(told).contains("p75")).isNotEqualTo(quartiles);
    }

    @ParameterizedTest
    @CsvSource({"14, false", "22, true"})
    void a_quantile_of_all_is_told_where_many_on_both_sides_are_of_others_than_the_largest(
            int patients, boolean median) {
        injecting.patients("a", 30, 3).patients("b", patients, 2);

        Map<String, Object> told = injecting.network(Reinjection.DEFAULT);
        assertThat(told).containsEntry("n", 60 + patients);
        assertThat(told.containsKey("medianDays")).isEqualTo(median);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "3, false", "12, true", "28, false"})
    void the_operated_are_told_where_they_and_the_others_are_none_or_many(int operated, boolean told) {
        injecting.patients("a", 30, 2);
        for (int patient = 0; patient < operated; patient++) {
            injecting.operated("a", patient, 400 + patient);
        }

        Map<String, Object> answer = injecting.told("a", BotoxToMvd.DEFAULT);
        assertThat(answer).containsEntry("patients", 30);
        assertThat(answer.containsKey("operated")).isEqualTo(told);
        assertThat(answer.containsKey("curve")).isEqualTo(told);
        assertThat(Injecting.suppressed(answer).contains("operated")).isNotEqualTo(told);
    }

    @Test
    void the_network_less_the_shown_hospital_is_not_the_hidden_one() {
        injecting.patients("a", 30, 2).patients("b", 5, 2);

        assertThat(injecting.network(BotoxToMvd.DEFAULT)).doesNotContainKey("patients");
        assertThat(injecting.network(Reinjection.DEFAULT)).doesNotContainKeys("n", "medianDays");
    }
}
