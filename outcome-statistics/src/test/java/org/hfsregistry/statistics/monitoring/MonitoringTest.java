package org.hfsregistry.statistics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts and control limits against R, draw for draw, and what must hold of all charts. */
class MonitoringTest {
    private static final double EXACT = 1e-9;
    private static final Map<Integer, List<ReferenceTable.Row>> CHARTS = ReferenceTable.rowsBy("chart", "charts");

    static Set<Integer> charts() {
        return CHARTS.keySet();
    }

    static List<ReferenceTable.Row> limits() {
        return ReferenceTable.rows("control-limits");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void paths_are_those_of_R(int chart) {
        List<ReferenceTable.Row> rows = CHARTS.getOrDefault(chart, List.of());
        double[] risks = ReferenceTable.numbers(rows, "risk");
        boolean[] failed = ReferenceTable.flags(rows, "failed");
        RiskAdjustedCusum cusum = new RiskAdjustedCusum(rows.getFirst().number("odds"));
        assertThat(cusum.path(risks, failed)).containsExactly(ReferenceTable.numbers(rows, "cusum"), within(EXACT));
        assertThat(Vlad.of(risks, failed)).containsExactly(ReferenceTable.numbers(rows, "vlad"), within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void limits_are_those_that_R_simulates_from_the_same_seed(ReferenceTable.Row row) {
        double[] risks = ReferenceTable.numbers(CHARTS.getOrDefault(row.whole("chart"), List.of()), "risk");
        ControlLimit limit = new FalseAlarms(
                        row.whole("operations"), row.number("rate"), row.whole("runs"), row.whole("seed"))
                .limit(new RiskAdjustedCusum(row.number("odds")), risks);
        assertThat(limit.value()).isCloseTo(row.number("limit"), within(EXACT));
        assertThat(limit.falseAlarmRate()).isCloseTo(row.number("share"), within(EXACT));
        assertThat(limit.standardError()).isCloseTo(row.number("se"), within(EXACT));
        assertThat(limit.range().lower()).isCloseTo(row.number("lower"), within(EXACT));
        assertThat(limit.range().upper()).isCloseTo(row.number("upper"), within(EXACT));
    }

    @Property
    void evidence_of_more_failures_is_never_negative_and_rises_with_failures_only(
            @ForAll @Size(max = 50) List<@DoubleRange(min = 0.01, max = 0.99) Double> risks,
            @ForAll @Size(value = 50) boolean[] outcomes,
            @ForAll @DoubleRange(min = 1.1, max = 5) double oddsRatio) {
        boolean[] failed = Arrays.copyOf(outcomes, risks.size());
        double[] path = new RiskAdjustedCusum(oddsRatio).path(array(risks), failed);
        double before = 0;
        for (int i = 0; i < path.length; i++) {
            assertThat(path[i]).isNotNegative();
            if (failed[i]) {
                assertThat(path[i]).isGreaterThan(before);
            } else {
                assertThat(path[i]).isLessThanOrEqualTo(before);
            }
            before = path[i];
        }
    }

    @Property
    void the_vlad_ends_at_expected_minus_observed_failures(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 1) Double> risks,
            @ForAll @Size(value = 50) boolean[] outcomes) {
        boolean[] failed = Arrays.copyOf(outcomes, risks.size());
        double balance = 0;
        for (int i = 0; i < failed.length; i++) {
            balance += risks.get(i) - (failed[i] ? 1 : 0);
        }
        assertThat(Vlad.of(array(risks), failed)[failed.length - 1]).isCloseTo(balance, within(1e-12));
    }

    @Property(tries = 50)
    void fewer_false_alarms_need_a_higher_limit_and_the_same_seed_the_same_one(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0.01, max = 0.5) Double> risks,
            @ForAll @IntRange(min = 0) int seed) {
        RiskAdjustedCusum chart = new RiskAdjustedCusum(2);
        ControlLimit seldom = new FalseAlarms(20, 0.05, 400, seed).limit(chart, array(risks));
        ControlLimit often = new FalseAlarms(20, 0.2, 400, seed).limit(chart, array(risks));
        assertThat(seldom.value()).isGreaterThanOrEqualTo(often.value());
        assertThat(seldom.falseAlarmRate()).isLessThanOrEqualTo(0.05);
        assertThat(often.falseAlarmRate()).isLessThanOrEqualTo(0.2);
        assertThat(seldom.range().contains(seldom.value())).isTrue();
        assertThat(new FalseAlarms(20, 0.05, 400, seed).limit(chart, array(risks)))
                .isEqualTo(seldom);
    }

    @Example
    void the_first_signal_is_the_first_operation_at_the_limit() {
        double[] path = {0, 1.2, 2.5, 0.3, 2.6};
        assertThat(RiskAdjustedCusum.firstSignal(path, 2.5)).hasValue(2);
        assertThat(RiskAdjustedCusum.firstSignal(path, 2.51)).hasValue(4);
        assertThat(RiskAdjustedCusum.firstSignal(path, 2.7)).isEmpty();
        assertThat(RiskAdjustedCusum.firstSignal(new double[0], 1)).isEmpty();
    }

    @Example
    void no_operations_have_an_empty_path() {
        assertThat(new RiskAdjustedCusum(2).path(new double[0], new boolean[0])).isEmpty();
        assertThat(Vlad.of(new double[0], new boolean[0])).isEmpty();
    }

    @Example
    void operations_without_any_risk_never_signal() {
        ControlLimit limit = new FalseAlarms(10, 0.1, 100, 7).limit(new RiskAdjustedCusum(2), new double[1]);
        assertThat(limit.value()).isEqualTo(0.01);
        assertThat(limit.falseAlarmRate()).isZero();
    }

    @Example
    void refuses_what_cannot_be() {
        for (double oddsRatio : new double[] {0, 1, -2, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RiskAdjustedCusum(oddsRatio));
        }
        RiskAdjustedCusum chart = new RiskAdjustedCusum(2);
        assertThatIllegalArgumentException().isThrownBy(() -> chart.path(new double[1], new boolean[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> chart.path(new double[] {1.1}, new boolean[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Vlad.of(new double[] {-0.1}, new boolean[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Vlad.of(new double[2], new boolean[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(0, 0.1, 100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(1, 0, 100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(1, 1, 100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(1, 0.1, 99, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(1, 0.1, 100, -1));
        FalseAlarms alarms = new FalseAlarms(1, 0.1, 100, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> alarms.limit(chart, new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> alarms.limit(chart, new double[] {2}));
    }

    private static double[] array(List<Double> risks) {
        return risks.stream().mapToDouble(risk -> risk).toArray();
    }
}
