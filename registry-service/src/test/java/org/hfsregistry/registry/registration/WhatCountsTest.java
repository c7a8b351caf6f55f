package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.receipt.Counting;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Receipt;
import org.junit.jupiter.api.Test;

/** A receipt tells of the last arrival, and besides which revision counts: a hospital must not take the one for the other. */
class WhatCountsTest {

    private static final Outcome FIRST = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);
    private static final Outcome SECOND = assessment("o-1", 2, "t-1", 365, SpasmGrade.E1);

    @Test
    void what_was_registered_counts() {
        assertThat(receipt(FIRST).status()).isEqualTo(Status.REGISTERED);
        assertThat(counts(FIRST)).contains(counting(1, 0));
        assertThat(counts(FIRST, SECOND)).contains(counting(2, 1));
    }

    @Test
    void a_repetition_says_that_the_outcome_is_registered() {
        assertThat(receipt(FIRST, FIRST).status()).isEqualTo(Status.DUPLICATE);
        assertThat(receipt(FIRST, FIRST).reason())
                .contains("this revision is registered already, with the same content");
        assertThat(counts(FIRST, FIRST)).contains(counting(1, 0));
    }

    @Test
    void a_late_lower_revision_says_that_the_higher_one_counts() {
        assertThat(receipt(SECOND, FIRST).status()).isEqualTo(Status.DUPLICATE);
        assertThat(receipt(SECOND, FIRST).revision()).contains(1);
        assertThat(counts(SECOND, FIRST)).contains(counting(2, 0));
    }

    @Test
    void a_conflict_says_that_the_first_counts() {
        Outcome conflicting = assessment("o-1", 1, "t-1", 365, SpasmGrade.E3);

        assertThat(receipt(FIRST, conflicting).status()).isEqualTo(Status.QUARANTINED);
        assertThat(receipt(FIRST, conflicting).reason().orElseThrow())
                .endsWith("; revision 1, registered before, counts as it is");
        assertThat(counts(FIRST, conflicting)).contains(counting(1, 0));
        assertThat(counts(FIRST, conflicting, FIRST)).contains(counting(1, 0));
    }

    @Test
    void a_correction_that_contradicts_says_that_the_earlier_revision_counts() {
        Outcome other = assessment("o-2", 1, "t-1", 400, SpasmGrade.E0);
        Outcome contradicting = assessment(HOSPITAL, "o-1", 2, "t-1", patient(9), TREATED, 365, SpasmGrade.E0);

        assertThat(receipt(FIRST, other, contradicting).status()).isEqualTo(Status.QUARANTINED);
        assertThat(receipt(FIRST, other, contradicting).revision()).contains(2);
        assertThat(counts(FIRST, other, contradicting)).contains(counting(1, 0));
    }

    @Test
    void what_could_not_be_registered_says_that_nothing_is() {
        Outcome other = assessment(HOSPITAL, "o-2", 1, "t-1", patient(9), TREATED, 400, SpasmGrade.E0);

        assertThat(receipt(other, FIRST).status()).isEqualTo(Status.QUARANTINED);
        assertThat(receipt(other, FIRST).reason().orElseThrow())
                .endsWith("; nothing is registered under this outcomeId");
        assertThat(counts(other, FIRST)).isEmpty();
    }

    @Test
    void what_can_not_be_read_leaves_what_counts() {
        Log log = Log.of(List.of(FIRST));
        log.addUnreadable(HOSPITAL, "o-1");

        assertThat(entry(log, "o-1").receipt().orElseThrow().status()).isEqualTo(Status.QUARANTINED);
        assertThat(entry(log, "o-1").counts()).contains(counting(1, 0));
    }

    @Test
    void what_was_retracted_counts_no_more() {
        assertThat(counts(FIRST, retraction("r-1", "o-1"))).isEmpty();
        assertThat(counts(FIRST, retraction("r-1", "o-1"), SECOND)).isEmpty();
        assertThat(counts(retraction("r-1", "o-1"), FIRST)).isEmpty();
        assertThat(receipt(FIRST, retraction("r-1", "o-1"), FIRST).reason()).contains("retracted by r-1");
    }

    @Test
    void a_retraction_counts_itself() {
        Log log = Log.of(List.of(FIRST, retraction("r-1", "o-1"), retraction("r-1", "o-1")));

        assertThat(entry(log, "r-1").receipt().orElseThrow().status()).isEqualTo(Status.DUPLICATE);
        assertThat(entry(log, "r-1").counts()).contains(counting(1, 1));
    }

    private static Receipt receipt(Outcome... stream) {
        return entry(Log.of(List.of(stream)), "o-1").receipt().orElseThrow();
    }

    private static Optional<Counting> counts(Outcome... stream) {
        return entry(Log.of(List.of(stream)), "o-1").counts();
    }

    private static OutcomeEntry entry(Log log, String outcomeId) {
        return Objects.requireNonNull(log.applied().entries.get(HOSPITAL + "/" + outcomeId));
    }

    private static Counting counting(int revision, long offset) {
        return new Counting(revision, new Position(7, offset));
    }
}
