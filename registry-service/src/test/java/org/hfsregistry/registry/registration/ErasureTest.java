package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.receipt.Receipt;
import org.hfsregistry.registry.treatment.Treatment;
import org.junit.jupiter.api.Test;

/** What goes with a patient, what stays, and what is said to who sends the patient again. */
class ErasureTest {

    private static final int ERASED = 1;
    private static final int ANOTHER = 2;

    @Test
    void a_whole_history_is_looked_through_only_where_a_key_came_after_the_first() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.addErasure(HOSPITAL, patient(ERASED));
        assertThat(log.applied().wholeHistories).isZero();

        RecordInMemory turned = new RecordInMemory(0);
        turned.keys(Keys.TWO);
        log.follow(turned, log::size);
        assertThat(turned.wholeHistories).isEqualTo(1);
        assertThat(turned.treatments.values()).singleElement().matches(Treatment::isErased);
    }

    @Test
    void the_treatments_of_the_patient_are_left_as_erased_and_those_of_others_as_they_were() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(of(ANOTHER, "o-2", 1, "t-2"));
        RecordInMemory before = log.applied();
        log.addErasure(HOSPITAL, patient(ERASED));
        RecordInMemory memory = log.applied();

        Treatment erased = treatment(memory, "t-1");
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.version()).isEqualTo(2);
        assertThat(treatment(memory, "t-2")).isEqualTo(treatment(before, "t-2"));
        assertThat(memory.topics.last()).containsEntry(HOSPITAL + "/t-1", erased);
        assertNothingIsKept(memory);
        assertThat(memory.erasures.byId().values())
                .singleElement()
                .extracting(Erasure::treatments, Erasure::entries, Erasure::by, Erasure::basis)
                .containsExactly(1, 1, "client", "GDPR Art. 17(1)");
    }

    @Test
    void the_receipt_says_so() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.addErasure(HOSPITAL, patient(ERASED));

        Receipt receipt = receipt(log.applied(), "o-1");

        assertThat(receipt.status()).isEqualTo(Status.RETRACTED);
        assertThat(receipt.reason()).hasValue("the patient was erased");
        assertThat(log.applied().findReceipts().of(HOSPITAL, List.of("o-1")))
                .singleElement()
                .satisfies(found -> assertThat(found.countedFrom()).isPresent());
    }

    @Test
    void whatever_comes_later_of_the_patient_is_refused_and_nothing_of_it_is_kept() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.addErasure(HOSPITAL, patient(ERASED));
        log.add(of(ERASED, "o-1", 2, "t-1"));
        log.add(of(ERASED, "o-9", 1, "t-9"));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine.values())
                .extracting(refused -> refused.refusal().code())
                .containsExactly("PATIENT_ERASED", "PATIENT_ERASED");
        assertThat(receipt(memory, "o-9").status()).isEqualTo(Status.QUARANTINED);
        assertThat(memory.treatments).doesNotContainKey(HOSPITAL + "/t-9");
        assertNothingIsKept(memory);
    }

    @Test
    void the_same_pseudonym_in_another_hospital_is_another_patient() {
        Log log = new Log();
        log.add(assessment("h-02", "o-1", 1, "t-1", patient(ERASED), TREATED, 365, SpasmGrade.E0));
        log.addErasure(HOSPITAL, patient(ERASED));
        log.add(assessment("h-02", "o-2", 1, "t-1", patient(ERASED), TREATED, 400, SpasmGrade.E0));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine).isEmpty();
        assertThat(Objects.requireNonNull(memory.treatments.get("h-02/t-1")).counting())
                .hasSize(2);
    }

    @Test
    void what_is_in_quarantine_goes_and_the_outcome_that_counts_in_its_stead_stays() {
        Log log = new Log();
        log.add(of(ANOTHER, "o-2", 1, "t-2"));
        log.add(of(ERASED, "o-3", 1, "t-2"));
        log.add(of(ERASED, "o-2", 1, "t-2"));
        log.addErasure(HOSPITAL, patient(ERASED));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine.values())
                .hasSize(2)
                .extracting(Quarantined::arrival)
                .allMatch(Arrival.Redacted.class::isInstance);
        assertThat(treatment(memory, "t-2").counting()).hasSize(1);
        assertThat(Objects.requireNonNull(memory.entries.get(HOSPITAL + "/o-2")).isErased())
                .isFalse();
        assertThat(Objects.requireNonNull(memory.entries.get(HOSPITAL + "/o-3")).isErased())
                .isTrue();
        assertNothingIsKept(memory);
    }

    @Test
    void an_outcome_that_was_corrected_to_another_patient_stays_with_that_one() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(of(ANOTHER, "o-1", 2, "t-2"));
        log.addErasure(HOSPITAL, patient(ERASED));
        log.add(of(ANOTHER, "o-1", 3, "t-2"));
        RecordInMemory memory = log.applied();

        assertThat(treatment(memory, "t-1").isErased()).isTrue();
        assertThat(treatment(memory, "t-2").counting())
                .singleElement()
                .satisfies(reported -> assertThat(reported.outcome().revision()).isEqualTo(3));
        assertNothingIsKept(memory);
    }

    @Test
    void a_retraction_goes_with_what_it_retracted_and_a_later_one_is_no_fault() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(retraction("r-1", "o-1"));
        log.addErasure(HOSPITAL, patient(ERASED));
        log.add(retraction("r-2", "o-1"));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine).isEmpty();
        assertThat(List.copyOf(memory.history.values()).get(1).arrival()).isInstanceOf(Arrival.Redacted.class);
        Decision later = List.copyOf(memory.history.values()).getLast();
        assertThat(later.arrival()).isInstanceOf(Arrival.Redacted.class);
        assertThat(later.verdict()).isEqualTo(new Verdict.Registered(Optional.empty()));
        assertThat(memory.entries.values().toString())
                .doesNotContain(retraction("r-1", "o-1").reason());
        assertThat(receipt(memory, "o-1").reason()).hasValue("the patient was erased");
        assertThat(memory.findReceipts().of(HOSPITAL, List.of("r-2")))
                .singleElement()
                .satisfies(found -> assertThat(found.receipt().reason()).isEmpty());
    }

    @Test
    void erasing_again_changes_nothing_but_that_it_is_told() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.addErasure(HOSPITAL, patient(ERASED));
        RecordInMemory once = log.applied();
        log.addErasure(HOSPITAL, patient(ERASED));
        RecordInMemory twice = log.applied();

        assertThat(twice.treatments).isEqualTo(once.treatments);
        assertThat(twice.entries).isEqualTo(once.entries);
        assertThat(twice.erasures.byId()).hasSize(2);
        assertThat(List.copyOf(twice.history.values()).getLast().verdict())
                .isEqualTo(new Verdict.Erased(List.of(), List.of(), List.of()));
    }

    @Test
    void a_patient_goes_under_every_key_and_is_known_under_every_key_up_to_the_one_of_the_erasure() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        log.add(Keys.under(Keys.TWO, of(ERASED, "o-2", 1, "t-2")));
        log.addErasure(HOSPITAL, patient(ERASED));
        log.add(of(ERASED, "o-3", 1, "t-3"));
        log.add(Keys.under(Keys.TWO, of(ERASED, "o-4", 1, "t-4")));
        RecordInMemory memory = new RecordInMemory(0);
        memory.keys(Keys.TWO);
        log.follow(memory, () -> 2);

        assertThat(memory.treatments.values()).hasSize(2).allMatch(Treatment::isErased);
        assertThat(memory.quarantine).hasSize(2);
        assertNothingIsKept(memory);

        log.add(of(ERASED, "o-5", 1, "t-5"));
        memory.keys(Keys.THREE);
        log.follow(memory, () -> 2);
        assertThat(memory.quarantine).as("known by the older key's pseudonym").hasSize(3);
    }

    @Test
    void a_revision_that_took_an_outcome_away_from_others_still_does_when_the_history_is_carried_out_anew() {
        Log log = new Log();
        log.add(of(ANOTHER, "o-7", 1, "t-1"));
        log.add(of(ANOTHER, "o-1", 1, "t-1"));
        log.add(of(ERASED, "o-1", 2, "t-2"));
        log.add(of(3, "o-1", 3, "t-3"));
        log.addErasure(HOSPITAL, patient(ERASED));
        RecordInMemory memory = log.applied();

        Replay replay = new Replay(Keys.FIRST);
        memory.history.values().forEach(replay::carryOut);

        assertThat(treatment(memory, "t-1").counting()).hasSize(1);
        assertThat(replay.dossier(treatment(memory, "t-1").place())).isEqualTo(treatment(memory, "t-1"));
    }

    @Test
    void what_a_registry_decided_that_does_not_know_erasures_stops_nobody() {
        Log log = new Log();
        log.add(of(ERASED, "o-1", 1, "t-1"));
        RecordInMemory memory = log.applied();
        log.addErasure(HOSPITAL, patient(ERASED));
        Position position = new Position(7, 1);
        Refusal refusal = Refusal.notAnOutcome("the event is of another type");
        memory.history.put(
                position,
                new Decision(
                        new Arrival.Unreadable(
                                position, NOON, "client", Optional.of(HOSPITAL), Optional.empty(), refusal),
                        new Verdict.Quarantined(refusal),
                        NOON));

        log.follow(memory, () -> 1);

        assertThat(memory.quarantine.values())
                .singleElement()
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
        assertThat(treatment(memory, "t-1").isErased()).isFalse();
    }

    private static Outcome of(int patient, String outcomeId, int revision, String treatmentId) {
        return assessment(HOSPITAL, outcomeId, revision, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }

    private static Treatment treatment(RecordInMemory memory, String treatmentId) {
        return Objects.requireNonNull(memory.treatments.get(HOSPITAL + "/" + treatmentId));
    }

    private static Receipt receipt(RecordInMemory memory, String outcomeId) {
        return Objects.requireNonNull(memory.entries.get(HOSPITAL + "/" + outcomeId))
                .receipt()
                .orElseThrow();
    }

    /** What the record says in words, of which no pseudonym of the patient may be a part. */
    private static void assertNothingIsKept(RecordInMemory memory) {
        String said = memory.history.values().stream().map(Decision::toString).collect(Collectors.joining())
                + memory.quarantine
                + memory.treatments
                + memory.entries
                + memory.topics.last();
        for (var keys : List.of(Keys.FIRST, Keys.TWO)) {
            assertThat(said).doesNotContain(keys.newest(patient(ERASED)).value());
        }
    }
}
