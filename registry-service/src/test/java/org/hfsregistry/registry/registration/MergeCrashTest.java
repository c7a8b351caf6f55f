package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;

/** Whatever ends or overtakes a process while it merges, parts or erases, the record comes to the same end. */
class MergeCrashTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Provide
    Arbitrary<List<AnyMerges.Step>> steps() {
        return AnyMerges.steps();
    }

    @Property
    void crashes_between_any_two_steps_change_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll("steps") List<AnyMerges.Step> steps,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 150) Integer> stepsUntilCrash,
            @ForAll long seed) {
        Log log = AnyMerges.log(stream, steps);
        RecordInMemory memory = new RecordInMemory(seed);
        Random sizes = new Random(seed);
        for (int until : stepsUntilCrash) {
            memory.beforeEachStep(new Crash(until));
            try {
                log.follow(memory, () -> 1 + sizes.nextInt(10));
            } catch (Crash.Happened _) {
                // The next one takes over.
            }
        }
        memory.beforeEachStep(() -> {});
        log.follow(memory, () -> 1 + sizes.nextInt(10));

        log.applied().assertSameAs(memory);
        assertThat(memory.topics.readAll()).isEqualTo(log.applied().topics.readAll());
    }

    @Property
    void a_takeover_before_any_step_changes_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll("steps") List<AnyMerges.Step> steps,
            @ForAll @IntRange(min = 0, max = 150) int before,
            @ForAll @IntRange(min = 1, max = 4) int takeovers,
            @ForAll @IntRange(min = 0, max = 250) int stepsOfTheOther,
            @ForAll @IntRange(min = 1, max = 10) int size,
            @ForAll @IntRange(min = 1, max = 10) int sizeOfTheOther,
            @ForAll long seed) {
        Log log = AnyMerges.log(stream, steps);
        RecordInMemory memory = new RecordInMemory(seed);
        memory.beforeEachStep(new Takeover(memory, log, takeovers, before, stepsOfTheOther, sizeOfTheOther));
        log.follow(memory, () -> size);

        log.applied().assertSameAs(memory);
    }

    /** A treatment is merged and parted twice over, while another process is anywhere in it. */
    @Example
    void a_takeover_at_every_step_of_a_merge_and_its_undoing_changes_nothing() {
        Log log = new Log();
        log.add(of(2, "o-1", "t-1"));
        log.addMerge(Examples.HOSPITAL, Examples.patient(1), Examples.patient(2));
        log.add(of(1, "o-2", "t-1"));
        log.addUndoing(Examples.HOSPITAL, Examples.patient(1), Examples.patient(2));
        log.add(of(2, "o-2", "t-1"));
        RecordInMemory undisturbed = log.applied();
        int points = 0;
        for (boolean reached = true; reached; points++) {
            reached = false;
            boolean crashed = true;
            for (int steps = 0; crashed; steps++) {
                for (int size = 1; size <= log.size(); size++) {
                    RecordInMemory memory = new RecordInMemory(steps);
                    Takeover takeover = new Takeover(memory, log, 1, points, steps, size);
                    memory.beforeEachStep(takeover);
                    log.follow(memory, log::size);
                    undisturbed.assertSameAs(memory);
                    reached |= takeover.happened();
                    crashed = takeover.crashed();
                }
            }
        }
        assertThat(points).isGreaterThan(log.size());
    }

    @Property
    void it_does_not_matter_how_the_log_is_cut_into_batches(
            @ForAll("streams") List<Outcome> stream,
            @ForAll("steps") List<AnyMerges.Step> steps,
            @ForAll @IntRange(min = 1, max = 5) int size) {
        Log log = AnyMerges.log(stream, steps);
        RecordInMemory memory = new RecordInMemory(0);
        log.follow(memory, () -> size);

        log.applied().assertSameAs(memory);
    }

    private static Outcome of(int patient, String outcomeId, String treatmentId) {
        return Examples.assessment(
                Examples.HOSPITAL,
                outcomeId,
                1,
                treatmentId,
                Examples.patient(patient),
                Examples.TREATED,
                365,
                SpasmGrade.E0);
    }
}
