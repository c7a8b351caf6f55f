package org.hfsregistry.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.hfsregistry.faults.deployed.Part;
import org.hfsregistry.faults.fault.Fault;
import org.hfsregistry.faults.fault.FaultPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged means kept and counted once, whichever part is killed, and when. */
class FaultRunIT {

    private static final int KILLS = 9;
    private static final Duration GAP = Duration.ofSeconds(3);

    @TempDir
    private Path data;

    private final long seed = Long.getLong("hfs.faults.seed", System.nanoTime());

    @Test
    void every_part_killed_in_the_middle_of_a_stream_leaves_what_was_acknowledged_and_nothing_else() throws Exception {
        System.out.println("Seed of the run (-Dhfs.faults.seed=): " + seed);
        FaultRunAccount account = run(FaultPlan.drawn(KILLS, GAP, new Random(seed)));

        assertThat(account.violations()).as("seed %d", seed).isEmpty();
        assertThat(account.notNoticed()).isEmpty();
        assertThat(account.faults().kills()).containsOnlyKeys(Part.values());
        assertThat(account.sending().sentAgain()).hasPositiveValue();
        assertThat(account.outcomes()).isGreaterThan(100);
    }

    @Test
    void an_instance_of_the_registry_that_wakes_up_after_its_session_does_no_harm() throws Exception {
        FaultPlan pauses = new FaultPlan(Part.REGISTRIES.stream()
                .map(part ->
                        new FaultPlan.Planned(Duration.ofSeconds(2), new Fault.Pause(part, Duration.ofSeconds(15))))
                .toList());

        FaultRunAccount account = run(pauses);

        assertThat(account.violations()).as("seed %d", seed).isEmpty();
        assertThat(account.faults().pauses()).isEqualTo(2);
        assertThat(List.of(account.faults().killed(), account.faults().endedByThemselves()))
                .containsOnly(0);
    }

    private FaultRunAccount run(FaultPlan plan) throws InterruptedException {
        return new FaultRun(data, plan, 6, 60, seed, System.out::println).run();
    }
}
