package org.hfsregistry.statistics.casemix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/** What must hold of case mix, whatever the cohort. */
class CaseMixPropertiesTest {
    /** A case with two columns. */
    record Case(int age, int months, boolean failed) {}

    @Provide
    Arbitrary<List<Case>> cohort() {
        return Combinators.combine(
                        Arbitraries.integers().between(40, 50),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(true, false))
                .as(Case::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void fitted_risks_lie_within_0_and_1_and_add_up_to_the_failures(@ForAll("cohort") List<Case> cohort) {
        if (fit(cohort) instanceof RiskModel model) {
            double sum = 0;
            for (double risk : risks(model, cohort)) {
                assertThat(risk).isBetween(0.0, 1.0);
                sum += risk;
            }
            assertThat(sum)
                    .isCloseTo((double) cohort.stream().filter(Case::failed).count(), within(1e-6));
        }
    }

    @Property
    void the_order_of_cases_does_not_matter(@ForAll("cohort") List<Case> cohort, @ForAll Random random) {
        List<Case> shuffled = new ArrayList<>(cohort);
        Collections.shuffle(shuffled, random);
        RegressionResult other = fit(shuffled);
        switch (fit(cohort)) {
            case NotFitted none -> assertThat(other).isEqualTo(none);
            case RiskModel model ->
                assertThat(((RiskModel) other).coefficients()).containsExactly(model.coefficients(), within(1e-6));
        }
    }

    @Property
    void counting_successes_turns_the_signs(@ForAll("cohort") List<Case> cohort) {
        RegressionResult mirrored = fit(cohort.stream()
                .map(one -> new Case(one.age(), one.months(), !one.failed()))
                .toList());
        switch (fit(cohort)) {
            case NotFitted none -> assertThat(mirrored).isEqualTo(none);
            case RiskModel model -> {
                double[] coefficients = ((RiskModel) mirrored).coefficients();
                for (int j = 0; j < coefficients.length; j++) {
                    assertThat(coefficients[j]).isCloseTo(-model.coefficients()[j], within(1e-6));
                }
            }
        }
    }

    @Property
    void calibration_loses_nobody_and_parts_no_ties(
            @ForAll("cohort") List<Case> cohort, @ForAll @IntRange(min = 1, max = 12) int groups) {
        double[] risks = cohort.stream().mapToDouble(one -> one.months() / 12.0).toArray();
        List<CalibrationGroup> found = Calibration.byRisk(risks, failed(cohort), groups);
        assertThat(found).hasSizeLessThanOrEqualTo(groups);
        assertThat(found.stream().mapToInt(CalibrationGroup::cases).sum()).isEqualTo(cohort.size());
        assertThat(found.stream().mapToInt(group -> group.counts().observed()).sum())
                .isEqualTo((int) cohort.stream().filter(Case::failed).count());
        int from = 0;
        int[] months = cohort.stream().mapToInt(Case::months).sorted().toArray();
        for (CalibrationGroup group : found) {
            assertThat(group.cases()).isPositive();
            assertThat(from == 0 || months[from - 1] < months[from]).isTrue();
            from += group.cases();
        }
    }

    @Property
    void both_intervals_hold_their_ratio_and_rise_with_the_observed(
            @ForAll @IntRange(min = 0, max = 500) int observed,
            @ForAll @DoubleRange(min = 0.01, max = 500) double expected) {
        ObservedExpected counts = new ObservedExpected(observed, expected);
        Interval exact = counts.interval(ConfidenceLevel.NINETY_FIVE).orElseThrow();
        Interval shrunken = counts.shrunkenInterval(ConfidenceLevel.NINETY_FIVE);
        assertThat(exact.contains(counts.ratio().orElseThrow())).isTrue();
        assertThat(shrunken.contains(counts.shrunkenRatio())).isTrue();
        assertThat(exact.lower()).isNotNegative();
        assertThat(shrunken.lower()).isPositive();
        ObservedExpected more = new ObservedExpected(observed + 1, expected);
        assertThat(more.interval(ConfidenceLevel.NINETY_FIVE).orElseThrow().lower())
                .isGreaterThan(exact.lower());
        assertThat(more.shrunkenInterval(ConfidenceLevel.NINETY_FIVE).upper()).isGreaterThan(shrunken.upper());
        double ratio = counts.ratio().orElseThrow();
        assertThat(counts.shrunkenRatio()).isBetween(Math.min(1, ratio) - 1e-12, Math.max(1, ratio) + 1e-12);
    }

    private static RegressionResult fit(List<Case> cohort) {
        return LogisticRegression.fit(
                cohort.stream()
                        .map(one -> new double[] {one.age(), one.months()})
                        .toArray(double[][]::new),
                failed(cohort));
    }

    private static double[] risks(RiskModel model, List<Case> cohort) {
        return cohort.stream()
                .mapToDouble(one -> model.risk(new double[] {one.age(), one.months()}))
                .toArray();
    }

    private static boolean[] failed(List<Case> cohort) {
        boolean[] failed = new boolean[cohort.size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = cohort.get(i).failed();
        }
        return failed;
    }
}
