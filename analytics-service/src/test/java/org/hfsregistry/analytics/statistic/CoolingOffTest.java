package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.Test;

/** Who is told, and when, that a hospital has come to lie outside the funnel. */
class CoolingOffTest {
    private static final int K = 5;
    private static final Audience RESEARCHERS = new Audience(K, Optional.empty());
    private static final Audience HOSPITAL_ITSELF = new Audience(K, Optional.of("flagged"));
    private static final Audience REGISTRY = new Audience(K, Optional.empty(), true);
    private static final Instant SUBMITTED = Examples.NOON.plus(Duration.ofDays(200));

    private final Population population = new Population();
    private final Statistics statistics = new Statistics(population, new Thresholds(11, K, 90));
    private long changes;

    /** Twelve hospitals with 45 successes of 50, and one with 35 of 40 to which 20 failures come later. */
    CoolingOffTest() {
        population.complete();
        for (int hospital = 0; hospital < 12; hospital++) {
            reported("h" + hospital, 0, 45, SpasmGrade.E0, Examples.NOON);
            reported("h" + hospital, 45, 5, SpasmGrade.E3, Examples.NOON);
        }
        reported("flagged", 0, 35, SpasmGrade.E0, Examples.NOON);
        reported("flagged", 35, 5, SpasmGrade.E3, Examples.NOON);
    }

    @Test
    void a_new_flag_is_told_to_the_hospital_and_the_registry_alone() {
        failuresCame();

        assertThat(flagged(RESEARCHERS))
                .containsEntry("n", 60)
                .containsEntry("successes", 35)
                .doesNotContainKey("funnel")
                .containsEntry("suppressed", List.of("funnel"));
        assertThat(funnel(HOSPITAL_ITSELF))
                .containsEntry("position", "below-99.8")
                .containsEntry("coolingOff", true);
        assertThat(funnel(REGISTRY)).containsEntry("position", "below-99.8").containsEntry("coolingOff", true);
    }

    @Test
    void others_are_told_when_the_time_has_passed() {
        failuresCame();
        reported("h1", 99, 1, SpasmGrade.E0, SUBMITTED.plus(Duration.ofDays(89)));
        assertThat(flagged(RESEARCHERS)).doesNotContainKey("funnel");

        reported("h1", 100, 1, SpasmGrade.E0, SUBMITTED.plus(Duration.ofDays(90)));
        for (Audience audience : List.of(RESEARCHERS, HOSPITAL_ITSELF, REGISTRY)) {
            assertThat(funnel(audience)).containsEntry("position", "below-99.8").doesNotContainKey("coolingOff");
        }
    }

    @Test
    void a_correction_ends_it() {
        failuresCame();
        reported("flagged", 40, 18, SpasmGrade.E0, SUBMITTED.plus(Duration.ofDays(30)));

        for (Audience audience : List.of(RESEARCHERS, HOSPITAL_ITSELF, REGISTRY)) {
            assertThat(funnel(audience)).containsEntry("position", "inside").doesNotContainKey("coolingOff");
        }
    }

    @Test
    void who_is_inside_is_told_to_be_so_at_once() {
        assertThat(funnel(RESEARCHERS)).containsEntry("position", "inside");
    }

    @Test
    void where_there_is_no_cooling_off_others_are_told_at_once() {
        failuresCame();
        Statistics atOnce = new Statistics(population, new Thresholds(11, K, 0));

        assertThat(JsonPath.<String>read(flagged(atOnce, RESEARCHERS), "$.funnel.position"))
                .isEqualTo("below-99.8");
        assertThat(JsonPath.<Map<String, Object>>read(flagged(atOnce, REGISTRY), "$.funnel"))
                .doesNotContainKey("coolingOff");
    }

    private void failuresCame() {
        reported("flagged", 40, 20, SpasmGrade.E3, SUBMITTED);
    }

    /** Operations by their numbers, each as it was reported last. */
    private void reported(String hospital, int from, int count, SpasmGrade grade, Instant when) {
        List<Change> reports = new ArrayList<>();
        int seconds = Math.toIntExact(Duration.between(Examples.NOON, when).toSeconds());
        for (int operation = from; operation < from + count; operation++) {
            reports.add(Change.of(Case.of(hospital, hospital + "-" + operation, operation)
                    .version(seconds + 1L)
                    .changedAt(when)
                    .assessed(365, grade, null, seconds)
                    .document()));
        }
        changes++;
        population.apply(reports, new LogPositions(List.of(changes), List.of(), List.of()));
    }

    private Map<String, Object> funnel(Audience audience) {
        return JsonPath.read(flagged(audience), "$.funnel");
    }

    private Map<String, Object> flagged(Audience audience) {
        return flagged(statistics, audience);
    }

    private static Map<String, Object> flagged(Statistics statistics, Audience audience) {
        return statistics.answer(Asked.ofAll(Success.DEFAULT), audience).groups().stream()
                .filter(group -> "flagged".equals(group.get("hospitalId")))
                .findFirst()
                .orElseThrow();
    }
}
