package org.hfsregistry.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hfsregistry.faults.deployed.Part;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Duration GAP = Duration.ofSeconds(6);

    @Test
    void a_seed_draws_the_same_plan_again() {
        assertThat(faults(50, 3)).isEqualTo(faults(50, 3)).isNotEqualTo(faults(50, 4));
    }

    @Test
    void as_many_processes_are_killed_as_is_asked_for() {
        assertThat(IntStream.range(1, 40))
                .allSatisfy(kills -> assertThat(faults(kills, kills).stream()
                                .mapToInt(Fault::kills)
                                .sum())
                        .isEqualTo(kills));
    }

    @Test
    void a_plan_of_nine_kills_has_every_part_and_two_at_once() {
        assertThat(IntStream.range(0, 100)).allSatisfy(seed -> {
            List<Fault> faults = faults(9, seed);
            assertThat(faults.stream().flatMap(fault -> fault.parts().stream())).contains(Part.values());
            assertThat(faults).anyMatch(fault -> fault.kills() == 2);
            assertThat(faults).anyMatch(Fault.Pause.class::isInstance);
        });
    }

    @Test
    void a_pause_is_longer_than_a_session_and_of_an_instance_of_the_registry() {
        assertThat(faults(200, 1))
                .filteredOn(Fault.Pause.class::isInstance)
                .isNotEmpty()
                .allSatisfy(fault -> {
                    Fault.Pause pause = (Fault.Pause) fault;
                    assertThat(pause.length()).isGreaterThan(Duration.ofSeconds(10));
                    assertThat(Part.REGISTRIES).contains(pause.part());
                });
    }

    private static List<Fault> faults(int kills, long seed) {
        return FaultPlan.drawn(kills, GAP, new Random(seed)).faults().stream()
                .map(FaultPlan.Planned::fault)
                .toList();
    }
}
