package org.hfsregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.statistics.casemix.LogisticRegression;
import org.hfsregistry.statistics.casemix.ObservedExpected;
import org.hfsregistry.statistics.casemix.RiskModel;
import org.hfsregistry.statistics.comparison.ChiSquaredTest;
import org.hfsregistry.statistics.comparison.LogRank;
import org.hfsregistry.statistics.funnel.Dispersion;
import org.hfsregistry.statistics.funnel.Funnel;
import org.hfsregistry.statistics.funnel.FunnelPosition;
import org.hfsregistry.statistics.monitoring.RiskAdjustedCusum;
import org.hfsregistry.statistics.monitoring.Vlad;
import org.hfsregistry.statistics.proportion.Proportion;
import org.hfsregistry.statistics.proportion.ProportionMethod;
import org.hfsregistry.statistics.shrinkage.BetaBinomial;
import org.hfsregistry.statistics.survival.AalenJohansen;
import org.hfsregistry.statistics.survival.IncidenceCurve;
import org.hfsregistry.statistics.survival.KaplanMeier;
import org.hfsregistry.statistics.survival.SurvivalCurve;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference values of the definitions' methods table, all of them in one place, to the digits they are given in. */
class MethodTableTest {
    private static final ConfidenceLevel LEVEL = ConfidenceLevel.NINETY_FIVE;
    private static final int[] TOY_SUCCESSES = {45, 88, 19, 130, 60, 27, 9, 70, 38, 150};
    private static final int[] TOY_CASES = {50, 100, 25, 140, 75, 30, 12, 75, 50, 160};

