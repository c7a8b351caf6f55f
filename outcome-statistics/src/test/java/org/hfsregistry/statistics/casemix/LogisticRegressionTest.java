package org.hfsregistry.statistics.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.statistics.ReferenceTable;
import org.hfsregistry.statistics.casemix.NotFitted.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random cohorts against R's glm, those that R can't fit either among them. */
class LogisticRegressionTest {
    private static final double ITERATED = 1e-6;
    private static final List<Reason> REASONS = List.of(Reason.ONE_OUTCOME_ONLY, Reason.COLLINEAR, Reason.SEPARATED);
    private static final Map<Integer, List<ReferenceTable.Row>> MIXES = ReferenceTable.rowsBy("cohort", "mixes");
    private static final Map<Integer, List<ReferenceTable.Row>> REGRESSIONS =
            ReferenceTable.rowsBy("cohort", "regressions");
    private static final Map<Integer, List<ReferenceTable.Row>> CALIBRATION =
            ReferenceTable.rowsBy("cohort", "calibration");

    static Set<Integer> cohorts() {
        return REGRESSIONS.keySet();
    }

    static Set<Integer> calibrated() {
        return CALIBRATION.keySet();
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void a_cohort_has_the_fit_of_R_or_the_reason_why_it_has_none(int cohort) {
        List<ReferenceTable.Row> rows = MIXES.getOrDefault(cohort, List.of());
        ReferenceTable.Row row = REGRESSIONS.getOrDefault(cohort, List.of()).getFirst();
        double[][] columns = columns(rows);
        switch (LogisticRegression.fit(columns, ReferenceTable.flags(rows, "failed"))) {
            case NotFitted(Reason reason) ->
                assertThat(1 + REASONS.indexOf(reason)).isEqualTo(row.whole("result"));
            case RiskModel model -> {
                assertThat(row.whole("result")).isZero();
                assertThat(model.deviance()).isCloseTo(row.number("deviance"), within(ITERATED));
                assertThat(model.risk(columns[0])).isCloseTo(row.number("first"), within(ITERATED));
                for (int j = 0; j < 4; j++) {
                    assertClose(model.coefficients()[j], row.number("b" + j));
                    assertClose(model.standardErrors()[j], row.number("se" + j));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("calibrated")
    void groups_of_similar_risk_are_those_of_R(int cohort) {
        List<ReferenceTable.Row> rows = MIXES.getOrDefault(cohort, List.of());
        List<ReferenceTable.Row> groups = CALIBRATION.getOrDefault(cohort, List.of());
        RiskModel model = fitted(columns(rows), ReferenceTable.flags(rows, "failed"));
        double[] risks = Arrays.stream(columns(rows))
                .mapToDouble(row -> Math.rint(model.risk(row) * 1000) / 1000)
                .toArray();
        List<CalibrationGroup> found = Calibration.byRisk(
                risks, ReferenceTable.flags(rows, "failed"), groups.getFirst().whole("groups"));
        assertThat(found).hasSameSizeAs(groups);
        for (int g = 0; g < found.size(); g++) {
            assertThat(found.get(g).cases()).isEqualTo(groups.get(g).whole("n"));
            assertThat(found.get(g).counts().observed()).isEqualTo(groups.get(g).whole("observed"));
            assertThat(found.get(g).counts().expected()).isCloseTo(groups.get(g).number("expected"), within(1e-9));
        }
    }

    @Test
    void nobody_everybody_and_one_who_fails_can_t_be_fitted() {
        assertThat(LogisticRegression.fit(new double[0][], new boolean[0]))
                .isEqualTo(new NotFitted(Reason.ONE_OUTCOME_ONLY));
        assertThat(LogisticRegression.fit(new double[3][2], new boolean[3]))
                .isEqualTo(new NotFitted(Reason.ONE_OUTCOME_ONLY));
        assertThat(LogisticRegression.fit(new double[2][1], new boolean[] {true, true}))
                .isEqualTo(new NotFitted(Reason.ONE_OUTCOME_ONLY));
    }

    @Test
    void without_columns_the_risk_is_the_rate() {
        RiskModel model = fitted(new double[4][0], new boolean[] {true, false, false, false});
        assertThat(model.risk(new double[0])).isCloseTo(0.25, within(1e-12));
        assertThat(model.standardErrors()[0]).isCloseTo(Math.sqrt(1 / 0.75), within(1e-12));
    }

    @Test
    void two_cases_and_a_column_are_separated_and_three_coefficients_of_them_collinear() {
        boolean[] failed = {true, false};
        assertThat(LogisticRegression.fit(new double[][] {{1}, {2}}, failed))
                .isEqualTo(new NotFitted(Reason.SEPARATED));
        assertThat(LogisticRegression.fit(new double[][] {{1, 5}, {2, 7}}, failed))
                .isEqualTo(new NotFitted(Reason.COLLINEAR));
    }

    @Test
    void failures_parted_from_the_others_but_for_a_tie_are_separated() {
        double[][] rows = {{1}, {2}, {3}, {3}, {4}, {5}};
        assertThat(LogisticRegression.fit(rows, new boolean[] {false, false, false, true, true, true}))
                .isEqualTo(new NotFitted(Reason.SEPARATED));
        assertThat(LogisticRegression.fit(rows, new boolean[] {false, true, false, true, false, true}))
                .isInstanceOf(RiskModel.class);
    }

    @Test
    void a_column_that_lies_far_from_the_others_is_fitted_all_the_same() {
        double[][] rows = {{1}, {2}, {3}, {4}, {5}, {5_000}};
        RiskModel model = fitted(rows, new boolean[] {false, true, false, true, false, true});
        assertThat(model.risk(rows[5])).isBetween(0.5, 1.0);
        assertThat(model.coefficients()[1]).isPositive();
    }

    @Test
    void refuses_what_cannot_be() {
        boolean[] failed = {true, false};
        assertThatIllegalArgumentException().isThrownBy(() -> LogisticRegression.fit(new double[1][1], failed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(new double[][] {{1}, {1, 2}}, failed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticRegression.fit(new double[][] {{1}, {Double.NaN}}, failed));
        RiskModel model = fitted(new double[2][0], failed);
        assertThatIllegalArgumentException().isThrownBy(() -> model.risk(new double[1]));
    }

    @Test
    void there_are_enough_events_from_ten_of_the_rarer_outcome_a_parameter() {
        boolean[] failed = new boolean[35];
        Arrays.fill(failed, 0, 15, true);
        assertThat(EventsPerParameter.of(failed, 1)).isEqualTo(new EventsPerParameter(15, 1));
        assertThat(EventsPerParameter.of(failed, 1).enough()).isTrue();
        assertThat(EventsPerParameter.of(failed, 2).enough()).isFalse();
        assertThat(new EventsPerParameter(20, 2).enough()).isTrue();
        assertThat(new EventsPerParameter(19, 2).enough()).isFalse();
        Arrays.fill(failed, true);
        assertThat(EventsPerParameter.of(failed, 1).events()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new EventsPerParameter(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventsPerParameter(1, -2));
    }

    private static RiskModel fitted(double[][] rows, boolean[] failed) {
        return (RiskModel) LogisticRegression.fit(rows, failed);
    }

    private static double[][] columns(List<ReferenceTable.Row> rows) {
        return rows.stream()
                .map(row -> new double[] {row.number("age"), row.number("woman"), row.number("months")})
                .toArray(double[][]::new);
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ITERATED * Math.max(1, Math.abs(expected))));
    }
}
