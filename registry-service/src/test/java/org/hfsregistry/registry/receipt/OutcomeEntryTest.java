package org.hfsregistry.registry.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;
import org.junit.jupiter.api.Test;

/** An entry takes each arrival once, in the order of the log. */
class OutcomeEntryTest {

    private static final OutcomeEntry UNKNOWN = OutcomeEntry.unknown(HOSPITAL, "o-1");
    private static final Verdict REGISTERED = new Verdict.Registered(Optional.empty());

    @Test
    void an_arrival_that_was_seen_changes_nothing() {
        OutcomeEntry entry = UNKNOWN.after(arrival(4), REGISTERED, NOON);

        assertThat(entry.after(arrival(4), new Verdict.Duplicate(), NOON)).isEqualTo(entry);
        assertThat(entry.after(arrival(3), new Verdict.Duplicate(), NOON)).isEqualTo(entry);
        assertThat(entry.after(arrival(5), new Verdict.Duplicate(), NOON)).isNotEqualTo(entry);
        assertThat(entry.retractedBy(new Retracted("r-1", 1, new Position(1, 4))))
                .isEqualTo(entry);
    }

    @Test
    void the_first_retraction_stays() {
        OutcomeEntry entry = UNKNOWN.retractedBy(new Retracted("r-1", 1, new Position(1, 4)))
                .retractedBy(new Retracted("r-2", 1, new Position(1, 5)));

        assertThat(entry.retracted().map(Retracted::by)).contains("r-1");
        assertThat(entry.seen()).contains(new Position(1, 5));
    }

    @Test
    void there_is_no_receipt_before_the_outcome_itself_arrives() {
        OutcomeEntry named = UNKNOWN.retractedBy(new Retracted("r-1", 1, new Position(1, 4)));

        assertThat(named.receipt()).isEmpty();
        assertThat(named.after(arrival(5), REGISTERED, NOON).receipt().map(Receipt::status))
                .contains(Status.RETRACTED);
    }

    private static Arrival arrival(long offset) {
        return new Arrival.OfOutcome(
                new Position(1, offset), NOON, "client", assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));
    }

    @Test
    void after_an_erasure_nothing_counts_whatever_retraction_comes() {
        OutcomeEntry erased = UNKNOWN.after(arrival(3), new Verdict.Registered(Optional.empty()), NOON)
                .erased(new Position(1, 4), NOON, Set.of(new Position(1, 3)));

        assertThat(erased.counts()).isEmpty();
        assertThat(erased.reckonedWith()).contains(new Position(1, 4));
        assertThat(erased.receipt().flatMap(Receipt::revision)).isEmpty();
        assertThat(erased.receipt().map(Receipt::status)).contains(Status.RETRACTED);
        assertThat(erased.retractedBy(new Retracted("r-1", 1, new Position(1, 5))))
                .isEqualTo(erased);
        assertThat(erased.erased(new Position(1, 4), NOON, Set.of())).isEqualTo(erased);
    }

    @Test
    void what_became_of_another_patients_arrival_stays_after_an_erasure() {
        OutcomeEntry erased = UNKNOWN.after(arrival(3), new Verdict.Registered(Optional.empty()), NOON)
                .after(arrival(5), new Verdict.Quarantined(Refusal.idOfErased("o-1")), NOON)
                .erased(new Position(1, 6), NOON, Set.of(new Position(1, 3)));

        assertThat(erased.counts()).isEmpty();
        assertThat(erased.countedUntilErased()).contains(new Counting(1, new Position(1, 3)));
        assertThat(erased.receipt().map(Receipt::status)).contains(Status.QUARANTINED);
        assertThat(erased.reckonedWith()).isEmpty();
    }
}
