package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.history.Recorded;
import org.hfsregistry.registry.history.Traces;
import org.hfsregistry.registry.merging.KeptMerges;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.merging.Merges;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store of merges must do, whichever server it is. */
class MergesIT {

    private static final Place.OfTreatment PLACE = new Place.OfTreatment(HOSPITAL, "t-1");

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void a_merge_stands_as_soon_as_it_is_there_and_is_told_when_it_was_carried_out() {
        Merge merge = merge(3, Merge.State.STANDING);
        merges().add(merge);

        assertThat(merges().standing(Set.of(HOSPITAL, "h-02"))).containsExactly(merge);
        assertThat(merges().standing(Set.of("h-02"))).isEmpty();
        assertThat(merges().find(HOSPITAL, merge.id())).isEmpty();
        assertThat(merges().of(HOSPITAL, Optional.empty(), 10)).isEmpty();

        merges().done(merge.position());
        assertThat(merges().find(HOSPITAL, merge.id())).hasValue(merge);
        assertThat(merges().find("h-02", merge.id())).isEmpty();
        assertThat(merges().of(HOSPITAL, Optional.empty(), 10)).containsExactly(merge);
        assertThat(merges().of(HOSPITAL, Optional.of(merge.id()), 10)).isEmpty();
    }

    @Test
    void what_was_undone_stays_so_whoever_adds_it_again() {
        Merge merge = merge(3, Merge.State.STANDING);
        merges().add(merge);
        assertThat(merges().isFollowed(HOSPITAL, merge.position())).isFalse();

        Merge undoing = merge(12, Merge.State.DONE);
        merges().add(undoing);
        merges().undo(merge.position());
        merges().add(merge);
        merges().done(merge.position());

        assertThat(merges().standing(Set.of(HOSPITAL))).isEmpty();
        assertThat(merges().isFollowed(HOSPITAL, merge.position())).isTrue();
        assertThat(merges().isFollowed(HOSPITAL, undoing.position())).isFalse();
        assertThat(merges().isFollowed("h-02", merge.position())).isFalse();
        assertThat(merges().find(HOSPITAL, merge.id()).map(Merge::state)).hasValue(Merge.State.UNDONE);
    }

    @Test
    void nothing_of_the_patients_is_left_where_one_was_erased() {
        Merge merge = merge(3, Merge.State.STANDING);
        Merge other = merge(4, Merge.State.STANDING);
        merges().add(merge);
        merges().add(other);
        merges().done(merge.position());

        merges().redact(List.of(new Position(7, 1), merge.position()));
        merges().redact(List.of(merge.position()));
        merges().undo(merge.position());

        assertThat(merges().standing(Set.of(HOSPITAL))).containsExactly(other);
        assertThat(merges().find(HOSPITAL, merge.id())).hasValueSatisfying(left -> {
            assertThat(left.patients()).isEmpty();
            assertThat(left.state()).isEqualTo(Merge.State.ERASED);
            assertThat(left.by()).isEqualTo("client");
        });
    }

    @Test
    void all_that_is_kept_is_told_to_whoever_proves_it() {
        Merge merge = merge(3, Merge.State.STANDING);
        merges().add(merge);
        merges().add(merge(4, Merge.State.DONE));
        merges().done(merge.position());

        KeptMerges kept = store.get(KeptMerges.class);
        assertThat(kept.all()).containsOnlyKeys(HOSPITAL).containsEntry(HOSPITAL, kept.of(Set.of(HOSPITAL)));
        assertThat(kept.of(Set.of("h-02"))).isEmpty();
        assertThat(kept.of(Set.of(HOSPITAL)))
                .containsExactlyInAnyOrder(
                        new KeptMerges.Kept(merge.id(), HOSPITAL, true, Optional.of(merge)),
                        new KeptMerges.Kept(
                                Merge.id(new Position(7, 4)),
                                HOSPITAL,
                                false,
                                Optional.of(merge(4, Merge.State.DONE))));
    }

