package org.hfsregistry.statistics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits, readings and dispersion against R. */
class FunnelTest {
    private static final double EXACT = 1e-9;
    private static final Map<Integer, List<ReferenceTable.Row>> NETWORKS = ReferenceTable.rowsBy("network", "networks");
    private static final Map<Integer, List<ReferenceTable.Row>> HOSPITALS =
            ReferenceTable.rowsBy("network", "hospitals");

    static List<ReferenceTable.Row> limits() {
        return ReferenceTable.rows("funnel-limits");
    }

    static List<ReferenceTable.Row> tails() {
        return ReferenceTable.rows("funnel-tails");
    }

    static Set<Integer> networks() {
        return NETWORKS.keySet();
    }

    @ParameterizedTest
    @CsvSource({
        "0.90, 5, 0.4451, 0.9915, 0.2133, 0.9997",
        "0.90, 20, 0.7215, 0.9897, 0.6148, 0.9996",
        "0.90, 100, 0.8323, 0.9496, 0.7916, 0.9758",
        "0.90, 200, 0.8540, 0.9373, 0.8264, 0.9571",
        "0.05, 20, 0, 0.1424, 0, 0.2351",
        "0.05, 200, 0.0196, 0.0797, 0.0065, 0.1012"
    })
    void limits_are_those_of_the_definition(
            double target, int cases, double lower, double upper, double outerLower, double outerUpper) {
        FunnelLimits limits = exact(target).limits(cases);
        assertThat(limits.inner().lower()).isCloseTo(lower, within(0.5e-4));
        assertThat(limits.inner().upper()).isCloseTo(upper, within(0.5e-4));
        assertThat(limits.outer().lower()).isCloseTo(outerLower, within(0.5e-4));
        assertThat(limits.outer().upper()).isCloseTo(outerUpper, within(0.5e-4));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void limits_are_those_of_R(ReferenceTable.Row row) {
        FunnelLimits limits = exact(row.number("target")).limits(row.whole("cases"));
        assertThat(limits.inner().lower()).isCloseTo(row.number("inner_lower"), within(EXACT));
        assertThat(limits.inner().upper()).isCloseTo(row.number("inner_upper"), within(EXACT));
        assertThat(limits.outer().lower()).isCloseTo(row.number("outer_lower"), within(EXACT));
        assertThat(limits.outer().upper()).isCloseTo(row.number("outer_upper"), within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tails_are_those_of_R(ReferenceTable.Row row) {
        FunnelReading reading = exact(row.number("target")).read(row.whole("x"), row.whole("cases"));
        assertThat(reading.pLower()).isCloseTo(row.number("p_lower"), within(EXACT));
        assertThat(reading.pUpper()).isCloseTo(row.number("p_upper"), within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, INSIDE", "65, 65, ABOVE_95", "66, 66, ABOVE_99_8", "12, 20, BELOW_99_8", "13, 20, BELOW_95",
        "14, 20, BELOW_95", "15, 20, INSIDE", "20, 20, INSIDE", "35, 35, INSIDE", "36, 36, ABOVE_95",
        "80, 100, BELOW_95", "78, 100, BELOW_99_8", "98, 100, ABOVE_95", "100, 100, ABOVE_99_8"
    })
    void a_position_is_read_from_the_exact_tails(int successes, int cases, FunnelPosition position) {
        assertThat(exact(0.9).read(successes, cases).position()).isEqualTo(position);
    }

    @Test
    void the_toy_network_is_overdispersed_as_in_R() {
        Funnel funnel = funnel(0);
        Dispersion dispersion = funnel.dispersion().orElseThrow();
        assertThat(funnel.target()).isCloseTo(0.887029, within(0.5e-6));
        assertThat(dispersion.phi()).isCloseTo(2.45879, within(0.5e-5));
        assertThat(dispersion.tauSquared()).isCloseTo(0.00253982, within(0.5e-8));
        assertThat(dispersion.overdispersed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void target_and_dispersion_are_those_of_R(int network) {
        ReferenceTable.Row row = rows(NETWORKS, network).getFirst();
        Funnel funnel = funnel(network);
        Dispersion dispersion = funnel.dispersion().orElseThrow();
        assertThat(funnel.target()).isCloseTo(row.number("target"), within(EXACT));
        assertThat(dispersion.phi()).isCloseTo(row.number("phi"), within(EXACT));
        assertThat(dispersion.tauSquared()).isCloseTo(row.number("tau2"), within(EXACT));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void overdispersion_widens_limits_and_tails_and_never_narrows_them(int network) {
        Funnel funnel = funnel(network);
        Funnel exact = exact(funnel.target());
        boolean overdispersed = funnel.dispersion().orElseThrow().overdispersed();
        for (ReferenceTable.Row row : rows(HOSPITALS, network)) {
            int cases = row.whole("n");
            if (cases > 0) {
                FunnelLimits limits = funnel.limits(cases);
                FunnelLimits narrow = exact.limits(cases);
                FunnelReading reading = funnel.read(row.whole("x"), cases);
                double lower = narrow.inner().lower();
                double upper = narrow.outer().upper();
                double pLower = exact.read(row.whole("x"), cases).pLower();
                if (overdispersed) {
                    lower = Math.clamp(row.number("inner_lower"), 0, lower);
                    upper = Math.clamp(row.number("outer_upper"), upper, 1);
                    pLower = Math.max(row.number("normal_lower"), pLower);
                }
                assertThat(limits.inner().lower()).isCloseTo(lower, within(EXACT));
                assertThat(limits.outer().upper()).isCloseTo(upper, within(EXACT));
                assertThat(reading.pLower()).isCloseTo(pLower, within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void every_hospital_has_the_flag_of_R(int network) {
        Funnel funnel = funnel(network);
        List<FunnelPosition> positions = List.of(
                FunnelPosition.BELOW_99_8,
                FunnelPosition.BELOW_95,
                FunnelPosition.INSIDE,
                FunnelPosition.ABOVE_95,
                FunnelPosition.ABOVE_99_8);
        for (ReferenceTable.Row row : rows(HOSPITALS, network)) {
            if (row.whole("n") > 0) {
                assertThat(funnel.read(row.whole("x"), row.whole("n")).position())
                        .isEqualTo(positions.get(2 + row.whole("flag")));
            }
        }
    }

    @Test
    void hospitals_that_differ_by_chance_only_keep_the_exact_limits() {
        Funnel funnel = Funnel.of(new int[] {9, 18, 27}, new int[] {10, 20, 30}).orElseThrow();
        assertThat(funnel.dispersion()).hasValueSatisfying(dispersion -> {
            assertThat(dispersion.phi()).isCloseTo(0, within(1e-12));
            assertThat(dispersion.overdispersed()).isFalse();
        });
        assertThat(funnel.limits(20)).isEqualTo(exact(funnel.target()).limits(20));
    }

    @Test
    void a_network_without_cases_has_no_funnel() {
        assertThat(Funnel.of(new int[2], new int[2])).isEmpty();
    }

    @Test
    void one_hospital_or_a_rate_of_0_or_1_has_no_dispersion() {
        assertThat(Funnel.of(new int[] {3, 0}, new int[] {5, 0}).orElseThrow().dispersion())
                .isEmpty();
        assertThat(Funnel.of(new int[2], new int[] {5, 6}).orElseThrow().dispersion())
                .isEmpty();
        Funnel perfect = Funnel.of(new int[] {5, 6}, new int[] {5, 6}).orElseThrow();
        assertThat(perfect.dispersion()).isEmpty();
        assertThat(perfect.read(5, 5).position()).isEqualTo(FunnelPosition.INSIDE);
    }

    @Test
    void refuses_what_cannot_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> exact(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> exact(0.9).read(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> exact(0.9).read(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> exact(0.9).limits(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.of(new int[1], new int[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> Funnel.of(new int[] {2}, new int[] {1}));
    }

    private static Funnel exact(double target) {
        return new Funnel(target, Optional.empty());
    }

    private static Funnel funnel(int network) {
        List<ReferenceTable.Row> rows = rows(HOSPITALS, network);
        return Funnel.of(
                        rows.stream().mapToInt(row -> row.whole("x")).toArray(),
                        rows.stream().mapToInt(row -> row.whole("n")).toArray())
                .orElseThrow();
    }

    private static List<ReferenceTable.Row> rows(Map<Integer, List<ReferenceTable.Row>> table, int network) {
        return table.getOrDefault(network, List.of());
    }
}
