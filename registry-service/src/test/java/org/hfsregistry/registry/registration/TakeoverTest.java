package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;

/**
 * A process takes a partition over from one that is not dead, at any step of that one's, and gets as far as it gets. The other
 * goes on as if nothing had happened until it finds that its claim does not hold; then it claims anew, and follows on to the
 * end. The record comes to the same end.
 */
class TakeoverTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Property
    void a_takeover_before_any_step_changes_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @IntRange(min = 0, max = 150) int before,
            @ForAll @IntRange(min = 1, max = 4) int takeovers,
            @ForAll @IntRange(min = 0, max = 150) int stepsOfTheOther,
            @ForAll @IntRange(min = 1, max = 10) int size,
            @ForAll @IntRange(min = 1, max = 10) int sizeOfTheOther,
            @ForAll long seed) {
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(seed);

        memory.beforeEachStep(new Takeover(memory, log, takeovers, before, stepsOfTheOther, sizeOfTheOther));
        log.follow(memory, () -> size);

        log.applied().assertSameAs(memory);
    }

    /** Each is a stream in which what another process did meanwhile would mislead one that did not look again. */
    @Example
    void a_takeover_at_every_step_of_what_misleads_changes_nothing() {
        Outcome first = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);
        Outcome ofAnother = assessment(HOSPITAL, "o-2", 1, "t-1", patient(9), TREATED, 400, SpasmGrade.E0);
        Outcome moved = assessment("o-1", 2, "t-2", 365, SpasmGrade.E0);
        Outcome mended = assessment("o-2", 1, "t-3", 400, SpasmGrade.E0);
        Outcome again = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);
        List<List<Outcome>> streams = List.of(
                List.of(first, ofAnother, moved, mended, again),
                List.of(first, moved, ofAnother, mended, retraction("r-1", "o-2")),
                List.of(retraction("r-1", "o-2"), ofAnother, first, moved, mended),
                List.of(first, retraction("r-1", "o-1"), ofAnother, mended, retraction("r-1", "o-2")));
        for (List<Outcome> stream : streams) {
            int points = 0;
            for (boolean reached = true; reached; points++) {
                reached = false;
                for (int sizeOfTheOther = 1; sizeOfTheOther <= stream.size(); sizeOfTheOther++) {
                    reached |= everyEndOfTheOther(Log.of(stream), points, sizeOfTheOther);
                }
            }
            assertThat(points).as("steps at which another took over").isGreaterThan(stream.size());
        }
    }

    /** Whether the process had as many steps. */
    private static boolean everyEndOfTheOther(Log log, int before, int sizeOfTheOther) {
        RecordInMemory undisturbed = log.applied();
        boolean crashed = true;
        for (int steps = 0; crashed; steps++) {
            RecordInMemory memory = new RecordInMemory(steps);
            Takeover takeover = new Takeover(memory, log, 1, before, steps, sizeOfTheOther);
            memory.beforeEachStep(takeover);
            log.follow(memory, log::size);
            undisturbed.assertSameAs(memory);
            if (!takeover.happened()) {
                return false;
            }
            crashed = takeover.crashed();
        }
        return true;
    }
}
