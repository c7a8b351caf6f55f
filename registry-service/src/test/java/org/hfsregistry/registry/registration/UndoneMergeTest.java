package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.contract.fixture.Examples.retraction;
import static org.hfsregistry.registry.registration.MergeTest.entry;
import static org.hfsregistry.registry.registration.MergeTest.merges;
import static org.hfsregistry.registry.registration.MergeTest.outcome;
import static org.hfsregistry.registry.registration.MergeTest.patientOf;
import static org.hfsregistry.registry.registration.MergeTest.receipt;
import static org.hfsregistry.registry.registration.MergeTest.treatment;

import java.util.List;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.receipt.Counting;
import org.junit.jupiter.api.Test;

/** What it does to the record that two ids are not of one person after all. */
class UndoneMergeTest {

    private static final int STAYS = 1;
    private static final int GOES = 2;

    private final Log log = new Log();

    @Test
    void undone_the_treatments_go_back_to_the_patient_under_whose_id_they_came() {
        log.add(outcome(STAYS, "o-1", 1, "t-1"));
        log.add(outcome(GOES, "o-2", 1, "t-2"));
        merge(STAYS, GOES);
        log.add(outcome(GOES, "o-3", 1, "t-3"));
        log.add(outcome(STAYS, "o-4", 1, "t-4"));
        log.addUndoing(HOSPITAL, patient(STAYS), patient(GOES));
        log.add(outcome(GOES, "o-5", 1, "t-5"));
        RecordInMemory memory = log.applied();

        assertThat(List.of(
                        patientOf(memory, "t-1"),
                        patientOf(memory, "t-2"),
                        patientOf(memory, "t-3"),
                        patientOf(memory, "t-4"),
                        patientOf(memory, "t-5")))
                .containsExactly(STAYS, GOES, GOES, STAYS, GOES);
        assertThat(memory.quarantine).isEmpty();
        assertThat(merges(memory))
                .extracting(Merge::state, Merge::treatments)
                .containsExactly(tuple(Merge.State.UNDONE, 1), tuple(Merge.State.DONE, 2));
    }

    @Test
    void a_treatment_of_both_stays_with_the_outcome_that_was_there_first_and_the_others_go_to_quarantine() {
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        merge(STAYS, GOES);
        log.add(outcome(STAYS, "o-2", 1, "t-1"));
        log.add(outcome(GOES, "o-1", 2, "t-1"));
        log.addUndoing(HOSPITAL, patient(STAYS), patient(GOES));
        RecordInMemory memory = log.applied();

        assertThat(patientOf(memory, "t-1")).isEqualTo(GOES);
        assertThat(treatment(memory, "t-1").counting())
                .singleElement()
                .satisfies(reported -> assertThat(reported.outcome().revision()).isEqualTo(2));
        assertThat(treatment(memory, "t-1").withdrawn())
                .singleElement()
                .extracting(
                        Withdrawn::outcomeId,
                        Withdrawn::revision,
                        mark -> mark.position().offset())
                .containsExactly("o-2", 1, 4L);
        assertThat(memory.quarantine.values()).singleElement().satisfies(refused -> {
            assertThat(refused.refusal().code()).isEqualTo("CONTRADICTION");
            assertThat(refused.arrival().position().offset()).isEqualTo(2);
            assertThat(((Arrival.OfOutcome) refused.arrival()).outcome()).isEqualTo(outcome(STAYS, "o-2", 1, "t-1"));
        });
        assertThat(receipt(memory, "o-2").status()).isEqualTo(Status.QUARANTINED);
        assertThat(entry(memory, "o-2").counts()).isEmpty();
        assertThat(receipt(memory, "o-1").status()).isEqualTo(Status.REGISTERED);
    }

    @Test
    void what_was_left_out_counts_again_where_it_is_mended() {
        log.add(outcome(STAYS, "o-1", 1, "t-1"));
        merge(STAYS, GOES);
        log.add(outcome(GOES, "o-2", 1, "t-1"));
        log.addUndoing(HOSPITAL, patient(STAYS), patient(GOES));
        log.add(outcome(GOES, "o-2", 1, "t-1"));
        assertThat(log.applied().quarantine).hasSize(2);
        assertThat(patientOf(log.applied(), "t-1")).isEqualTo(STAYS);

        log.add(outcome(GOES, "o-2", 1, "t-2"));
        RecordInMemory memory = log.applied();
        assertThat(patientOf(memory, "t-2")).isEqualTo(GOES);
        assertThat(receipt(memory, "o-2").status()).isEqualTo(Status.REGISTERED);

        log.add(retraction("r-1", "o-2"));
        assertThat(treatment(log.applied(), "t-2").counting()).isEmpty();
    }

    @Test
    void a_lower_revision_than_what_was_left_out_does_not_come_back() {
        log.add(outcome(GOES, "o-2", 1, "t-0"));
        log.add(outcome(STAYS, "o-1", 1, "t-1"));
        merge(STAYS, GOES);
        log.add(outcome(GOES, "o-2", 3, "t-1"));
        log.addUndoing(HOSPITAL, patient(STAYS), patient(GOES));
        log.add(outcome(GOES, "o-2", 1, "t-0"));
        RecordInMemory memory = log.applied();

        assertThat(treatment(memory, "t-0").counting()).isEmpty();
        assertThat(entry(memory, "o-2").counts()).isEmpty();
        assertThat(receipt(memory, "o-2").reason())
                .contains("revision 3 was registered before and a lower one changes nothing");
        assertThat(memory.quarantine).hasSize(1);

        log.add(retraction("o-2", "o-1"));
        assertThat(receipt(log.applied(), "o-2").reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("o-2 is the id of an outcome"));

        log.add(outcome(GOES, "o-2", 3, "t-2"));
        assertThat(entry(log.applied(), "o-2").counts().map(Counting::revision)).contains(3);
    }

    @Test
    void a_merge_can_be_made_again_after_it_was_undone_and_the_other_way_round() {
        log.add(outcome(GOES, "o-1", 1, "t-1"));
        merge(STAYS, GOES);
        log.addUndoing(HOSPITAL, patient(STAYS), patient(GOES));
        merge(GOES, STAYS);
        log.add(outcome(STAYS, "o-2", 1, "t-2"));
        RecordInMemory memory = log.applied();

        assertThat(patientOf(memory, "t-1")).isEqualTo(GOES);
        assertThat(patientOf(memory, "t-2")).isEqualTo(GOES);
        assertThat(merges(memory))
                .extracting(Merge::state)
                .containsExactly(Merge.State.UNDONE, Merge.State.DONE, Merge.State.STANDING);
    }

    private void merge(int stays, int goes) {
        log.addMerge(HOSPITAL, patient(stays), patient(goes));
    }
}
