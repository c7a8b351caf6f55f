package org.hfsregistry.statistics.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.statistics.Interval;

/** What must hold of a funnel, whatever its target and spread. */
class FunnelPropertiesTest {
    @Property
    void the_outer_limits_hold_the_inner_within_0_and_1(
            @ForAll @DoubleRange(min = 0, max = 1) double target,
            @ForAll @DoubleRange(min = 0, max = 0.05) double tauSquared,
            @ForAll @IntRange(min = 1, max = 2_000) int cases) {
        FunnelLimits limits = funnel(target, tauSquared).limits(cases);
        Interval outer = limits.outer();
        assertThat(outer.lower()).isBetween(0.0, limits.inner().lower());
        assertThat(outer.upper()).isBetween(limits.inner().upper(), 1.0);
    }

    @Property
    void more_successes_never_move_a_hospital_down(
            @ForAll @DoubleRange(min = 0, max = 1) double target,
            @ForAll @DoubleRange(min = 0, max = 0.05) double tauSquared,
            @ForAll @IntRange(min = 1, max = 500) int cases,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        int successes = (int) (part * (cases - 1));
        Funnel funnel = funnel(target, tauSquared);
        FunnelReading fewer = funnel.read(successes, cases);
        FunnelReading more = funnel.read(successes + 1, cases);
        assertThat(more.pLower()).isGreaterThanOrEqualTo(fewer.pLower());
        assertThat(more.pUpper()).isLessThanOrEqualTo(fewer.pUpper());
    }

    @Property
    void counting_failures_mirrors_the_funnel(
            @ForAll @DoubleRange(min = 0, max = 1) double target,
            @ForAll @DoubleRange(min = 0, max = 0.05) double tauSquared,
            @ForAll @IntRange(min = 1, max = 500) int cases,
            @ForAll @DoubleRange(min = 0, max = 1) double part) {
        int successes = (int) (part * cases);
        FunnelReading reading = funnel(target, tauSquared).read(successes, cases);
        FunnelReading mirrored = funnel(1 - target, tauSquared).read(cases - successes, cases);
        assertThat(mirrored.pLower()).isCloseTo(reading.pUpper(), within(1e-9));
        assertThat(mirrored.pUpper()).isCloseTo(reading.pLower(), within(1e-9));
    }

    @Property
    void a_hospital_at_the_target_stays_inside(
            @ForAll @IntRange(min = 0, max = 500) int successes, @ForAll @IntRange(min = 1, max = 500) int more) {
        int cases = successes + more;
        FunnelReading reading = funnel((double) successes / cases, 0).read(successes, cases);
        assertThat(reading.position()).isEqualTo(FunnelPosition.INSIDE);
    }

    @Property
    void the_order_of_hospitals_does_not_matter(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 0, max = 200) Integer> cases,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double part,
            @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, random);
        Optional<Funnel> one = network(cases, part);
        Optional<Funnel> other = network(shuffled, part);
        assertThat(other.map(Funnel::target)).isEqualTo(one.map(Funnel::target));
        Optional<Dispersion> dispersion = one.flatMap(Funnel::dispersion);
        Optional<Dispersion> found = other.flatMap(Funnel::dispersion);
        assertThat(found.isPresent()).isEqualTo(dispersion.isPresent());
        dispersion.ifPresent(expected -> {
            assertThat(found.orElseThrow().phi()).isCloseTo(expected.phi(), within(1e-9));
            assertThat(found.orElseThrow().tauSquared()).isCloseTo(expected.tauSquared(), within(1e-9));
        });
    }

    private static Optional<Funnel> network(List<Integer> cases, double part) {
        int[] n = cases.stream().mapToInt(count -> count).toArray();
        return Funnel.of(
                IntStream.of(n)
                        .map(count -> (int) (part * count * (count % 7) / 6))
                        .toArray(),
                n);
    }

    private static Funnel funnel(double target, double tauSquared) {
        return new Funnel(target, Optional.of(new Dispersion(10, 1, tauSquared)));
    }
}
