package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.outcome.Outcome;

/** Whatever happens between two writes, the record comes to the same end. */
class CrashTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Property
    void crashes_between_any_two_writes_change_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 60) Integer> writesUntilCrash,
            @ForAll long seed) {
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(seed);
        Random sizes = new Random(seed);
        for (int writes : writesUntilCrash) {
            memory.beforeEachWrite(new Crash(writes));
            try {
                log.follow(memory, () -> 1 + sizes.nextInt(10));
            } catch (Crash.Happened _) {
                // The next one takes over.
            }
        }
        memory.beforeEachWrite(() -> {});
        log.follow(memory, () -> 1 + sizes.nextInt(10));

        assertSame(memory, log.applied());
        assertThat(memory.published).isEqualTo(log.applied().published);
    }

    @Property
    void another_process_that_takes_over_between_any_two_writes_changes_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @IntRange(min = 0, max = 60) int writesUntilTakeover,
            @ForAll long seed) {
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(seed);
        Random sizes = new Random(seed);
        memory.beforeEachWrite(new Takeover(memory, log, writesUntilTakeover, sizes));
        try {
            log.follow(memory, () -> 1 + sizes.nextInt(10));
        } catch (PartitionTakenOver _) {
            // It goes on without this one.
        }
        memory.beforeEachWrite(() -> {});
        log.follow(memory, () -> 1 + sizes.nextInt(10));

        assertSame(memory, log.applied());
    }

    @Property
    void it_does_not_matter_how_the_log_is_cut_into_batches(
            @ForAll("streams") List<Outcome> stream, @ForAll @IntRange(min = 1, max = 5) int size) {
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(0);
        log.follow(memory, () -> size);

        assertSame(memory, log.applied());
        assertThat(memory.published).isEqualTo(log.applied().published);
    }

    private static void assertSame(RecordInMemory disturbed, RecordInMemory undisturbed) {
        assertThat(disturbed.history).isEqualTo(undisturbed.history);
        assertThat(disturbed.treatments).isEqualTo(undisturbed.treatments);
        assertThat(disturbed.hospitals).isEqualTo(undisturbed.hospitals);
        assertThat(disturbed.entries).isEqualTo(undisturbed.entries);
        assertThat(disturbed.quarantine).isEqualTo(undisturbed.quarantine);
    }

    /** Ends a process before one of its writes. */
    private static final class Crash implements Runnable {
        private int writesLeft;

        Crash(int writesLeft) {
            this.writesLeft = writesLeft;
        }

        @Override
        public void run() {
            if (writesLeft-- == 0) {
                throw new Happened();
            }
        }

        private static final class Happened extends RuntimeException {}
    }

    /** Lets another process follow the log to its end before one of this one's writes. */
    private static final class Takeover implements Runnable {
        private final RecordInMemory memory;
        private final Log log;
        private final Random sizes;
        private int writesLeft;

        Takeover(RecordInMemory memory, Log log, int writesLeft, Random sizes) {
            this.memory = memory;
            this.log = log;
            this.writesLeft = writesLeft;
            this.sizes = sizes;
        }

        @Override
        public void run() {
            if (writesLeft-- == 0) {
                log.follow(memory, () -> 1 + sizes.nextInt(10));
            }
        }
    }
}
