package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.hfsregistry.analytics.population.Filters;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.junit.jupiter.api.Test;

/** Answers to questions about the same people, taken together. */
class OverlapTest {
    private static final Audience EVERYBODY = new Audience(11, Optional.empty());
    private static final Audience OWN = new Audience(11, Optional.of("h0"));
    private static final Map<String, Object> INSUFFICIENT = Map.of("hospitalId", "h0", "status", "insufficient-data");

    private final Population population = new Population();
    private final List<Change> changes = new ArrayList<>();

    @Test
    void operations_less_those_at_risk_of_recurrence_tell_of_no_few_never_free_of_spasm() {
        for (int i = 0; i < 60; i++) {
            Case operation = Case.of("h0", "t" + i, i);
            changes.add(change((i < 56 ? operation.assessed(30, SpasmGrade.E0) : operation)
                    .assessed(365, i < 40 ? SpasmGrade.E0 : SpasmGrade.E1)));
        }

        assertThat(group(Success.DEFAULT)).containsEntry("operations", 60).containsEntry("successes", 40);
        assertThat(group(TimeToRelief.DEFAULT)).containsEntry("n", 60).doesNotContainKeys("relieved", "curve");
        assertThat(group(Recurrence.DEFAULT)).doesNotContainKeys("atRisk", "recurrences", "curve");
    }

    @Test
    void a_curve_that_adds_up_to_few_is_not_shown_and_the_counts_beside_it_are() {
        for (int i = 0; i < 60; i++) {
            Case operation = Case.of("h0", "t" + i, i);
            changes.add(change(
                    i < 40
                            ? operation.assessed(30, SpasmGrade.E0)
                            : i < 43
                                    ? operation.assessed(30, SpasmGrade.E2).ended(90, FollowUpEnded.Reason.DEATH)
                                    : operation.assessed(30, SpasmGrade.E2)));
        }

        assertThat(group(TimeToRelief.DEFAULT))
                .containsEntry("n", 60)
                .containsEntry("relieved", 40)
                .doesNotContainKeys("curve", "at", "followUp", "medianDays")
                .containsEntry("suppressed", List.of("medianDays", "followedUpTo", "followUp", "curve", "at"));
    }

    @Test
    void a_filter_that_leaves_out_few_is_answered_as_insufficient_and_the_hospital_itself_gets_it() {
        for (int i = 0; i < 60; i++) {
            changes.add(change(Case.of("h0", "t" + i, i)
                    .of(i < 55 ? Sex.FEMALE : Sex.MALE, null, null)
                    .assessed(365, i % 2 == 0 ? SpasmGrade.E0 : SpasmGrade.E2)));
        }

        assertThat(filtered(Filters.of(Sex.FEMALE), EVERYBODY).groups()).containsExactly(INSUFFICIENT);
        assertThat(filtered(Filters.of(Sex.MALE), EVERYBODY).groups()).containsExactly(INSUFFICIENT);
        assertThat(filtered(Filters.of(Sex.FEMALE), OWN).groups().getFirst())
                .containsEntry("n", 55)
                .containsEntry("successes", 28);
        assertThat(filtered(Filters.of(Sex.OTHER), EVERYBODY).groups()).containsExactly(INSUFFICIENT);
    }

    @Test
    void a_filter_that_leaves_many_on_both_sides_is_answered() {
        for (int i = 0; i < 60; i++) {
            changes.add(change(Case.of("h0", "t" + i, i)
                    .of(i < 30 ? Sex.FEMALE : Sex.MALE, null, null)
                    .assessed(365, i % 2 == 0 ? SpasmGrade.E0 : SpasmGrade.E2)));
        }

        Answer answer = filtered(Filters.of(Sex.FEMALE), EVERYBODY);
        assertThat(answer.groups().getFirst()).containsEntry("n", 30).containsEntry("successes", 15);
        assertThat(answer.parameters()).containsEntry("sex", "female");
    }

