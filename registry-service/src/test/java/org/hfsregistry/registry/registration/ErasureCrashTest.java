package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.treatment.Dossier;

/** Whatever ends or overtakes a process while it erases, the patient is gone and the record comes to the same end. */
class ErasureCrashTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    /** Which patient of which hospital is erased, before which of the outcomes. */
    @Provide
    Arbitrary<List<Erased>> erasures() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of("h-01", "h-02"),
                        Arbitraries.of(1, 1, 1, 2))
                .as(Erased::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    record Erased(int before, String hospitalId, int patient) {}

    @Property
    void crashes_between_any_two_steps_change_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll("erasures") List<Erased> erasures,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 150) Integer> stepsUntilCrash,
            @ForAll long seed) {
        Log log = log(stream, erasures);
        RecordInMemory memory = new RecordInMemory(seed);
        Random sizes = new Random(seed);
        for (int steps : stepsUntilCrash) {
            memory.beforeEachStep(new Crash(steps));
            try {
                log.follow(memory, () -> 1 + sizes.nextInt(10));
            } catch (Crash.Happened _) {
                assertWhoIsToldToBeErasedIsGone(memory);
            }
        }
        memory.beforeEachStep(() -> {});
        log.follow(memory, () -> 1 + sizes.nextInt(10));

        log.applied().assertSameAs(memory);
        assertGone(erasures, memory);
    }

    @Property
    void a_takeover_before_any_step_changes_nothing(
            @ForAll("streams") List<Outcome> stream,
            @ForAll("erasures") List<Erased> erasures,
            @ForAll @IntRange(min = 0, max = 150) int before,
            @ForAll @IntRange(min = 1, max = 4) int takeovers,
            @ForAll @IntRange(min = 0, max = 250) int stepsOfTheOther,
            @ForAll @IntRange(min = 1, max = 10) int size,
            @ForAll @IntRange(min = 1, max = 10) int sizeOfTheOther,
            @ForAll long seed) {
        Log log = log(stream, erasures);
        RecordInMemory memory = new RecordInMemory(seed);
        memory.beforeEachStep(new Takeover(memory, log, takeovers, before, stepsOfTheOther, sizeOfTheOther));
        log.follow(memory, () -> size);

        log.applied().assertSameAs(memory);
        assertGone(erasures, memory);
    }

    @Example
    void a_process_of_yesterday_that_published_late_and_can_not_note_leaves_the_patient_nowhere() {
        Log log = Log.of(List.of(Examples.assessment("o-1", 1, "t-1", 365, SpasmGrade.E0)));
        log.addErasure(Examples.HOSPITAL, Examples.patient(1));
        RecordInMemory memory = new RecordInMemory(0);
        memory.beforeEachStep(() -> {
            if (!memory.treatments.isEmpty()) {
                memory.beforeEachStep(() -> {});
                log.follow(memory, log::size);
                memory.beforeEachStep(() -> failOncePublished(memory));
            }
        });

        assertThatThrownBy(() -> log.follow(memory, () -> 1)).hasMessage("the store is away");

        assertThat(memory.topics.last().values()).singleElement().matches(Dossier::isErased);
    }

    private static void failOncePublished(RecordInMemory memory) {
        if (memory.topics.last().values().stream().anyMatch(published -> !published.isErased())) {
            memory.beforeEachStep(() -> {});
            throw new IllegalStateException("the store is away");
        }
    }

    @Property
    void the_history_that_is_left_makes_the_same_documents(
            @ForAll("streams") List<Outcome> stream, @ForAll("erasures") List<Erased> erasures) {
        RecordInMemory memory = log(stream, erasures).applied();
        Replay replay = new Replay(Keys.FIRST);
        memory.history.values().forEach(replay::carryOut);

        Map<String, Dossier<?>> made = new TreeMap<>();
        replay.places().stream()
                .filter(place -> saysSomething(replay.dossier(place)))
                .forEach(place -> made.put(place.id(), replay.dossier(place).asVersion(0)));
        Map<String, Dossier<?>> kept = new TreeMap<>();
        Stream.concat(memory.treatments.values().stream(), memory.hospitals.values().stream())
                .filter(ErasureCrashTest::saysSomething)
                .forEach(dossier -> kept.put(dossier.place().id(), dossier.asVersion(0)));
        assertThat(made).isEqualTo(kept);
        for (Place place : replay.places()) {
            Dossier<?> stored = memory.treatments.get(place.id());
            if (stored != null) {
                assertThat(replay.dossier(place).version())
                        .isBetween(stored.version() - replay.redacted(), stored.version());
            }
        }
    }

    private static boolean saysSomething(Dossier<?> dossier) {
        return dossier.isErased()
                || !dossier.counting().isEmpty()
                || !dossier.withdrawn().isEmpty();
    }

    private static Log log(List<Outcome> stream, List<Erased> erasures) {
        List<Erased> inOrder = new ArrayList<>(erasures);
        inOrder.sort(Comparator.comparingInt(Erased::before));
        Log log = new Log();
        for (int at = 0; at <= stream.size(); at++) {
            while (!inOrder.isEmpty() && (inOrder.getFirst().before() <= at || at == stream.size())) {
                Erased erased = inOrder.removeFirst();
                log.addErasure(erased.hospitalId(), Examples.patient(erased.patient()));
            }
            if (at < stream.size()) {
                log.add(stream.get(at));
            }
        }
        return log;
    }

    /** Also where a process of yesterday wrote or published last. */
    private static void assertGone(List<Erased> erasures, RecordInMemory memory) {
        for (Erased erased : erasures) {
            Stream.of(
                            memory.history.values().stream().flatMap(decision -> said(decision.arrival())),
                            memory.quarantine.values().stream().flatMap(refused -> said(refused.arrival())),
                            memory.treatments.values().stream().flatMap(ErasureCrashTest::said),
                            memory.topics.last().values().stream().flatMap(ErasureCrashTest::said))
                    .flatMap(said -> said)
                    .filter(outcome -> outcome.hospitalId().equals(erased.hospitalId()))
                    .forEach(outcome -> assertThat(outcome)
                            .satisfiesAnyOf(
                                    other -> assertThat(other).isNotInstanceOf(TreatmentOutcome.class),
                                    other -> assertThat(((TreatmentOutcome) other).patientId())
                                            .isNotEqualTo(Examples.patient(erased.patient()))));
        }
    }

    private static void assertWhoIsToldToBeErasedIsGone(RecordInMemory memory) {
        for (Erasure erasure : memory.erasures.byId().values()) {
            assertThat(Stream.of(
                                    memory.history.values().stream().flatMap(decision -> said(decision.arrival())),
                                    memory.quarantine.values().stream().flatMap(refused -> said(refused.arrival())),
                                    memory.treatments.values().stream().flatMap(ErasureCrashTest::said))
                            .flatMap(said -> said)
                            .filter(outcome -> outcome.hospitalId().equals(erasure.hospitalId())))
                    .noneMatch(outcome -> outcome instanceof TreatmentOutcome ofPatient
                            && Keys.FIRST.marks(ofPatient.patientId()).contains(erasure.patient()));
        }
    }

    private static Stream<? extends Outcome> said(Arrival arrival) {
        return arrival instanceof Arrival.OfOutcome readable ? Stream.of(readable.outcome()) : Stream.empty();
    }

    private static Stream<? extends Outcome> said(Dossier<?> dossier) {
        return dossier.counting().stream().map(Reported::outcome);
    }
}
