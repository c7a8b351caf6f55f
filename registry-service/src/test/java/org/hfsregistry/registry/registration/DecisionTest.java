package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.registry.registration.Decided.lastOf;
import static org.hfsregistry.registry.registration.Decided.messageOf;
import static org.hfsregistry.registry.registration.Decided.refusalOf;
import static org.hfsregistry.registry.registration.Decided.status;
import static org.hfsregistry.registry.registration.Decided.treatment;
import static org.hfsregistry.registry.registration.Decided.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.receipt.Receipt;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Treatment;
import org.junit.jupiter.api.Test;

/** What is decided of an arrival after what came before it. */
class DecisionTest {

    private static final Outcome FIRST = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);

    @Test
    void the_same_again_is_a_duplicate() {
        assertThat(lastOf(FIRST, FIRST)).isEqualTo(new Verdict.Duplicate());
        assertThat(version("t-1", FIRST, FIRST)).isEqualTo(1);
        assertThat(status("o-1", FIRST, FIRST)).contains(Status.DUPLICATE);
    }

    @Test
    void a_lower_revision_that_comes_late_is_stale() {
        Outcome second = assessment("o-1", 2, "t-1", 365, SpasmGrade.E1);

        assertThat(lastOf(second, FIRST)).isEqualTo(new Verdict.Stale(2));
        assertThat(version("t-1", second, FIRST)).isEqualTo(1);
    }

    @Test
    void the_same_revision_with_other_content_is_refused_and_the_first_stays() {
        Outcome other = assessment("o-1", 1, "t-1", 365, SpasmGrade.E3);

        assertThat(refusalOf(FIRST, other)).isEqualTo("CONFLICT");
        assertThat(refusalOf(FIRST, assessment("o-1", 1, "t-2", 365, SpasmGrade.E0)))
                .isEqualTo("CONFLICT");
        assertThat(treatment("t-1", FIRST, other).counting().getFirst().outcome())
                .isEqualTo(FIRST);
    }

    @Test
    void what_was_refused_may_come_again_mended_under_the_same_revision() {
        Outcome refused = assessment(HOSPITAL, "o-2", 1, "t-1", patient(9), TREATED, 400, SpasmGrade.E0);
        Outcome mended = assessment("o-2", 1, "t-1", 400, SpasmGrade.E0);

        assertThat(lastOf(FIRST, refused, mended)).isEqualTo(new Verdict.Registered(Optional.empty()));
    }

    @Test
    void outcomes_of_a_treatment_agree_on_patient_day_side_and_kind() {
        assertThat(messageOf(FIRST, assessment(HOSPITAL, "o-2", 1, "t-1", patient(9), TREATED, 400, SpasmGrade.E0)))
                .isEqualTo("patientId is not the one that outcome o-1 gives for treatment t-1");
        assertThat(messageOf(
                        FIRST,
                        assessment(HOSPITAL, "o-2", 1, "t-1", patient(1), TREATED.plusDays(1), 400, SpasmGrade.E0)))
                .startsWith("treatedOn");
        assertThat(messageOf(FIRST, recurrence(Side.RIGHT))).startsWith("side");
        assertThat(messageOf(
                        assessment(HOSPITAL, "o-1", 1, "t-1", patient(2), TREATED, 365, SpasmGrade.E0),
                        Examples.injection("o-2", "t-1", 1, 80)))
                .startsWith("side");
        assertThat(lastOf(FIRST, recurrence(Side.LEFT))).isInstanceOf(Verdict.Registered.class);
    }

    @Test
    void an_operation_is_not_an_injection() {
        assertThat(messageOf(
                        new MvdRecurrence(
                                "o-1", 1, HOSPITAL, patient(2), "t-1", Side.RIGHT, TREATED, TREATED, true, null),
                        Examples.injection("o-2", "t-1", 1, 80)))
                .startsWith("the kind of treatment");
    }

    @Test
    void the_end_of_a_follow_up_fits_every_kind_and_side() {
        Outcome end = new FollowUpEnded(
                "o-2", 1, HOSPITAL, patient(1), "t-1", TREATED, TREATED.plusDays(9), FollowUpEnded.Reason.LOST);

        assertThat(lastOf(FIRST, end)).isInstanceOf(Verdict.Registered.class);
        assertThat(lastOf(end, FIRST)).isInstanceOf(Verdict.Registered.class);
    }

    @Test
    void a_correction_may_contradict_what_it_corrects() {
        assertThat(lastOf(FIRST, assessment(HOSPITAL, "o-1", 2, "t-1", patient(9), TREATED, 365, SpasmGrade.E0)))
                .isInstanceOf(Verdict.Registered.class);
    }

    @Test
    void a_wrong_day_of_all_outcomes_is_corrected_under_a_new_treatment_id() {
        Outcome second = assessment("o-2", 1, "t-1", 400, SpasmGrade.E0);
        Outcome inPlace = assessment(HOSPITAL, "o-1", 2, "t-1", patient(1), TREATED.plusDays(1), 365, SpasmGrade.E0);
        Outcome moved = assessment(HOSPITAL, "o-1", 2, "t-1x", patient(1), TREATED.plusDays(1), 365, SpasmGrade.E0);
        Outcome secondMoved =
                assessment(HOSPITAL, "o-2", 2, "t-1x", patient(1), TREATED.plusDays(1), 400, SpasmGrade.E0);

        assertThat(refusalOf(FIRST, second, inPlace)).isEqualTo("CONTRADICTION");
        assertThat(treatment("t-1x", FIRST, second, moved, secondMoved).counting())
                .hasSize(2);
        assertThat(treatment("t-1", FIRST, second, moved, secondMoved).counting())
                .isEmpty();
    }

    @Test
    void a_move_leaves_a_mark_and_a_late_lower_revision_does_not_come_back() {
        Outcome moved = assessment("o-1", 2, "t-2", 365, SpasmGrade.E0);

        assertThat(treatment("t-1", FIRST, moved, FIRST).withdrawn())
                .extracting(Withdrawn::reason, Withdrawn::revision)
                .containsExactly(tuple(Withdrawn.Reason.MOVED, 2));
        assertThat(treatment("t-1", FIRST, moved, FIRST).counting()).isEmpty();
        assertThat(treatment("t-2", FIRST, moved, FIRST).counting()).hasSize(1);
    }

    @Test
    void an_outcome_may_move_back_by_a_higher_revision() {
        Outcome away = assessment("o-1", 2, "t-2", 365, SpasmGrade.E0);
        Outcome back = assessment("o-1", 3, "t-1", 365, SpasmGrade.E0);

        assertThat(treatment("t-1", FIRST, away, back).counting()).hasSize(1);
        assertThat(treatment("t-1", FIRST, away, back).withdrawn()).isEmpty();
        assertThat(treatment("t-2", FIRST, away, back).counting()).isEmpty();
    }

    @Test
    void an_outcome_may_turn_out_to_be_one_of_the_hospital() {
        Outcome cases = new EligibleCases("o-1", 2, HOSPITAL, EligibleCases.Treatment.MVD, 2024, 3);
        RecordInMemory memory = Log.of(List.of(FIRST, cases)).applied();

        assertThat(Objects.requireNonNull(memory.treatments.get(HOSPITAL + "/t-1"))
                        .counting())
                .isEmpty();
        assertThat(Objects.requireNonNull(memory.hospitals.get(HOSPITAL)).counting())
                .hasSize(1);
    }

    @Test
    void what_can_not_be_read_is_quarantined_under_its_hospital() {
        Log log = Log.of(List.of(FIRST));
        log.addUnreadable(HOSPITAL, "o-9");
        RecordInMemory memory = log.applied();

        assertThat(memory.quarantine).hasSize(1);
        assertThat(Objects.requireNonNull(memory.entries.get(HOSPITAL + "/o-9"))
                        .receipt()
                        .map(Receipt::status))
                .contains(Status.QUARANTINED);
    }

    @Test
    void a_document_that_is_full_takes_corrections_only() {
        List<Outcome> full = new ArrayList<>();
        for (int i = 0; i < Dossier.MOST_OUTCOMES; i++) {
            full.add(assessment("o-" + i, 1, "t-1", 365, SpasmGrade.E0));
        }
        full.add(assessment("one-more", 1, "t-1", 365, SpasmGrade.E0));
        full.add(assessment("o-7", 2, "t-1", 365, SpasmGrade.E1));
        RecordInMemory memory = Log.of(full).applied();
        List<Decision> decisions = List.copyOf(memory.history.values());

        assertThat(decisions.get(Dossier.MOST_OUTCOMES).verdict())
                .isEqualTo(new Verdict.Quarantined(Refusal.tooManyOutcomes(Dossier.MOST_OUTCOMES)));
        assertThat(decisions.getLast().verdict()).isEqualTo(new Verdict.Registered(Optional.empty()));
        Treatment treatment = Objects.requireNonNull(memory.treatments.get(HOSPITAL + "/t-1"));
        assertThat(treatment.counting()).hasSize(Dossier.MOST_OUTCOMES);
    }

    private static MvdRecurrence recurrence(Side side) {
        return new MvdRecurrence(
                "o-2", 1, HOSPITAL, patient(1), "t-1", side, TREATED, TREATED.plusDays(500), true, null);
    }
}
