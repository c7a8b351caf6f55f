package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.NotReadYet;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.junit.jupiter.api.Test;

class NetworkAnswersTest {
    /** DOMAIN's toy: successes and cases of ten hospitals. */
    private static final int[] SUCCESSES = {45, 88, 19, 130, 60, 27, 9, 70, 38, 150};

    private static final int[] CASES = {50, 100, 25, 140, 75, 30, 12, 75, 50, 160};
    private static final Audience ALL_IS_SHOWN = new Audience(1, Optional.empty());
    private static final Audience EVERYBODY = new Audience(11, Optional.empty());

    @Test
    void dispersion_and_shrinkage_of_the_toy_are_those_of_r() {
        Answer answer = toy().answer(Asked.ofAll(Success.DEFAULT), ALL_IS_SHOWN);

        assertThat(number(answer.network(), "$.dispersion.phi")).isEqualTo(2.45879, within(1e-5));
        assertThat(number(answer.network(), "$.dispersion.tauSquared")).isEqualTo(0.00253982, within(1e-8));
        assertThat(number(answer.network(), "$.shrinkage.alpha")).isEqualTo(36.588, within(1e-3));
        assertThat(number(answer.network(), "$.shrinkage.beta")).isEqualTo(5.448, within(1e-3));
        assertThat(number(answer.network(), "$.target")).isEqualTo(636.0 / 717);
        assertThat(number(group(answer, 6), "$.shrunkenRate")).isEqualTo(0.8437, within(1e-4));
        assertThat(number(group(answer, 6), "$.shrunkenInterval.lower")).isEqualTo(0.7366, within(1e-4));
        assertThat(number(group(answer, 6), "$.shrunkenInterval.upper")).isEqualTo(0.9267, within(1e-4));
        assertThat(group(answer, 6)).doesNotContainKey("suppressed");
    }

    @Test
    void a_hospital_with_few_failures_shows_its_n_and_names_what_it_does_not_show() {
        Answer answer = toy().answer(Asked.ofAll(Success.DEFAULT), EVERYBODY);

        assertThat(group(answer, 0))
                .containsOnlyKeys("hospitalId", "n", "operations", "due", "completeness", "suppressed");
        assertThat(JsonPath.<List<String>>read(group(answer, 0), "$.suppressed"))
                .containsExactly(
                        "successes", "rate", "interval", "bounds", "shrunkenRate", "shrunkenInterval", "funnel");
        assertThat(group(answer, 1)).containsEntry("successes", 88).containsKeys("funnel", "bounds");
        assertThat(answer.network()).containsEntry("n", 717).containsEntry("successes", 636);
    }

    @Test
    void a_hospital_sees_itself_whole_and_the_others_as_everybody_does() {
        Answer everybody = toy().answer(Asked.ofAll(Success.DEFAULT), EVERYBODY);
        Answer own = toy().answer(Asked.ofAll(Success.DEFAULT), new Audience(11, Optional.of("h0")));

        assertThat(group(own, 0)).containsEntry("successes", 45).doesNotContainKey("suppressed");
        assertThat(own.groups().subList(1, 10)).isEqualTo(everybody.groups().subList(1, 10));
        assertThat(own.network()).isEqualTo(everybody.network());
    }

    @Test
    void what_a_group_shows_does_not_depend_on_who_else_is_asked_for() {
        Statistics toy = toy();
        Answer all = toy.answer(Asked.ofAll(Success.DEFAULT), EVERYBODY);

        for (int hospital = 0; hospital < CASES.length; hospital++) {
            Asked one = new Asked(
                    Success.DEFAULT, Filter.NONE, Set.of("h" + hospital), Asked.By.HOSPITAL, Asked.USUAL_LEVEL);
            assertThat(toy.answer(one, EVERYBODY).groups()).containsExactly(group(all, hospital));
        }
    }

    @Test
    void an_unknown_hospital_is_answered_like_one_with_few_cases() {
        Asked unknown = new Asked(Success.DEFAULT, Filter.NONE, Set.of("nobody"), Asked.By.HOSPITAL, Asked.USUAL_LEVEL);

        assertThat(toy().answer(unknown, EVERYBODY).groups())
                .containsExactly(Map.of("hospitalId", "nobody", "status", "insufficient-data"));
    }

    @Test
    void an_empty_registry_has_no_numbers_and_no_groups() {
        Population population = new Population();
        population.complete();
        Statistics empty = new Statistics(population, new Thresholds(11, 5));

        for (Question question : List.of(Success.DEFAULT, Recurrence.DEFAULT, TimeToRelief.DEFAULT, Relief.DEFAULT)) {
            Answer answer = empty.answer(Asked.ofAll(question), EVERYBODY);
            assertThat(answer.groups()).isEmpty();
            assertThat(answer.network()).containsOnly(Map.entry("status", "insufficient-data"));
        }
        assertThat(empty.hospitals(Set.of(), Asked.USUAL_LEVEL, EVERYBODY).groups())
                .isEmpty();
    }

    @Test
    void nothing_is_answered_of_half_a_registry() {
        Statistics reading = new Statistics(new Population(), new Thresholds(11, 5));

        assertThatThrownBy(() -> reading.answer(Asked.ofAll(Relief.DEFAULT), EVERYBODY))
                .isInstanceOf(NotReadYet.class);
    }

    @Test
    void a_difference_between_sets_of_grades_tells_of_no_few() {
        Population population = new Population();
        population.complete();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SpasmGrade grade = i < 40 ? SpasmGrade.E0 : i < 43 ? SpasmGrade.E1 : SpasmGrade.E2;
            changes.add(Change.of(Case.of("h0", "t" + i, i).assessed(365, grade).document()));
        }
        population.apply(changes, LogPositions.NONE);
        Statistics statistics = new Statistics(population, new Thresholds(11, 5));

        assertThat(successes(statistics, "E0")).contains(40);
        assertThat(successes(statistics, "E0", "E1")).as("3 more than E0").isEmpty();
        assertThat(successes(statistics, "E2")).as("20 without the 3").isEmpty();
        assertThat(successes(statistics, "E1", "E2")).as("all but E0").contains(20);
        assertThat(successes(statistics, "E0", "E3")).as("E3 is empty").contains(40);
    }

    private static Optional<Object> successes(Statistics statistics, String... codes) {
        Success question = new Success(Grades.of(List.of(codes)).orElseThrow(), Success.DEFAULT.at());
        return Optional.ofNullable(
                group(statistics.answer(Asked.ofAll(question), EVERYBODY), 0).get("successes"));
    }

    private static Statistics toy() {
        Population population = new Population();
        population.complete();
        List<Change> changes = new ArrayList<>();
        for (int hospital = 0; hospital < CASES.length; hospital++) {
            for (int i = 0; i < CASES[hospital]; i++) {
                SpasmGrade grade = i < SUCCESSES[hospital] ? SpasmGrade.E0 : SpasmGrade.E3;
                changes.add(Change.of(
                        Case.of("h" + hospital, "t" + i, i).assessed(365, grade).document()));
            }
        }
        population.apply(changes, LogPositions.NONE);
        return new Statistics(population, new Thresholds(11, 5));
    }

    private static Map<String, Object> group(Answer answer, int index) {
        return answer.groups().get(index);
    }

    private static double number(Map<String, Object> fields, String path) {
        return JsonPath.<Number>read(fields, path).doubleValue();
    }
}
