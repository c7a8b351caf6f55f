package org.hfsregistry.statistics.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fit, and what it makes of a hospital, against R. */
class BetaBinomialTest {
    private static final double ITERATED = 1e-6;
    private static final Map<Integer, List<ReferenceTable.Row>> NETWORKS = ReferenceTable.rowsBy("network", "networks");
    private static final Map<Integer, List<ReferenceTable.Row>> HOSPITALS =
            ReferenceTable.rowsBy("network", "hospitals");

    static Set<Integer> networks() {
        return NETWORKS.keySet();
    }

    @ParameterizedTest
    @CsvSource({
        "45, 50, 0.8865, 0.8146, 0.9425",
        "88, 100, 0.8772, 0.8186, 0.9257",
        "19, 25, 0.8292, 0.7312, 0.9087",
        "130, 140, 0.9151, 0.8707, 0.9510",
        "60, 75, 0.8253, 0.7518, 0.8883",
        "27, 30, 0.8827, 0.7996, 0.9458",
        "9, 12, 0.8437, 0.7366, 0.9267",
        "70, 75, 0.9107, 0.8531, 0.9551",
        "38, 50, 0.8104, 0.7248, 0.8833",
        "150, 160, 0.9235, 0.8832, 0.9559"
    })
    void the_toy_hospitals_shrink_as_in_R(int successes, int cases, double rate, double lower, double upper) {
        BetaBinomial fit = fit(0).orElseThrow();
        assertThat(fit.rate(successes, cases)).isCloseTo(rate, within(0.5e-4));
        Interval interval = fit.interval(successes, cases, ConfidenceLevel.NINETY_FIVE);
        assertThat(interval.lower()).isCloseTo(lower, within(0.5e-4));
        assertThat(interval.upper()).isCloseTo(upper, within(0.5e-4));
    }

    @Test
    void the_toy_network_has_the_fit_of_the_definition() {
        BetaBinomial fit = fit(0).orElseThrow();
        assertThat(fit.alpha()).isCloseTo(36.588, within(0.5e-3));
        assertThat(fit.beta()).isCloseTo(5.448, within(0.6e-3));
        assertThat(fit.logLikelihood()).isCloseTo(-27.6223, within(0.5e-4));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void a_network_has_the_fit_of_R_or_none_where_R_has_none(int network) {
        ReferenceTable.Row row = NETWORKS.getOrDefault(network, List.of()).getFirst();
        Optional<BetaBinomial> fit = fit(network);
        assertThat(fit.isPresent()).isEqualTo(row.maybe("alpha").isPresent());
        fit.ifPresent(found -> {
            assertThat(found.alpha()).isCloseTo(row.number("alpha"), withinPercentage(100 * ITERATED));
            assertThat(found.beta()).isCloseTo(row.number("beta"), withinPercentage(100 * ITERATED));
            assertThat(found.logLikelihood()).isCloseTo(row.number("log_likelihood"), within(ITERATED));
            for (ReferenceTable.Row hospital : hospitals(network)) {
                int successes = hospital.whole("x");
                int cases = hospital.whole("n");
                Interval interval = found.interval(successes, cases, ConfidenceLevel.NINETY_FIVE);
                assertThat(found.rate(successes, cases)).isCloseTo(hospital.number("rate"), within(ITERATED));
                assertThat(interval.lower()).isCloseTo(hospital.number("lower"), within(ITERATED));
                assertThat(interval.upper()).isCloseTo(hospital.number("upper"), within(ITERATED));
            }
        });
    }

    @Test
    void fewer_than_five_hospitals_with_cases_are_not_shrunken() {
        assertThat(BetaBinomial.fit(new int[] {3, 50, 1, 7, 0}, new int[] {9, 60, 9, 8, 0}))
                .isEmpty();
        assertThat(BetaBinomial.fit(new int[] {3, 50, 1, 7, 0}, new int[] {9, 60, 9, 8, 5}))
                .isPresent();
    }

    @Test
    void rates_that_vary_by_chance_only_are_not_shrunken() {
        assertThat(BetaBinomial.fit(new int[] {9, 18, 27, 36, 45}, new int[] {10, 20, 30, 40, 50}))
                .isEmpty();
    }

    @Test
    void single_cases_say_nothing_of_how_hospitals_vary() {
        assertThat(BetaBinomial.fit(new int[] {1, 0, 1, 1, 1, 0}, new int[] {1, 1, 1, 1, 1, 1}))
                .isEmpty();
    }

    @Test
    void rates_of_all_or_nothing_are_not_shrunken() {
        assertThat(BetaBinomial.fit(new int[5], new int[] {3, 4, 5, 6, 7})).isEmpty();
        assertThat(BetaBinomial.fit(new int[] {3, 4, 5, 6, 7}, new int[] {3, 4, 5, 6, 7}))
                .isEmpty();
        assertThat(BetaBinomial.fit(new int[] {10, 0, 5, 0, 8}, new int[] {10, 7, 5, 4, 8}))
                .isEmpty();
    }

    @Test
    void a_hospital_without_cases_has_the_rate_of_the_network() {
        BetaBinomial fit = new BetaBinomial(9, 1, 0);
        assertThat(fit.rate(0, 0)).isEqualTo(0.9);
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> BetaBinomial.fit(new int[1], new int[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaBinomial.fit(new int[] {2}, new int[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaBinomial(9, 1, 0).rate(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaBinomial(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BetaBinomial(1, Double.NaN, 0));
    }

    private static Optional<BetaBinomial> fit(int network) {
        List<ReferenceTable.Row> rows = hospitals(network);
        return BetaBinomial.fit(
                rows.stream().mapToInt(row -> row.whole("x")).toArray(),
                rows.stream().mapToInt(row -> row.whole("n")).toArray());
    }

    private static List<ReferenceTable.Row> hospitals(int network) {
        return HOSPITALS.getOrDefault(network, List.of());
    }
}
