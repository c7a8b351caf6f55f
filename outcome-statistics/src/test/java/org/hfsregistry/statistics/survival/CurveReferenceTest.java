package org.hfsregistry.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random cohorts, small and awkward, and three of textbooks, against R's survfit on every day it lists. */
class CurveReferenceTest {
    private static final double EXACT = 1e-9;
    private static final Map<Integer, List<ReferenceTable.Row>> COHORTS = ReferenceTable.rowsBy("cohort", "cohorts");
    private static final Map<Integer, List<ReferenceTable.Row>> SURVIVAL = ReferenceTable.rowsBy("cohort", "survival");
    private static final Map<Integer, List<ReferenceTable.Row>> MEDIANS = ReferenceTable.rowsBy("cohort", "medians");
    private static final Map<Integer, List<ReferenceTable.Row>> INCIDENCE =
            ReferenceTable.rowsBy("cohort", "incidence");

    static Set<Integer> cohorts() {
        return SURVIVAL.keySet();
    }

    static Set<Integer> cohortsWithBothCauses() {
        return INCIDENCE.keySet();
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void survival_and_its_limits_are_those_of_R(int cohort) {
        SurvivalCurve curve = survival(cohort);
        ConfidenceLevel level = level(cohort);
        List<ReferenceTable.Row> rows = rows(SURVIVAL, cohort);
        for (ReferenceTable.Row row : rows) {
            SurvivalPoint point = curve.at(row.whole("day")).orElseThrow();
            assertThat(point.atRisk()).isEqualTo(row.whole("at_risk"));
            assertThat(point.events()).isEqualTo(row.whole("events"));
            assertThat(point.survival()).isCloseTo(row.number("survival"), within(EXACT));
            assertInterval(point.interval(level), row);
        }
        assertThat(curve.points().stream().map(SurvivalPoint::day))
                .containsExactlyElementsOf(rows.stream()
                        .filter(row -> row.whole("events") > 0)
                        .map(row -> row.whole("day"))
                        .toList());
        assertThat(curve.at(rows.getLast().whole("day") + 1)).isEmpty();
        assertThat(curve.followed()).isEqualTo(rows(COHORTS, cohort).size());
        assertThat(curve.events())
                .isEqualTo(rows.stream().mapToInt(row -> row.whole("events")).sum());
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void median_and_restricted_mean_are_those_of_R(int cohort) {
        SurvivalCurve curve = survival(cohort);
        ReferenceTable.Row row = rows(MEDIANS, cohort).getFirst();
        Median median = curve.median(level(cohort));
        assertThat(median.days()).isEqualTo(row.maybe("median"));
        assertThat(median.lower()).isEqualTo(row.maybe("lower"));
        assertThat(median.upper()).isEqualTo(row.maybe("upper"));
        assertThat(curve.restrictedMeanDays().orElseThrow()).isCloseTo(row.number("restricted_mean"), within(EXACT));
        assertThat(curve.restrictedMeanStandardErrorDays().orElseThrow())
                .isCloseTo(row.number("restricted_mean_se"), within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void median_follow_up_is_that_of_R_with_events_and_censorings_exchanged(int cohort) {
        List<ReferenceTable.Row> rows = rows(COHORTS, cohort);
        int[] events = new int[4_000];
        int[] censored = new int[4_000];
        rows.forEach(row -> (row.whole("cause") == 1 ? events : censored)[row.whole("day")]++);
        ReferenceTable.Row row = rows(MEDIANS, cohort).getFirst();
        Median followUp = KaplanMeier.followUpOfDays(events, censored).median(level(cohort));
        assertThat(followUp.days()).isEqualTo(row.maybe("follow_up"));
        assertThat(followUp.lower()).isEqualTo(row.maybe("follow_up_lower"));
        assertThat(followUp.upper()).isEqualTo(row.maybe("follow_up_upper"));
    }

    @ParameterizedTest
    @MethodSource("cohortsWithBothCauses")
    void incidence_its_variance_and_limits_are_those_of_R(int cohort) {
        IncidenceCurve curve = incidence(cohort);
        ConfidenceLevel level = level(cohort);
        List<ReferenceTable.Row> rows = rows(INCIDENCE, cohort);
        assertThat(curve.followed()).isEqualTo(rows.getFirst().whole("at_risk"));
        assertThat(curve.events())
                .isEqualTo(rows.stream().mapToInt(row -> row.whole("events")).sum());
        for (ReferenceTable.Row row : rows) {
            IncidencePoint point = curve.at(row.whole("day")).orElseThrow();
            assertThat(point.atRisk()).isEqualTo(row.whole("at_risk"));
            assertThat(point.events()).isEqualTo(row.whole("events"));
            assertThat(point.incidence()).isCloseTo(row.number("incidence"), within(EXACT));
            assertThat(point.variance()).isCloseTo(row.number("variance"), within(EXACT));
            assertInterval(point.interval(level), row);
        }
    }

    private static void assertInterval(Optional<Interval> interval, ReferenceTable.Row row) {
        OptionalDouble lower = row.maybe("lower");
        OptionalDouble upper = row.maybe("upper");
        assertThat(interval.isPresent())
                .as("an interval on day %s", row.whole("day"))
                .isEqualTo(lower.isPresent());
        interval.ifPresent(found -> {
            assertThat(found.lower()).isCloseTo(lower.orElseThrow(), within(EXACT));
            assertThat(found.upper()).isCloseTo(upper.orElseThrow(), within(EXACT));
        });
    }

    private static SurvivalCurve survival(int cohort) {
        List<ReferenceTable.Row> rows = rows(COHORTS, cohort);
        boolean[] event = new boolean[rows.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = rows.get(i).whole("cause") == 1;
        }
        return KaplanMeier.ofRows(days(rows), event);
    }

    private static IncidenceCurve incidence(int cohort) {
        List<ReferenceTable.Row> rows = rows(COHORTS, cohort);
        byte[] causes = new byte[rows.size()];
        for (int i = 0; i < causes.length; i++) {
            causes[i] = (byte) rows.get(i).whole("cause");
        }
        return AalenJohansen.ofRows(days(rows), causes);
    }

    private static int[] days(List<ReferenceTable.Row> rows) {
        return rows.stream().mapToInt(row -> row.whole("day")).toArray();
    }

    private static ConfidenceLevel level(int cohort) {
        return ConfidenceLevel.of(rows(MEDIANS, cohort).getFirst().number("level"));
    }

    private static List<ReferenceTable.Row> rows(Map<Integer, List<ReferenceTable.Row>> table, int cohort) {
        return table.getOrDefault(cohort, List.of());
    }
}
