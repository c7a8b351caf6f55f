package org.hfsregistry.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.hfsregistry.faults.deployed.Part;
import org.hfsregistry.faults.fault.FaultPlan;
import org.hfsregistry.platform.RunServers;
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
        FaultPlan plan = FaultPlan.drawn(KILLS, GAP, new Random(seed));
        FaultRunAccount account = new FaultRun(data, RunServers.EMBEDDED, plan, 6, 60, seed, System.out::println).run();

        assertThat(account.violations()).as("seed %d", seed).isEmpty();
        assertThat(account.notNoticed()).isEmpty();
        assertThat(account.faults().kills()).containsOnlyKeys(Part.values());
        assertThat(account.faults().pauses()).isPositive();
        assertThat(account.sending().sentAgain()).hasPositiveValue();
        assertThat(account.sending().erasures()).hasPositiveValue();
        assertThat(account.sending().merges()).hasPositiveValue();
        assertThat(account.sending().undoings()).hasPositiveValue();
        assertThat(account.outcomes()).isGreaterThan(100);
    }
}
