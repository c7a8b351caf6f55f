package org.hfsregistry.analytics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.junit.jupiter.api.Test;

/** Values of R are from {@code monitoring.R}, which lies in the resources beside this. */
class MonitoringDefinitionTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final LocalDate DATA_DATE = LocalDate.of(2030, 1, 1);

    private final List<Case> cases = new ArrayList<>();

    private Case operation(String hospital, int day, boolean failed) {
        return finished(Case.of(hospital, "t" + cases.size(), cases.size()).on(Case.DAY.plusDays(day)), failed);
    }

    private Case finished(Case operation, boolean failed) {
        Case assessed = operation
                .assessed(365, failed ? SpasmGrade.E2 : SpasmGrade.E0)
                .changedAt(DATA_DATE.atStartOfDay().toInstant(ZoneOffset.UTC));
        cases.add(assessed);
        return assessed;
    }

    /** So many operations a day apart, of which the first fail. */
    private void operations(String hospital, int count, int failures) {
        for (int i = 0; i < count; i++) {
            operation(hospital, i, i < failures);
        }
    }

    private Answer answer(String hospital) {
        return answer(hospital, 11);
    }

    private Answer answer(String hospital, int k) {
        Population population = new Population();
        population.apply(
                cases.stream().map(each -> Change.of(each.document())).toList(), LogPositions.NONE.treatmentsAt(0, 1));
        population.complete();
        return new Statistics(population, new Thresholds(11, 5))
                .monitoring(hospital, 0.95, new Audience(k, Optional.of(hospital)));
    }

    private Map<String, Object> group(String hospital) {
        return answer(hospital).groups().getFirst();
    }

    @Test
    void without_a_case_mix_the_network_s_rate_is_expected() {
        operations("a", 60, 15);
        operations("b", 60, 15);
        operations("c", 60, 15);

        Answer answer = answer("a");
        assertThat(part(answer.network(), "risk"))
                .containsEntry("kind", "network-rate")
                .containsEntry("why", "no-parameter")
                .containsEntry("cases", 180)
                .containsEntry("failures", 45);
        Map<String, Object> group = answer.groups().getFirst();
        assertThat(group)
                .containsEntry("n", 60)
                .containsEntry("observed", 15)
                .containsEntry("expected", 15.0)
                .containsEntry("ratio", 1.0)
                .containsEntry("shrunkenRatio", 1.0);
        assertThat(number(part(group, "interval"), "lower")).isCloseTo(0.559692408852, EXACT);
        assertThat(number(part(group, "interval"), "upper")).isCloseTo(1.649347924766, EXACT);
        assertThat(number(list(group, "series").getFirst(), "cusum")).isCloseTo(0.470003629246, EXACT);
        assertThat(number(list(group, "series").getLast(), "vlad")).isCloseTo(0, EXACT);
        assertThat(list(group, "calibration")).containsExactly(Map.of("cases", 60, "observed", 15, "expected", 15.0));
    }

    @Test
    void a_signal_is_where_the_limit_is_reached_and_the_chart_starts_anew_after_it() {
        operations("a", 60, 15);
        operations("b", 60, 15);
        operations("c", 60, 15);

        Map<String, Object> group = group("a");
        double limit = number(part(group, "limit"), "value");
        int first = (int) Math.ceil(limit / 0.470003629246 - 1e-9);
        assertThat(list(group, "signals").getFirst())
                .containsEntry("n", first)
                .containsEntry("treatedOn", Case.DAY.plusDays(first - 1L).toString());
        List<Map<String, Object>> series = list(group, "series");
        assertThat(number(series.get(first - 1), "cusum")).isGreaterThanOrEqualTo(limit);
        assertThat(number(series.get(first), "cusum")).as("begun anew").isCloseTo(0.470003629246, EXACT);
        assertThat(number(part(group, "limit"), "falseAlarmRate")).isBetween(0.0, 0.05);
    }

    @Test
    void as_many_failures_as_are_expected_one_by_one_give_no_signal() {
        for (int i = 0; i < 60; i++) {
            operation("a", i, i % 4 == 3);
        }
        operations("b", 60, 15);
        operations("c", 60, 15);

        assertThat(list(group("a"), "signals")).isEmpty();
    }

    @Test
    void the_case_mix_is_that_of_r() {
        network(300);

        Answer answer = answer("h0", 5);
        Map<String, Object> risk = part(answer.network(), "risk");
        assertThat(risk)
                .containsEntry("kind", "case-mix")
                .containsEntry("failures", 90)
                .containsEntry(
                        "parameters",
                        List.of(
                                "age",
                                "male",
                                "spasmYears",
                                "repeatOperation",
                                "vertebralArtery",
                                "otherThanVascular"));
        assertThat(part(risk, "oddsRatios").values()).containsExactly(0.95, 0.78, 0.19, 4.05, 1.91, 0.86);
        Map<String, Object> group = answer.groups().getFirst();
        List<Map<String, Object>> series = list(group, "series");
        assertThat(series.subList(0, 5).stream().map(point -> point.get("risk")))
                .containsExactly(0.706, 0.29, 0.118, 0.115, 0.475);
        assertThat(group).containsEntry("observed", 30);
        assertThat(number(group, "expected")).isCloseTo(30.519, EXACT);
        assertThat(number(group, "ratio")).isCloseTo(0.982994200334, EXACT);
        assertThat(number(part(group, "interval"), "upper")).isCloseTo(1.403285343386, EXACT);
        assertThat(number(group, "shrunkenRatio")).isCloseTo(0.984040099634, EXACT);
        assertThat(number(part(group, "shrunkenInterval"), "lower")).isCloseTo(0.673082699692, EXACT);
        assertThat(number(series.getFirst(), "cusum")).isCloseTo(0.15899573149, EXACT);
        assertThat(number(series.get(4), "vlad")).isCloseTo(0.704, EXACT);
        assertThat(number(series.get(99), "vlad")).isCloseTo(0.519, EXACT);
        assertThat(list(group, "calibration")).hasSize(5);
    }

    @Test
    void the_network_s_calibration_is_told_in_steps_of_k_operations_of_a_group() {
        network(300);

        Map<String, Object> calibration = part(answer("h0", 2).network(), "calibration");
        assertThat(calibration).containsEntry("step", 0.05);
        List<Map<String, Object>> groups = list(calibration, "groups");
        assertThat(groups).hasSize(5).allSatisfy(group -> {
            assertThat(number(group, "observed") * 20).isCloseTo(Math.rint(number(group, "observed") * 20), EXACT);
            assertThat(number(group, "expected") * 20).isCloseTo(Math.rint(number(group, "expected") * 20), EXACT);
        });
        assertThat(groups.stream().mapToDouble(group -> number(group, "expected")))
                .isSorted();
        assertThat(groups.stream()
                        .mapToDouble(group -> number(group, "observed"))
                        .average()
                        .orElseThrow())
                .as("90 of 300 failed")
                .isBetween(0.3 - 0.025, 0.3 + 0.025);
        assertThat(answer("h0", 5).network())
                .as("5 operations are more than 5 in 100 of 60")
                .doesNotContainKey("calibration")
                .containsEntry("suppressed", List.of("calibration"));
    }

    @Test
    void too_few_failures_for_so_many_parameters_give_the_network_s_rate() {
        network(150);

        assertThat(part(answer("h0", 3).network(), "risk"))
                .containsEntry("kind", "network-rate")
                .containsEntry("why", "too-few-events")
                .doesNotContainKey("oddsRatios");
    }

    @Test
    void what_few_failures_have_is_no_parameter() {
        network(300);

        assertThat(part(answer("h0", 11).network(), "risk"))
                .as("of 43 operations for other causes few failed beside any one hospital's")
                .containsEntry("kind", "case-mix")
                .satisfies(risk -> assertThat(String.valueOf(risk.get("parameters")))
                        .contains("repeatOperation")
                        .doesNotContain("otherThanVascular"));
    }

    /** As in the script. */
    private void network(int operations) {
        for (int i = 0; i < operations; i++) {
            int risk = 20 + (i % 4 == 0 ? 30 : 0) + (i % 5 == 0 ? 10 : 0);
            Case operation = Case.of("h" + i / 2 % 3, "t" + i, i)
                    .on(LocalDate.of(2020, 1, 1).plusDays(i))
                    .of(
                            i % 3 == 0 ? Sex.MALE : Sex.FEMALE,
                            1940 + i * 7 % 40,
                            i % 7 == 0 ? Etiology.TUMOUR : Etiology.VASCULAR)
                    .sickSince(2020 - i % 9 - 1)
                    .found(i % 5 == 0 ? List.of(Vessel.VA) : List.of(Vessel.AICA), i % 4 == 0);
            finished(operation, (i * 37 + 11) % 100 < risk);
        }
    }

    @Test
    void the_order_in_which_operations_came_in_changes_nothing() {
        network(300);
        Answer answer = answer("h1");
        Collections.shuffle(cases, new Random(3));

        assertThat(answer("h1").groups()).isEqualTo(answer.groups());
    }

    @Test
    void what_is_expected_is_not_told_where_the_network_s_rate_is_not() {
        operations("a", 60, 15);
        operations("b", 60, 3);

        Answer answer = answer("a");
        assertThat(answer.network()).containsOnlyKeys("suppressed");
        assertThat(answer.groups().getFirst())
                .containsEntry("n", 60)
                .containsEntry("observed", 15)
                .containsOnlyKeys("hospitalId", "n", "observed", "suppressed");
    }

    @Test
    void operations_that_were_not_assessed_are_not_monitored_and_none_are_no_data() {
        operations("a", 60, 15);
        operations("b", 60, 15);
        cases.add(Case.of("c", "u", 999).assessed(30, SpasmGrade.E0));

        assertThat(group("c")).isEqualTo(Map.of("hospitalId", "c", "status", "insufficient-data"));
        assertThat(group("unheard-of")).containsEntry("status", "insufficient-data");
    }

    @Test
    void it_is_for_the_hospital_itself() {
        Statistics statistics = new Statistics(new Population(), new Thresholds(11, 5));

        assertThatThrownBy(() -> statistics.monitoring("a", 0.95, new Audience(1, Optional.of("b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> fields, String name) {
        return (Map<String, Object>) fields.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> fields, String name) {
        return (List<Map<String, Object>>) fields.getOrDefault(name, List.of());
    }

    private static double number(Map<String, Object> fields, String name) {
        return ((Number) fields.getOrDefault(name, Double.NaN)).doubleValue();
    }
}
