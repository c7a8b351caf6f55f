package org.hfsregistry.statistics.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/** What must hold of shrinkage, whatever the network. */
class BetaBinomialPropertiesTest {
    /** A hospital with its counts. */
    record Hospital(int successes, int cases) {
        Hospital mirrored() {
            return new Hospital(cases - successes, cases);
        }
    }

    @Provide
    Arbitrary<List<Hospital>> network() {
        return Arbitraries.integers()
                .between(0, 300)
                .flatMap(cases -> Arbitraries.integers().between(0, cases).map(some -> new Hospital(some, cases)))
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
    }

    @Property(tries = 300)
    void a_shrunken_rate_lies_between_the_own_and_the_network_s(@ForAll("network") List<Hospital> network) {
        fit(network).ifPresent(fit -> {
            double all = fit.alpha() / (fit.alpha() + fit.beta());
            for (Hospital hospital : network) {
                double shrunken = fit.rate(hospital.successes(), hospital.cases());
                double own = hospital.cases() == 0 ? all : (double) hospital.successes() / hospital.cases();
                assertThat(shrunken).isBetween(Math.min(own, all) - 1e-12, Math.max(own, all) + 1e-12);
                Interval interval = fit.interval(hospital.successes(), hospital.cases(), ConfidenceLevel.NINETY_FIVE);
                assertThat(interval.lower()).isNotNegative();
                assertThat(interval.upper()).isLessThanOrEqualTo(1);
            }
        });
    }

    @Property(tries = 300)
    void the_order_of_hospitals_does_not_matter(@ForAll("network") List<Hospital> network, @ForAll Random random) {
        List<Hospital> shuffled = new ArrayList<>(network);
        Collections.shuffle(shuffled, random);
        assertSame(fit(shuffled), fit(network));
    }

    @Property(tries = 300)
    void counting_failures_swaps_alpha_and_beta(@ForAll("network") List<Hospital> network) {
        Optional<BetaBinomial> mirrored =
                fit(network.stream().map(Hospital::mirrored).toList());
        assertSame(
                mirrored.map(
                        fit -> new BetaBinomial(/* alpha= */ fit.beta(), /* beta= */ fit.alpha(), fit.logLikelihood())),
                fit(network));
    }

    private static void assertSame(Optional<BetaBinomial> actual, Optional<BetaBinomial> expected) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        expected.ifPresent(fit -> {
            assertThat(actual.orElseThrow().alpha()).isCloseTo(fit.alpha(), withinPercentage(1e-4));
            assertThat(actual.orElseThrow().beta()).isCloseTo(fit.beta(), withinPercentage(1e-4));
            assertThat(actual.orElseThrow().logLikelihood()).isCloseTo(fit.logLikelihood(), within(1e-6));
        });
    }

    private static Optional<BetaBinomial> fit(List<Hospital> network) {
        return BetaBinomial.fit(
                network.stream().mapToInt(Hospital::successes).toArray(),
                network.stream().mapToInt(Hospital::cases).toArray());
    }
}
