package org.hfsregistry.statistics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.ReferenceTable;
import org.hfsregistry.statistics.trend.NoSlope.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random courses of injections against R's lm with clustered errors, and what must hold of all courses. */
class WithinPatientsTest {
    private static final double EXACT = 1e-9;
    private static final List<Reason> REASONS = List.of(Reason.TOO_FEW_PATIENTS, Reason.COLLINEAR, Reason.NO_ERROR);
    private static final Map<Integer, List<ReferenceTable.Row>> SESSIONS = ReferenceTable.rowsBy("cohort", "sessions");
    private static final Map<Integer, List<ReferenceTable.Row>> TRENDS = ReferenceTable.rowsBy("cohort", "trends");

    /** An injection with its relief. */
    record Session(int patient, int number, int dose, int relief) {}

    static Set<Integer> cohorts() {
        return TRENDS.keySet();
    }

    @Provide
    Arbitrary<List<Session>> course() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(20, 30),
                        Arbitraries.integers().between(60, 120))
                .as(Session::new)
                .list()
                .ofMaxSize(40);
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void a_course_has_the_slope_of_R_or_the_reason_why_it_has_none(int cohort) {
        List<ReferenceTable.Row> rows = SESSIONS.getOrDefault(cohort, List.of());
        ReferenceTable.Row row = TRENDS.getOrDefault(cohort, List.of()).getFirst();
        Trend trend = WithinPatients.slope(
                ReferenceTable.wholes(rows, "patient"),
                ReferenceTable.numbers(rows, "relief"),
                ReferenceTable.numbers(rows, "number"),
                rows.stream()
                        .map(session -> new double[] {session.number("dose"), session.number("product")})
                        .toArray(double[][]::new));
        switch (trend) {
            case NoSlope(Reason reason) ->
                assertThat(1 + REASONS.indexOf(reason)).isEqualTo(row.whole("result"));
            case Slope slope -> {
                assertThat(row.whole("result")).isZero();
                assertThat(slope.perOccasion()).isCloseTo(row.number("slope"), within(EXACT));
                assertThat(slope.standardError()).isCloseTo(row.number("se"), within(EXACT));
                assertThat(slope.patients()).isEqualTo(row.whole("patients"));
                assertThat(slope.sessions()).isEqualTo(row.whole("sessions"));
                assertThat(slope.leftOut()).isEqualTo(rows.size() - row.whole("sessions"));
                assertThat(slope.droppedAdjustments()).isEqualTo(row.whole("dropped"));
                Interval interval = slope.interval(ConfidenceLevel.of(row.number("level")));
                double scale = Math.max(1, interval.upper() - interval.lower());
                assertThat(interval.lower()).isCloseTo(row.number("lower"), within(EXACT * scale));
                assertThat(interval.upper()).isCloseTo(row.number("upper"), within(EXACT * scale));
            }
        }
    }

    @Property
    void the_interval_holds_the_slope_and_the_error_is_above_0(@ForAll("course") List<Session> course) {
        if (trend(course) instanceof Slope slope) {
            assertThat(slope.standardError()).isPositive();
            assertThat(slope.interval(ConfidenceLevel.NINETY_FIVE).contains(slope.perOccasion()))
                    .isTrue();
            assertThat(slope.sessions() + slope.leftOut()).isEqualTo(course.size());
        }
    }

    @Property
    void the_order_of_sessions_does_not_matter(@ForAll("course") List<Session> course, @ForAll Random random) {
        List<Session> shuffled = new ArrayList<>(course);
        Collections.shuffle(shuffled, random);
        assertSame(trend(shuffled), trend(course), 0);
    }

    @Property
    void a_level_of_each_patient_s_own_changes_nothing_and_a_steady_change_is_found(
            @ForAll("course") List<Session> course) {
        List<Session> changed = course.stream()
                .map(session -> new Session(
                        session.patient(),
                        session.number(),
                        session.dose(),
                        session.relief() + 100 * session.patient() + 3 * session.number()))
                .toList();
        assertSame(trend(changed), trend(course), 3);
    }

    @Example
    void nobody_one_patient_and_patients_with_one_session_have_no_slope() {
        assertThat(trend(List.of())).isEqualTo(new NoSlope(Reason.TOO_FEW_PATIENTS));
        assertThat(trend(List.of(new Session(1, 1, 20, 90), new Session(1, 2, 25, 95), new Session(2, 1, 20, 80))))
                .isEqualTo(new NoSlope(Reason.TOO_FEW_PATIENTS));
    }

    @Example
    void a_number_that_never_differs_within_a_patient_has_no_slope() {
        List<Session> course = List.of(
                new Session(1, 1, 20, 90),
                new Session(1, 1, 25, 95),
                new Session(2, 3, 20, 80),
                new Session(2, 3, 22, 81));
        assertThat(trend(course)).isEqualTo(new NoSlope(Reason.COLLINEAR));
    }

    @Example
    void relief_without_scatter_has_no_slope_as_its_error_is_unknown() {
        List<Session> course = new ArrayList<>();
        for (int patient = 1; patient <= 3; patient++) {
            for (int number = 1; number <= 4; number++) {
                course.add(new Session(patient, number, 20 + (number * patient) % 5, 90 + 2 * number));
            }
        }
        assertThat(trend(course)).isEqualTo(new NoSlope(Reason.NO_ERROR));
    }

    @Example
    void without_adjustments_the_slope_is_that_of_the_patients_together() {
        int[] patients = {1, 1, 2, 2, 3};
        Trend trend = WithinPatients.slope(
                patients, new double[] {90, 92, 100, 106, 50}, new double[] {1, 2, 1, 2, 1}, new double[5][0]);
        // Changes 2 and 6: slope 4, scores -1 and 1, c = 2 / 1 * 3 / (4 - 2).
        assertThat(trend).isEqualTo(new Slope(4, Math.sqrt(3 * 2), 2, 4, 1, 0));
    }

    @Example
    void refuses_what_cannot_be() {
        int[] two = {1, 1};
        double[][] none = new double[2][0];
        double[] finite = {1, 2};
        double[] broken = {1, Double.NaN};
        assertThatIllegalArgumentException().isThrownBy(() -> WithinPatients.slope(two, new double[1], finite, none));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinPatients.slope(two, finite, new double[1], none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WithinPatients.slope(two, finite, finite, new double[1][0]));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinPatients.slope(two, broken, finite, none));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinPatients.slope(two, finite, broken, none));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WithinPatients.slope(two, finite, finite, new double[][] {{1}, {Double.NaN}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WithinPatients.slope(two, finite, finite, new double[][] {{1}, {1, 2}}));
    }

    private static void assertSame(Trend actual, Trend expected, double more) {
        switch (expected) {
            case NoSlope none -> assertThat(actual).isEqualTo(none);
            case Slope slope -> {
                Slope found = (Slope) actual;
                assertThat(found.perOccasion()).isCloseTo(slope.perOccasion() + more, within(1e-6));
                assertThat(found.standardError()).isCloseTo(slope.standardError(), within(1e-6));
            }
        }
    }

    private static Trend trend(List<Session> course) {
        return WithinPatients.slope(
                course.stream().mapToInt(Session::patient).toArray(),
                course.stream().mapToDouble(Session::relief).toArray(),
                course.stream().mapToDouble(Session::number).toArray(),
                course.stream().map(session -> new double[] {session.dose()}).toArray(double[][]::new));
    }
}
