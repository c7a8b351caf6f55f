package org.hfsregistry.analytics.complication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.hfsregistry.analytics.population.Clinical.complicated;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Told;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.question.Question.Complications;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition mvd-complications/1, and what others than the hospital are told. */
class ComplicationsTest {
    private final Told told = new Told(Complications.DEFAULT);
    private int operations;

    /** Auger et al. 1986: 8 of 54 were deaf. R: {@code prop.test(8, 54, correct = FALSE)}. */
    @Test
    void a_complication_is_counted_among_all_operations_with_its_interval() {
        operated("a", 46);
        operated("a", 8, "deafness:permanent");

        Map<String, Object> deaf = Told.part(told.own("a"), "complications", "deafness", "permanent");
        assertThat(deaf).containsEntry("n", 54).containsEntry("count", 8).containsEntry("rate", 8 / 54.0);
        assertThat((Double) Told.value(deaf, "interval", "lower").orElseThrow()).isCloseTo(0.0770, within(5e-5));
        assertThat((Double) Told.value(deaf, "interval", "upper").orElseThrow()).isCloseTo(0.2660, within(5e-5));
    }

    @Test
    void any_report_tells_that_there_was_one_and_the_last_that_it_stays() {
        told.take(
                operation("a")
                        .reported(complicated(365, "facial-palsy:transient"), 0)
                        .reported(complicated(7, "facial-palsy:permanent", "deafness:unresolved"), 9),
                operation("a")
                        .reported(complicated(7, "facial-palsy:unresolved"), 0)
                        .reported(complicated(365, "facial-palsy:permanent"), 0),
                operation("a")
                        .reported(complicated(30, "facial-palsy:transient"), 5)
                        .reported(complicated(30, "facial-palsy:permanent"), 1),
                operation("a").assessed(365, SpasmGrade.E0));

        assertThat(count("facial-palsy", "any")).isEqualTo(3);
        assertThat(count("facial-palsy", "permanent")).isEqualTo(1);
        assertThat(count("deafness", "any")).isEqualTo(1);
        assertThat(count("deafness", "permanent")).isZero();
    }

    @Test
    void an_operation_with_several_kinds_counts_once_among_those_with_any() {
        operated("a", 1, "facial-palsy:transient", "deafness:permanent");
        operated("a", 1, "csf-leak:transient");
        told.take(operation("a").assessed(30, SpasmGrade.E0).ended(60, FollowUpEnded.Reason.DEATH));

        assertThat(told.own("a")).containsEntry("n", 3);
        assertThat(Told.value(told.own("a"), "anyKind", "any", "count")).hasValue(2);
        assertThat(Told.value(told.own("a"), "anyKind", "permanent", "count")).hasValue(1);
        assertThat(count("death", "any")).isZero();
    }

    @Test
    void complications_are_told_by_year() {
        operated("a", 2, "deafness:permanent");

        assertThat(told.own("a", By.YEAR))
                .extracting(group -> group.get("year"), group -> group.get("n"))
                .containsExactly(tuple(2020, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true, true",
        "3, 0, false, false",
        "15, 0, true, true",
        "15, 4, true, false",
        "57, 0, false, false",
        "57, 3, true, false"
    })
    void a_complication_of_few_or_of_all_but_few_is_not_told(int passing, int forGood, boolean any, boolean permanent) {
        operated("a", 60 - passing - forGood);
        operated("a", passing, "deafness:transient");
        operated("a", forGood, "deafness:permanent");

        assertThat(told.of("a")).containsEntry("n", 60);
        assertThat(Told.value(told.of("a"), "complications", "deafness", "any").isPresent())
                .isEqualTo(any);
        assertThat(Told.value(told.of("a"), "complications", "deafness", "permanent")
                        .isPresent())
                .isEqualTo(permanent);
        assertThat(told.suppressed("a").stream().anyMatch(name -> name.startsWith("complications.deafness")))
                .isNotEqualTo(any && permanent);
        assertThat(Told.value(told.own("a"), "complications", "deafness", "permanent"))
                .isPresent();
    }

    @Test
    void where_the_network_tells_what_one_hospital_hides_others_hide_theirs_too() {
        for (String hospital : List.of("a", "b", "c")) {
            operated(hospital, 40);
            operated(hospital, 20, "deafness:permanent");
        }
        assertThat(Told.value(told.network(), "complications", "deafness", "any", "count"))
                .hasValue(60);

        operated("d", 55);
        operated("d", 3, "deafness:permanent");
        assertThat(Told.value(told.network(), "complications", "deafness", "any", "count"))
                .hasValue(63);
        assertThat(List.of("a", "b", "c", "d"))
                .as("three of few cases or more can be in the sum")
                .filteredOn(hospital -> Told.value(told.of(hospital), "complications", "deafness")
                        .isEmpty())
                .contains("d")
                .hasSize(3);
    }

    @Test
    void the_network_tells_the_sum_of_several_that_hide_theirs() {
        for (String hospital : List.of("a", "b", "c", "d")) {
            operated(hospital, 52);
            operated(hospital, 8, "deafness:permanent");
        }

        assertThat(Told.value(told.of("a"), "complications", "deafness")).isEmpty();
        assertThat(Told.value(told.network(), "complications", "deafness", "any", "count"))
                .hasValue(32);
    }

    @Test
    void a_hospital_of_few_operations_has_not_enough_data() {
        operated("a", 3, "deafness:permanent");

        assertThat(told.of("a")).isEqualTo(Map.of("hospitalId", "a", "status", "insufficient-data"));
    }

    private Case operation(String hospital) {
        operations++;
        return Case.of(hospital, "t-" + operations, operations);
    }

    private void operated(String hospital, int count, String... complications) {
        for (int i = 0; i < count; i++) {
            told.take(operation(hospital).reported(complicated(365, complications), 0));
        }
    }

    private int count(String kind, String course) {
        Optional<Object> count = Told.value(told.own("a"), "complications", kind, course, "count");
        return (int) count.orElseThrow();
    }
}