    @Test
    void days_within_a_year_and_two_filters_at_once_are_for_the_hospital_itself() {
        for (int i = 0; i < 60; i++) {
            changes.add(change(Case.of("h0", "t" + i, i)
                    .on(LocalDate.of(2019 + i % 2, 3, 1))
                    .of(Sex.FEMALE, 1960, null)
                    .assessed(365, i % 3 == 0 ? SpasmGrade.E0 : SpasmGrade.E2)));
        }
        Filter within = Filters.days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 6, 30));

        assertThatThrownBy(() -> filtered(within, EVERYBODY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(filtered(within, OWN).groups().getFirst()).containsEntry("n", 30);
        assertThat(filtered(within, OWN).network()).doesNotContainKeys("n", "operations", "rate");
        assertThat(filtered(Filters.days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)), EVERYBODY)
                        .groups()
                        .getFirst())
                .containsEntry("n", 30);
        assertThat(filtered(Filters.days(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 12, 31)), EVERYBODY)
                        .groups()
                        .getFirst())
                .as("no other years: the same as without the filter")
                .containsEntry("n", 60);
    }

    @Test
    void parts_of_a_hospital_hide_as_many_that_none_is_the_whole_less_the_others() {
        injected("h0", Product.ONABOTULINUM, 1, 40);
        injected("h0", Product.ABOBOTULINUM, 2, 30);
        injected("h0", Product.INCOBOTULINUM, 3, 4);

        Answer own = by(Asked.By.PRODUCT, OWN);
        assertThat(own.groups()).hasSize(Product.values().length);
        assertThat(own.groups().get(0)).containsEntry("product", "onabotulinum").containsEntry("n", 40);
        assertThat(own.groups().get(2))
                .containsEntry("product", "incobotulinum")
                .containsEntry("n", 4);

        Answer everybody = by(Asked.By.PRODUCT, EVERYBODY);
        assertThat(everybody.groups().get(0)).containsEntry("n", 40);
        assertThat(everybody.groups().get(1))
                .as("74 in all less 40 and 30 are the other 4")
                .isEqualTo(Map.of("product", "abobotulinum", "status", "insufficient-data"));
        assertThat(everybody.groups().get(2)).containsEntry("status", "insufficient-data");
    }

    @Test
    void injections_are_told_apart_by_their_number_in_classes() {
        for (int number : new int[] {1, 2, 3, 4, 6, 7, 12, 13, 30}) {
            injected("h0", Product.ONABOTULINUM, number, 12);
        }

        assertThat(by(Asked.By.INJECTION_NUMBER, EVERYBODY).groups())
                .extracting(group -> group.get("injectionNumber") + " " + group.get("n"))
                .containsExactly("1 12", "2 12", "3 12", "4-6 24", "7-12 24", "13+ 24");
    }

    private void injected(String hospital, Product product, int number, int sessions) {
        for (int i = 0; i < sessions; i++) {
            changes.add(change(Case.of(hospital, product.code() + number + "-" + i, i)
                    .with(product, number)
                    .relievedUpTo(80 + i)));
        }
    }

    private static Change change(Case treatment) {
        return Change.of(treatment.document());
    }

    private Map<String, Object> group(Question question) {
        return statistics().answer(Asked.ofAll(question), EVERYBODY).groups().getFirst();
    }

    private Answer filtered(Filter filter, Audience audience) {
        return statistics().answer(new Asked(Success.DEFAULT, filter, Set.of("h0"), Asked.By.HOSPITAL, 0.95), audience);
    }

    private Answer by(Asked.By by, Audience audience) {
        return statistics().answer(new Asked(Relief.DEFAULT, Filter.NONE, Set.of("h0"), by, 0.95), audience);
    }

    private Statistics statistics() {
        population.apply(changes, LogPositions.NONE);
        population.complete();
        return new Statistics(population, new Thresholds(11, 5));
    }
}
