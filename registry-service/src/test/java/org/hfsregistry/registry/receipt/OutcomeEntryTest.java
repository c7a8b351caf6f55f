package org.hfsregistry.registry.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
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
        assertThat(entry.retractedBy(Examples.retraction("r-1", "o-1"), new Position(1, 4)))
                .isEqualTo(entry);
    }

    @Test
    void the_first_retraction_stays() {
        OutcomeEntry entry = UNKNOWN.retractedBy(Examples.retraction("r-1", "o-1"), new Position(1, 4))
                .retractedBy(Examples.retraction("r-2", "o-1"), new Position(1, 5));

        assertThat(entry.retracted().map(Retracted::by)).contains("r-1");
        assertThat(entry.seen()).contains(new Position(1, 5));
    }

    @Test
    void there_is_no_receipt_before_the_outcome_itself_arrives() {
        OutcomeEntry named = UNKNOWN.retractedBy(Examples.retraction("r-1", "o-1"), new Position(1, 4));

        assertThat(named.receipt()).isEmpty();
        assertThat(named.after(arrival(5), REGISTERED, NOON).receipt().map(Receipt::status))
                .contains(Status.RETRACTED);
    }

    private static Arrival arrival(long offset) {
        return new Arrival.OfOutcome(
                new Position(1, offset), NOON, "client", assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));
    }
}
