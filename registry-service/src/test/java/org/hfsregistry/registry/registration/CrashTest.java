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

/** Whatever ends a process between two steps, the record comes to the same end. */
class CrashTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Property
    void crashes_between_any_two_steps_change_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 150) Integer> stepsUntilCrash,
            @ForAll long seed) {
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(seed);
        Random sizes = new Random(seed);
        for (int steps : stepsUntilCrash) {
            memory.beforeEachStep(new Crash(steps));
            try {
                log.follow(memory, () -> 1 + sizes.nextInt(10));
            } catch (Crash.Happened _) {
                // The next one takes over.
            }
        }
        memory.beforeEachStep(() -> {});
        log.follow(memory, () -> 1 + sizes.nextInt(10));

        log.applied().assertSameAs(memory);
        assertThat(memory.topics.last()).isEqualTo(log.applied().topics.last());
    }

    @Property
    void it_does_not_matter_how_the_log_is_cut_into_batches(
            @ForAll("streams") List<Outcome> stream, @ForAll @IntRange(min = 1, max = 5) int size) {
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(0);
        log.follow(memory, () -> size);

        log.applied().assertSameAs(memory);
        assertThat(memory.topics.last()).isEqualTo(log.applied().topics.last());
    }
}
