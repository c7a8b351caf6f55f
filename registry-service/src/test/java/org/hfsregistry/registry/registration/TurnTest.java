package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.MissingKey;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Treatment;

/** However a record comes from one pseudonym key to the next, it ends as if all had come under the newest. */
class TurnTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Property
    void crashes_between_any_two_steps_of_a_turn_change_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @IntRange(min = 0, max = 30) int before,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 80) Integer> stepsUntilCrash,
            @ForAll long seed) {
        Random random = new Random(seed);
        Log log = Log.of(stream.subList(0, Math.min(before, stream.size())));
        RecordInMemory memory = new RecordInMemory(seed);
        log.follow(memory, () -> 1 + random.nextInt(10));
        // As from two intakes during a rolling change: one has the later key already, the other not yet.
        stream.subList(log.size(), stream.size())
                .forEach(outcome -> log.add(random.nextBoolean() ? Keys.under(Keys.TWO, outcome) : outcome));

        for (int steps : stepsUntilCrash) {
            memory.beforeEachStep(new Crash(steps));
            try {
                turnAndFollow(memory, Keys.TWO, log, random);
            } catch (Crash.Happened _) {
                // The next one takes over.
            }
        }
        memory.beforeEachStep(() -> {});
        turnAndFollow(memory, Keys.TWO, log, random);

        assertAsIfAllHadComeUnder(Keys.TWO, stream, memory);
    }

    /** The older process, which knows the first key only, goes on wherever it was when the record was turned. */
    @Property
    void a_process_that_does_not_know_the_key_leaves_nothing_behind(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @IntRange(min = 0, max = 150) int before,
            @ForAll @IntRange(min = 0, max = 150) int stepsOfTheNewer,
            @ForAll long seed) {
        Random random = new Random(seed);
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(seed);
        Crash turn = new Crash(before);
        memory.beforeEachStep(() -> {
            try {
                turn.run();
            } catch (Crash.Happened _) {
                memory.beforeEachStep(new Crash(stepsOfTheNewer));
                try {
                    turnAndFollow(memory, Keys.TWO, log, random);
                } catch (Crash.Happened _) {
                    // Not to its end, before the older process goes on.
                }
                memory.beforeEachStep(() -> {});
                memory.keys(Keys.FIRST);
            }
        });
        try {
            log.follow(memory, () -> 1 + random.nextInt(10));
        } catch (MissingKey _) {
            // It holds the partition and does not follow it, until somebody gives it the key.
        }
        memory.beforeEachStep(() -> {});
        turnAndFollow(memory, Keys.TWO, log, random);

        assertAsIfAllHadComeUnder(Keys.TWO, stream, memory);
    }

    @Example
    void a_turn_that_was_left_unfinished_is_overtaken_by_the_next_key() {
        List<Outcome> stream = List.of(
                assessment("o-1", 1, "t-1", 365, SpasmGrade.E0),
                assessment("o-2", 1, "t-2", 365, SpasmGrade.E0),
                assessment("o-3", 1, "t-3", 365, SpasmGrade.E0));
        for (int steps = 0; steps < 12; steps++) {
            RecordInMemory memory = Log.of(stream).applied();
            memory.keys(Keys.TWO);
            TurnPseudonyms unfinished = memory.turnPseudonyms();
            for (int step = 0; step < steps; step++) {
                unfinished.step();
            }
            turnAndFollow(memory, Keys.THREE, Log.of(stream), new Random(0));

            assertAsIfAllHadComeUnder(Keys.THREE, stream, memory);
            memory.keys(Keys.TWO);
            assertThatThrownBy(() -> memory.claimPartitions().claim(7)).isInstanceOf(MissingKey.class);
        }
    }

    @Example
    void the_history_keeps_what_came_and_a_turn_is_one_version() {
        Outcome old = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);
        Log log = Log.of(List.of(old));
        RecordInMemory memory = log.applied();
        log.add(Keys.under(Keys.TWO, assessment("o-1", 1, "t-1", 365, SpasmGrade.E0)));
        log.add(assessment("o-2", 1, "t-1", 400, SpasmGrade.E0));
        turnAndFollow(memory, Keys.TWO, log, new Random(0));

        assertThat(memory.history.values())
                .extracting(decision -> ((Arrival.OfOutcome) decision.arrival()).outcome())
                .containsExactly(old, Keys.under(Keys.TWO, old), assessment("o-2", 1, "t-1", 400, SpasmGrade.E0));
        assertThat(memory.history.values())
                .extracting(decision -> decision.verdict().status())
                .containsExactly(Status.REGISTERED, Status.DUPLICATE, Status.REGISTERED);
        Treatment treatment = Objects.requireNonNull(memory.treatments.get(HOSPITAL + "/t-1"));
        assertThat(treatment.version()).as("two outcomes and a turn").isEqualTo(3);
    }

    /** As where a process of yesterday published late, and was killed then. */
    @Example
    void a_treatment_that_was_erased_is_published_as_erased_once_more() {
        Log log = Log.of(List.of(assessment("o-1", 1, "t-1", 365, SpasmGrade.E0)));
        Treatment older = Objects.requireNonNull(log.applied().treatments.get(HOSPITAL + "/t-1"));
        log.addErasure(HOSPITAL, patient(1));
        RecordInMemory memory = log.applied();
        memory.topics.publish(List.of(older));

        turnAndFollow(memory, Keys.TWO, log, new Random(0));

        assertThat(memory.topics.last().values()).singleElement().matches(Dossier::isErased);
    }

    /** Nothing would publish it again, were it written here and the process to end then. */
    @Example
    void a_treatment_that_was_only_looked_at_is_left_to_the_turn() {
        Log log = Log.of(List.of(
                assessment("o-1", 1, "t-1", 365, SpasmGrade.E0), assessment("o-2", 1, "t-2", 365, SpasmGrade.E0)));
        RecordInMemory memory = log.applied();
        Map<String, Treatment> before = Map.copyOf(memory.treatments);
        log.add(assessment("o-1", 1, "t-2", 365, SpasmGrade.E3));
        memory.keys(Keys.TWO);
        log.follow(memory, () -> 1);

        assertThat(memory.quarantine).hasSize(1);
        assertThat(memory.treatments).isEqualTo(before);
    }

    @Example
    void a_key_that_is_not_known_stops_the_batch_before_anything_is_decided() {
        Log log = Log.of(List.of(Keys.under(Keys.TWO, assessment("o-1", 1, "t-1", 365, SpasmGrade.E0))));
        RecordInMemory memory = new RecordInMemory(0);

        assertThatThrownBy(() -> log.follow(memory, () -> 1))
                .isInstanceOf(MissingKey.class)
                .hasMessageContaining("k2-2 is not known here; known are k1")
                .hasMessageContaining("hfs.registry.pseudonym.later-keys");
        assertThat(memory.history).isEmpty();

        memory.keys(Keys.TWO);
        log.follow(memory, () -> 1);
        assertThat(memory.treatments).hasSize(1);
    }

    @Example
    void what_came_under_a_refused_key_goes_to_quarantine() {
        Log log = Log.of(List.of(Keys.under(Keys.TWO, assessment("o-1", 1, "t-1", 365, SpasmGrade.E0))));
        log.add(assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));
        RecordInMemory memory = new RecordInMemory(0);
        memory.keys(new PseudonymKeys(Keys.FIRST.chain(), Set.of("k2-2")));
        log.follow(memory, () -> 1);

        assertThat(memory.quarantine.values())
                .singleElement()
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo("REFUSED_KEY"));
        assertThat(memory.treatments.values()).extracting(Treatment::version).containsExactly(1L);
    }

    @Example
    void an_erasure_under_a_refused_key_goes_to_quarantine_and_the_history_keeps_no_pseudonym_of_it() {
        Log log = Log.of(List.of(assessment("o-1", 1, "t-1", 365, SpasmGrade.E0)));
        log.addErasure(HOSPITAL, Keys.TWO.newest(patient(1)));
        RecordInMemory memory = new RecordInMemory(0);
        memory.keys(new PseudonymKeys(Keys.FIRST.chain(), Set.of("k2-2")));
        log.follow(memory, () -> 1);

        assertThat(memory.quarantine.values())
                .singleElement()
                .satisfies(refused -> assertThat(refused.refusal().code()).isEqualTo("REFUSED_KEY"));
        assertThat(List.copyOf(memory.history.values()).getLast().arrival()).isInstanceOf(Arrival.Unreadable.class);
        assertThat(memory.treatments.values()).noneMatch(Treatment::isErased);
    }

    private static void turnAndFollow(RecordInMemory memory, PseudonymKeys keys, Log log, Random random) {
        memory.keys(keys);
        TurnPseudonyms turnPseudonyms = memory.turnPseudonyms();
        while (!turnPseudonyms.isDone()) {
            turnPseudonyms.step();
        }
        log.follow(memory, () -> 1 + random.nextInt(10));
    }

    private static void assertAsIfAllHadComeUnder(PseudonymKeys keys, List<Outcome> stream, RecordInMemory memory) {
        RecordInMemory straight = new RecordInMemory(0);
        straight.keys(keys);
        Log.of(stream.stream().map(outcome -> Keys.under(keys, outcome)).toList())
                .follow(straight, () -> Math.max(1, stream.size()));

        assertThat(withoutVersions(memory.treatments)).isEqualTo(withoutVersions(straight.treatments));
        assertThat(memory.hospitals).isEqualTo(straight.hospitals);
        assertThat(memory.entries).isEqualTo(straight.entries);
        assertThat(memory.quarantine).isEqualTo(straight.quarantine);
        assertThat(memory.history.keySet()).isEqualTo(straight.history.keySet());
        assertNewestIsPublished(memory);
    }

    private static void assertNewestIsPublished(RecordInMemory memory) {
        Map<String, Dossier<?>> read = memory.topics.readAll();
        assertThat(read).containsAllEntriesOf(memory.treatments);
        assertThat(read.values())
                .flatExtracting(Dossier::counting)
                .extracting(Reported::outcome)
                .filteredOn(outcome -> outcome instanceof TreatmentOutcome)
                .allSatisfy(outcome -> assertThat(Keys.isUnder(memory.keys(), ((TreatmentOutcome) outcome).patientId()))
                        .isTrue());
    }

    private static Map<String, List<Object>> withoutVersions(Map<String, Treatment> treatments) {
        Map<String, List<Object>> without = new TreeMap<>();
        treatments.forEach((id, treatment) -> without.put(
                id,
                List.of(
                        treatment.counting(),
                        treatment.withdrawn(),
                        treatment.document().changedAt())));
        return without;
    }
}