    @Test
    void what_was_decided_of_merges_is_found_as_it_was_added() {
        List<Decision> decisions = List.of(
                new Decision(arrival(3, false), new Verdict.Merged(List.of(PLACE)), NOON),
                new Decision(
                        arrival(4, true), new Verdict.Parted(new Position(7, 3), List.of(), List.of(leftOut())), NOON),
                new Decision(arrival(5, true), new Verdict.NotMerged(new Refusal("NOT_MERGED", "why", "so")), NOON));
        history().add(decisions);

        assertThat(history()
                        .of(decisions.stream().map(Decision::arrival).toList())
                        .values())
                .containsExactlyInAnyOrderElementsOf(decisions);
        assertThat(history().ofTreatment(PLACE, Optional.empty(), 10))
                .containsExactlyElementsOf(decisions.subList(0, 2));
        assertThat(store.get(Journal.class)
                        .outcomes(
                                Set.of(HOSPITAL),
                                decisions.stream()
                                        .map(decision -> decision.arrival().position())
                                        .toList()))
                .extracting(Recorded::decision)
                .containsExactlyElementsOf(decisions.stream().map(Optional::of).toList());
        assertThat(store.get(Traces.class).at(List.of(new Position(7, 3))))
                .singleElement()
                .satisfies(trace -> assertThat(trace.patients()).containsExactly(patient(1), patient(2)));
    }

    @Test
    void of_a_redacted_merge_it_is_kept_what_it_changed() {
        Decision parted = new Decision(
                arrival(4, true), new Verdict.Parted(new Position(7, 3), List.of(PLACE), List.of(leftOut())), NOON);
        history().add(List.of(parted));
        String hash = store.get(Journal.class).fingerprints(7, 0, 10).getFirst().contentHash();
        store.get(Traces.class).redact(List.of(new Position(7, 4)), new Position(7, 9));

        assertThat(store.get(Journal.class).at(new Position(7, 4))).hasValueSatisfying(left -> {
            assertThat(left.arrival()).isEqualTo(Arrival.Redacted.of(parted.arrival()));
            assertThat(left.verdict()).isEqualTo(parted.verdict());
        });
        assertThat(store.get(Journal.class).fingerprints(7, 0, 10).getFirst().contentHash())
                .isEqualTo(hash);
        assertThat(history().ofTreatment(PLACE, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void an_erasure_tells_who_else_was_the_same_person() {
        Arrival.OfErasure erasure = new Arrival.OfErasure(
                new Position(7, 9),
                NOON,
                "client",
                HOSPITAL,
                new ErasedPatient.Marked(PatientMark.of(patient(1)), Optional.of("k1")),
                "GDPR");
        Decision decision = new Decision(
                erasure,
                new Verdict.Erased(List.of(PLACE), List.of(new Position(7, 4)), List.of(PatientMark.of(patient(2)))),
                NOON);
        history().add(List.of(decision));

        assertThat(history().of(List.of(erasure))).isEqualTo(Map.of(erasure.position(), decision));
    }

    @Test
    void the_treatments_of_a_patient_are_found() {
        Treatment treatment = new Treatment(Documents.treatment(1, assessment("o-1", 1, "t-1", 365, SpasmGrade.E0)));
        Treatments treatments = store.get(Treatments.class);
        treatments.put(List.of(new Revised<>(0L, treatment)));

        assertThat(treatments.ofPatient(HOSPITAL, patient(1))).containsExactly(treatment);
        assertThat(treatments.ofPatient(HOSPITAL, patient(2))).isEmpty();
        assertThat(treatments.ofPatient("h-02", patient(1))).isEmpty();
    }

    private static Verdict.LeftOut leftOut() {
        return new Verdict.LeftOut(PLACE, "o-2", 3, new Position(7, 2), "o-1");
    }

    private static Arrival.OfMerge arrival(long offset, boolean undone) {
        return new Arrival.OfMerge(new Position(7, offset), NOON, "client", HOSPITAL, patient(1), patient(2), undone);
    }

    private static Merge merge(long offset, Merge.State state) {
        return new Merge(
                HOSPITAL,
                Optional.of(new Merge.Patients(patient(1), patient(2))),
                state == Merge.State.DONE,
                new Position(7, offset),
                NOON,
                "client",
                NOON.plusSeconds(1),
                state,
                Optional.empty(),
                2,
                1);
    }

    private Merges merges() {
        return store.get(Merges.class);
    }

    private History history() {
        return store.get(History.class);
    }
}