    @ParameterizedTest
    @MethodSource({
        "proportions",
        "survival",
        "competingRisks",
        "logRank",
        "funnelLimits",
        "dispersion",
        "shrinkage",
        "caseMix",
        "monitoring"
    })
    void a_method_has_the_value_of_the_table(double value, int digits, DoubleSupplier method) {
        assertThat(method.getAsDouble()).isCloseTo(value, within(0.5001 * Math.pow(10, -digits)));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void a_flag_is_that_of_the_table(int successes, int cases, FunnelPosition position) {
        assertThat(funnel(0.9).read(successes, cases).position()).isEqualTo(position);
    }

    static Stream<Arguments> proportions() {
        return Stream.of(
                        interval(156, 201, ProportionMethod.WILSON, 0.7136, 0.8283),
                        interval(1, 10, ProportionMethod.WILSON, 0.0179, 0.4042),
                        interval(1, 10, ProportionMethod.CLOPPER_PEARSON, 0.0025, 0.4450),
                        interval(1, 10, ProportionMethod.JEFFREYS, 0.0110, 0.3813),
                        interval(0, 20, ProportionMethod.WILSON, 0, 0.1611))
                .flatMap(ends -> ends);
    }

    static Stream<Arguments> survival() {
        SurvivalCurve curve = KaplanMeier.ofRows(
                new int[] {3, 6, 6, 9, 12, 12, 15, 18, 24, 24, 30, 36},
                new boolean[] {true, false, true, false, true, false, false, true, false, false, true, false});
        DoubleSupplier openEnd = () -> curve.median(LEVEL).upper().orElse(-1);
        return Stream.of(
                value("S(12)", 0.7292, 4, () -> curve.at(12).orElseThrow().survival()),
                value("S(12) lower", 0.3677, 4, () -> interval(curve).lower()),
                value("S(12) upper", 0.9051, 4, () -> interval(curve).upper()),
                value("median", 30, 9, () -> curve.median(LEVEL).days().orElseThrow()),
                value("median lower", 6, 9, () -> curve.median(LEVEL).lower().orElseThrow()),
                value("median upper: none", -1, 9, openEnd));
    }

    static Stream<Arguments> competingRisks() {
        IncidenceCurve curve = AalenJohansen.ofRows(
                new int[] {2, 3, 3, 5, 6, 7, 8, 9, 10, 12}, new byte[] {1, 0, 2, 1, 0, 2, 1, 0, 1, 0});
        double[] values = {0.1, 0.2143, 0.3514, 0.5571};
        return IntStream.range(0, values.length)
                .mapToObj(i -> value(
                        "incidence at " + (3 + 3 * i),
                        values[i],
                        4,
                        () -> curve.at(3 + 3 * i).orElseThrow().incidence()));
    }

    static Stream<Arguments> logRank() {
        List<ReferenceTable.Row> aml =
                ReferenceTable.rowsBy("cohort", "compared").getOrDefault(0, List.of());
        ChiSquaredTest test = LogRank.ofRows(
                        ReferenceTable.wholes(aml, "day"),
                        ReferenceTable.flags(aml, "event"),
                        ReferenceTable.wholes(aml, "group"),
                        2)
                .test()
                .orElseThrow();
        return Stream.of(value("aml chi2", 3.4, 1, test::statistic), value("aml p", 0.07, 2, test::p));
    }

    static Stream<Arguments> funnelLimits() {
        return Stream.of(
                value("99.8% lower at 20", 0.6148, 4, () -> outer(20).lower()),
                value("99.8% upper at 20", 0.9996, 4, () -> outer(20).upper()),
                value("99.8% lower at 100", 0.7916, 4, () -> outer(100).lower()),
                value("99.8% upper at 100", 0.9758, 4, () -> outer(100).upper()));
    }

    static Stream<Arguments> flags() {
        return Stream.of(
                argumentSet("5 of 5", 5, 5, FunnelPosition.INSIDE),
                argumentSet("12 of 20", 12, 20, FunnelPosition.BELOW_99_8),
                argumentSet("13 of 20", 13, 20, FunnelPosition.BELOW_95));
    }

    static Stream<Arguments> dispersion() {
        Dispersion toy =
                Funnel.of(TOY_SUCCESSES, TOY_CASES).flatMap(Funnel::dispersion).orElseThrow();
        return Stream.of(value("phi", 2.45879, 5, toy::phi), value("tau2", 0.00253982, 8, toy::tauSquared));
    }

    static Stream<Arguments> shrinkage() {
        BetaBinomial toy = BetaBinomial.fit(TOY_SUCCESSES, TOY_CASES).orElseThrow();
        return Stream.of(
                value("alpha", 36.588, 3, toy::alpha),
                // The maximum; the table's 5.448 is where R's optim stops, 5.44848.
                value("beta", 5.4485, 4, toy::beta),
                value("log-likelihood", -27.6223, 4, toy::logLikelihood),
                value("9 of 12", 0.8437, 4, () -> toy.rate(9, 12)),
                value(
                        "9 of 12 lower",
                        0.7366,
                        4,
                        () -> toy.interval(9, 12, LEVEL).lower()),
                value(
                        "9 of 12 upper",
                        0.9267,
                        4,
                        () -> toy.interval(9, 12, LEVEL).upper()));
    }

    static Stream<Arguments> caseMix() {
        ObservedExpected counts = new ObservedExpected(5, 2);
        return Stream.of(
                value("infert E 0-5yrs", 4.0837, 4, () -> expectedOfInfert(0)),
                value("infert E 6-11yrs", 38.4682, 4, () -> expectedOfInfert(1)),
                value("infert E 12+ yrs", 40.4482, 4, () -> expectedOfInfert(2)),
                value("O/E of 5 and 2", 2.5, 9, () -> counts.ratio().orElseThrow()),
                value(
                        "lower",
                        0.8117,
                        4,
                        () -> counts.interval(LEVEL).orElseThrow().lower()),
                value(
                        "upper",
                        5.8342,
                        4,
                        () -> counts.interval(LEVEL).orElseThrow().upper()),
                value("shrunken", 1.75, 9, counts::shrunkenRatio),
                value(
                        "shrunken lower",
                        0.7036,
                        4,
                        () -> counts.shrunkenInterval(LEVEL).lower()),
                value(
                        "shrunken upper",
                        3.2649,
                        4,
                        () -> counts.shrunkenInterval(LEVEL).upper()));
    }

    static Stream<Arguments> monitoring() {
        double[] risks = {0.1, 0.1, 0.2, 0.05, 0.1, 0.3, 0.1, 0.1};
        boolean[] failed = {false, true, false, true, true, false, false, true};
        double[] cusum = {0, 0.5978, 0.4155, 1.0599, 1.6577, 1.3953, 1.3000, 1.8979};
        double[] vlad = {0.1, -0.8, -0.6, -1.55, -2.45, -2.15, -2.05, -2.95};
        return IntStream.range(0, risks.length)
                .boxed()
                .flatMap(i -> Stream.of(
                        value("S after " + (i + 1), cusum[i], 4, () -> new RiskAdjustedCusum(2).path(risks, failed)[i]),
                        value("VLAD after " + (i + 1), vlad[i], 4, () -> Vlad.of(risks, failed)[i])));
    }

    private static Arguments value(String name, double value, int digits, DoubleSupplier method) {
        return argumentSet(name, value, digits, method);
    }

    private static Stream<Arguments> interval(
            int successes, int cases, ProportionMethod method, double lower, double upper) {
        Interval interval =
                new Proportion(successes, cases).interval(method, LEVEL).orElseThrow();
        String name = successes + "/" + cases + " " + method;
        return Stream.of(
                value(name + " lower", lower, 4, interval::lower), value(name + " upper", upper, 4, interval::upper));
    }

    private static Interval interval(SurvivalCurve curve) {
        return curve.at(12).orElseThrow().interval(LEVEL).orElseThrow();
    }

    private static Funnel funnel(double target) {
        return new Funnel(target, Optional.empty());
    }

    private static Interval outer(int cases) {
        return funnel(0.9).limits(cases).outer();
    }

    private static double expectedOfInfert(int education) {
        List<ReferenceTable.Row> rows = ReferenceTable.rows("infert");
        double[][] columns = rows.stream()
                .map(row -> new double[] {row.number("spontaneous"), row.number("induced")})
                .toArray(double[][]::new);
        RiskModel model = (RiskModel) LogisticRegression.fit(columns, ReferenceTable.flags(rows, "failed"));
        return IntStream.range(0, columns.length)
                .filter(i -> rows.get(i).whole("education") == education)
                .mapToDouble(i -> model.risk(columns[i]))
                .sum();
    }
}
