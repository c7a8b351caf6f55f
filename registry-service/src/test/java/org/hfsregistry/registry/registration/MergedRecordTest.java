package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.merging.HeldMerges;
import org.hfsregistry.registry.merging.KeptMerges;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Treatment;

/** What must hold of the record whatever was submitted, merged, parted and erased, in whatever order. */
class MergedRecordTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Provide
    Arbitrary<List<AnyMerges.Step>> steps() {
        return AnyMerges.steps();
    }

    @Property
    void whatever_counts_is_of_the_person_under_whose_id_it_came(
            @ForAll("streams") List<Outcome> stream, @ForAll("steps") List<AnyMerges.Step> steps) {
        RecordInMemory memory = AnyMerges.log(stream, steps).applied();
        Map<PatientPseudonym, PatientPseudonym> merged = new HashMap<>();
        for (Treatment treatment : memory.treatments.values()) {
            merged.clear();
            memory.merges.all().values().stream()
                    .filter(merge -> merge.state() == Merge.State.STANDING)
                    .filter(merge ->
                            merge.hospitalId().equals(treatment.document().hospitalId()))
                    .flatMap(merge -> merge.patients().stream())
                    .forEach(patients -> merged.put(patients.merged(), patients.staying()));
            for (Reported<TreatmentOutcome> reported : treatment.counting()) {
                PatientPseudonym person = came(memory, reported);
                while (merged.containsKey(person)) {
                    person = Objects.requireNonNull(merged.get(person));
                }
                assertThat(reported.outcome().patientId()).isEqualTo(person);
                assertThat(treatment.document().patientId()).hasValue(person);
            }
        }
    }

    private static PatientPseudonym came(RecordInMemory memory, Reported<TreatmentOutcome> reported) {
        Arrival came =
                Objects.requireNonNull(memory.history.get(reported.position())).arrival();
        return ((TreatmentOutcome) ((Arrival.OfOutcome) came).outcome()).patientId();
    }

    @Property
    void what_counts_nowhere_any_more_is_in_quarantine_as_it_came(
            @ForAll("streams") List<Outcome> stream, @ForAll("steps") List<AnyMerges.Step> steps) {
        RecordInMemory memory = AnyMerges.log(stream, steps).applied();
        memory.quarantine.values().stream()
                .filter(refused -> refused.arrival() instanceof Arrival.OfOutcome)
                .forEach(refused -> assertThat(refused.arrival())
                        .isEqualTo(Objects.requireNonNull(
                                        memory.history.get(refused.arrival().position()))
                                .arrival()));
        memory.entries.values().stream()
                .filter(entry -> entry.counts().isPresent())
                .forEach(entry -> assertThat(memory.quarantine.values())
                        .filteredOn(refused -> refused.awaited().isEmpty())
                        .noneMatch(refused -> refused.arrival()
                                .position()
                                .equals(entry.counts().orElseThrow().position())));
    }

    @Property
    void the_history_makes_the_same_documents(
            @ForAll("streams") List<Outcome> stream, @ForAll("steps") List<AnyMerges.Step> steps) {
        RecordInMemory memory = AnyMerges.log(stream, steps).applied();
        Replay replay = new Replay(Keys.FIRST);
        memory.history.values().forEach(replay::carryOut);

        Map<String, Dossier<?>> made = new TreeMap<>();
        replay.places().stream()
                .filter(place -> saysSomething(replay.dossier(place)))
                .forEach(place -> made.put(place.id(), replay.dossier(place).asVersion(0)));
        Map<String, Dossier<?>> kept = new TreeMap<>();
        Stream.concat(memory.treatments.values().stream(), memory.hospitals.values().stream())
                .filter(MergedRecordTest::saysSomething)
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

    @Property
    void the_history_makes_the_same_merges(
            @ForAll("streams") List<Outcome> stream, @ForAll("steps") List<AnyMerges.Step> steps) {
        RecordInMemory memory = AnyMerges.log(stream, steps).applied();
        Map<Integer, Long> noted = new HashMap<>();
        memory.history
                .keySet()
                .forEach(position -> noted.merge(position.partition(), position.offset() + 1, Math::max));
        HeldMerges held = new HeldMerges(
                memory.merges.all().values().stream()
                        .map(merge -> new KeptMerges.Kept(merge.id(), merge.hospitalId(), true, Optional.of(merge)))
                        .toList(),
                noted);
        memory.history.values().forEach(held::carryOut);
        held.settle();

        assertThat(held.unlike()).isEmpty();
    }

    /** Whoever was one person with the erased one when that was erased, by what came after as before. */
    @Property
    void of_the_erased_and_of_all_who_were_the_same_person_nothing_is_kept(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @IntRange(min = 1, max = 3) int erased,
            @ForAll("steps") List<AnyMerges.Step> steps) {
        List<AnyMerges.Step> chained = new ArrayList<>(steps);
        chained.removeIf(step -> step.before() <= 20);
        chained.add(new AnyMerges.Step(15, "h-01", AnyMerges.What.MERGE, 1, 2));
        chained.add(new AnyMerges.Step(15, "h-01", AnyMerges.What.MERGE, 3, 1));
        chained.add(new AnyMerges.Step(20, "h-01", AnyMerges.What.ERASE, erased, erased));
        chained.add(new AnyMerges.Step(25, "h-01", AnyMerges.What.UNDO, 1, 2));
        RecordInMemory memory = AnyMerges.log(stream, chained).applied();

        assertThat(Stream.of(
                                memory.history.values().stream().flatMap(decision -> named(decision.arrival())),
                                memory.quarantine.values().stream().flatMap(refused -> named(refused.arrival())),
                                memory.treatments.values().stream().flatMap(MergedRecordTest::named),
                                memory.topics.readAll().values().stream().flatMap(MergedRecordTest::named),
                                memory.merges.all().values().stream()
                                        .filter(merge -> merge.hospitalId().equals("h-01"))
                                        .flatMap(merge -> merge.patients().stream())
                                        .flatMap(patients -> Stream.of(patients.staying(), patients.merged())))
                        .flatMap(named -> named))
                .isEmpty();
    }

    private static Stream<PatientPseudonym> named(Arrival arrival) {
        return switch (arrival) {
            case Arrival.OfOutcome readable -> named(readable.outcome());
            case Arrival.OfMerge merge ->
                merge.mergedIn().equals("h-01") ? Stream.of(merge.staying(), merge.merged()) : Stream.empty();
            case Arrival.OfErasure _, Arrival.Redacted _, Arrival.Unreadable _ -> Stream.empty();
        };
    }

    private static Stream<PatientPseudonym> named(Dossier<?> dossier) {
        return dossier.counting().stream().flatMap(reported -> named(reported.outcome()));
    }

    private static Stream<PatientPseudonym> named(Outcome outcome) {
        return outcome instanceof TreatmentOutcome ofPatient
                        && outcome.hospitalId().equals("h-01")
                ? Stream.of(ofPatient.patientId())
                : Stream.empty();
    }

    private static boolean saysSomething(Dossier<?> dossier) {
        return dossier.isErased()
                || !dossier.counting().isEmpty()
                || !dossier.withdrawn().isEmpty();
    }
}
