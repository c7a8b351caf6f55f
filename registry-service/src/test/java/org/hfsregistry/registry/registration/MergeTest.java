package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Receipt;
import org.hfsregistry.registry.treatment.Treatment;
import org.junit.jupiter.api.Test;

/** What two ids of one person do to the record. */
class MergeTest {

    private static final int STAYS = 1;
    private static final int GOES = 2;
    private static final int THIRD = 3;

    private final Log log = new Log();

    @Test
    void the_treatments_of_the_one_that_goes_come_under_the_one_that_stays() {
        log.add(outcome(STAYS, "o-1", 1, "t-1"));
        log.add(outcome(GOES, "o-2", 1, "t-2"));
        merge(STAYS, GOES);
        RecordInMemory memory = log.applied();

        assertThat(patientOf(memory, "t-2")).isEqualTo(STAYS);
        assertThat(treatment(memory, "t-2").version()).isEqualTo(2);
        assertThat(treatment(memory, "t-2").document().changedAt()).isEqualTo(Log.CLOCK.instant());
        assertThat(treatment(memory, "t-1").version()).isEqualTo(1);
        assertThat(memory.topics.last()).containsEntry(HOSPITAL + "/t-2", treatment(memory, "t-2"));
        assertThat(merges(memory))
                .singleElement()
                .extracting(Merge::state, Merge::treatments, Merge::by, Merge::reason)
                .containsExactly(Merge.State.STANDING, 1, "client", Optional.empty());
    }

    @Test
    void what_came_stays_in_the_history_as_it_came() {
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        merge(STAYS, GOES);
        log.add(outcome(GOES, "o-2", 1, "t-1"));

        assertThat(log.applied().history.values())
                .filteredOn(decision -> decision.arrival() instanceof Arrival.OfOutcome)
                .extracting(
                        decision -> ((TreatmentOutcome) ((Arrival.OfOutcome) decision.arrival()).outcome()).patientId())
                .containsExactly(patient(GOES), patient(GOES));
    }

    @Test
    void what_comes_later_under_either_is_of_the_one_that_stays() {
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        merge(STAYS, GOES);
        log.add(outcome(GOES, "o-2", 1, "t-1"));
        log.add(outcome(STAYS, "o-3", 1, "t-1"));
        log.add(outcome(GOES, "o-4", 1, "t-2"));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine).isEmpty();
        assertThat(treatment(memory, "t-1").counting()).hasSize(3);
        assertThat(patientOf(memory, "t-1")).isEqualTo(STAYS);
        assertThat(patientOf(memory, "t-2")).isEqualTo(STAYS);
    }

    @Test
    void the_same_revision_under_the_other_id_is_a_duplicate_and_with_other_content_a_conflict() {
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        merge(STAYS, GOES);
        log.add(outcome(STAYS, "o-1", 1, "t-1"));
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        RecordInMemory memory = log.applied();

        assertThat(receipt(memory, "o-1").status()).isEqualTo(Status.DUPLICATE);
        assertThat(treatment(memory, "t-1").version()).isEqualTo(2);

        log.add(assessment(HOSPITAL, "o-1", 1, "t-1", patient(STAYS), TREATED, 365, SpasmGrade.E3));
        assertThat(log.applied().quarantine.values())
                .extracting(refused -> refused.refusal().code())
                .containsExactly("CONFLICT");
    }

    @Test
    void merges_lead_on() {
        log.add(outcome(THIRD, "o-1", 1, "t-1"));
        log.add(outcome(GOES, "o-2", 1, "t-2"));
        merge(GOES, THIRD);
        merge(STAYS, GOES);
        log.add(outcome(THIRD, "o-3", 1, "t-3"));
        RecordInMemory memory = log.applied();

        assertThat(List.of(patientOf(memory, "t-1"), patientOf(memory, "t-2"), patientOf(memory, "t-3")))
                .containsOnly(STAYS);

        log.addUndoing(HOSPITAL, patient(STAYS), patient(GOES));
        memory = log.applied();
        assertThat(List.of(patientOf(memory, "t-1"), patientOf(memory, "t-2"), patientOf(memory, "t-3")))
                .containsOnly(GOES);
    }

    @Test
    void what_can_not_be_merged_or_parted_changes_nothing_and_says_why() {
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        merge(STAYS, STAYS);
        log.addUndoing(HOSPITAL, patient(STAYS), patient(GOES));
        merge(STAYS, GOES);
        merge(THIRD, GOES);
        merge(GOES, STAYS);
        log.addUndoing(HOSPITAL, patient(THIRD), patient(GOES));
        RecordInMemory memory = log.applied();

        assertThat(merges(memory))
                .extracting(Merge::state)
                .containsExactly(
                        Merge.State.WITHOUT_EFFECT,
                        Merge.State.WITHOUT_EFFECT,
                        Merge.State.STANDING,
                        Merge.State.WITHOUT_EFFECT,
                        Merge.State.WITHOUT_EFFECT,
                        Merge.State.WITHOUT_EFFECT);
        assertThat(merges(memory))
                .filteredOn(merge -> merge.state() == Merge.State.WITHOUT_EFFECT)
                .allSatisfy(merge -> assertThat(merge.reason()).isPresent());
        assertThat(patientOf(memory, "t-1")).isEqualTo(STAYS);
        assertThat(memory.quarantine).isEmpty();
    }

    @Test
    void another_hospital_has_other_patients() {
        log.add(assessment("h-02", "o-1", 1, "t-1", patient(GOES), TREATED, 365, SpasmGrade.E0));
        merge(STAYS, GOES);
        log.add(assessment("h-02", "o-2", 1, "t-1", patient(GOES), TREATED, 400, SpasmGrade.E0));
        RecordInMemory memory = log.applied();

        assertThat(Objects.requireNonNull(memory.treatments.get("h-02/t-1"))
                        .document()
                        .patientId())
                .hasValue(patient(GOES));
    }

    @Test
    void what_could_not_be_registered_before_the_merge_can_be_after() {
        log.add(outcome(STAYS, "o-1", 1, "t-1"));
        log.add(outcome(GOES, "o-2", 1, "t-1"));
        merge(STAYS, GOES);
        log.add(outcome(GOES, "o-2", 1, "t-1"));
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine).hasSize(1);
        assertThat(treatment(memory, "t-1").counting()).hasSize(2);
    }

    @Test
    void a_merge_is_of_the_patients_under_whatever_key_they_are_named() {
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        log.addMerge(HOSPITAL, patient(STAYS), Keys.TWO.newest(patient(GOES)));
        log.add(outcome(GOES, "o-2", 1, "t-1"));
        RecordInMemory memory = new RecordInMemory(0);
        memory.keys(Keys.TWO);
        log.follow(memory, log::size);

        assertThat(treatment(memory, "t-1").counting()).hasSize(2);
        assertThat(treatment(memory, "t-1").document().patientId()).hasValue(Keys.TWO.newest(patient(STAYS)));

        memory.keys(Keys.THREE);
        while (memory.turnPseudonyms().step().isPresent()) {
            assertThat(memory.treatments).isNotEmpty();
        }
        log.add(Keys.under(Keys.THREE, outcome(GOES, "o-3", 1, "t-1")));
        log.addUndoing(HOSPITAL, Keys.THREE.newest(patient(STAYS)), patient(GOES));
        log.follow(memory, log::size);

        assertThat(treatment(memory, "t-1").counting()).hasSize(3);
        assertThat(treatment(memory, "t-1").document().patientId()).hasValue(Keys.THREE.newest(patient(GOES)));
    }

    private void merge(int stays, int goes) {
        log.addMerge(HOSPITAL, patient(stays), patient(goes));
    }

    static Outcome outcome(int patient, String outcomeId, int revision, String treatmentId) {
        return assessment(HOSPITAL, outcomeId, revision, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }

    static List<Merge> merges(RecordInMemory memory) {
        return List.copyOf(memory.merges.all().values());
    }

    static Treatment treatment(RecordInMemory memory, String treatmentId) {
        return Objects.requireNonNull(memory.treatments.get(HOSPITAL + "/" + treatmentId));
    }

    static int patientOf(RecordInMemory memory, String treatmentId) {
        String pseudonym = treatment(memory, treatmentId)
                .document()
                .patientId()
                .orElseThrow()
                .value();
        return Integer.parseInt(pseudonym.substring(pseudonym.length() - 1));
    }

    static OutcomeEntry entry(RecordInMemory memory, String outcomeId) {
        return Objects.requireNonNull(memory.entries.get(HOSPITAL + "/" + outcomeId));
    }

    static Receipt receipt(RecordInMemory memory, String outcomeId) {
        return entry(memory, outcomeId).receipt().orElseThrow();
    }
}
