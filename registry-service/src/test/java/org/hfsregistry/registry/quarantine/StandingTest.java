package org.hfsregistry.registry.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.quarantine.Standing.Resolution;
import org.hfsregistry.registry.quarantine.Standing.State;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Retracted;
import org.junit.jupiter.api.Test;

/** What the outcomes that came since say of one in quarantine. */
class StandingTest {

    private static final Refusal REFUSAL = Refusal.conflict("o-1", 1);
    private static final Verdict QUARANTINED = new Verdict.Quarantined(REFUSAL);
    private static final Verdict REGISTERED = new Verdict.Registered(Optional.empty());
    private static final Quarantined CONFLICT = new Quarantined(arrival(5, 1), REFUSAL, NOON);

    private static final OutcomeEntry BEFORE = OutcomeEntry.unknown(HOSPITAL, "o-1")
            .after(arrival(3, 1), REGISTERED, NOON)
            .after(arrival(5, 1), QUARANTINED, NOON);

    @Test
    void it_is_open_until_anything_comes() {
        assertThat(standing(BEFORE)).isEqualTo(open());
        assertThat(standing(CONFLICT, Optional.empty(), Optional.empty())).isEqualTo(open());
    }

    @Test
    void what_is_registered_since_resolves_it() {
        assertThat(standing(BEFORE.after(arrival(7, 2), REGISTERED, NOON))).isEqualTo(resolved("o-1", 2, 7));
    }

    @Test
    void what_was_registered_before_and_comes_once_more_resolves_it_only_where_it_was_resubmitted_so() {
        OutcomeEntry repeated = BEFORE.after(arrival(7, 1), new Verdict.Duplicate(), NOON);

        assertThat(standing(repeated)).isEqualTo(open());
        assertThat(standing(CONFLICT, Optional.of(resubmission("o-1", 7)), Optional.of(repeated)))
                .isEqualTo(resolved("o-1", 1, 3));
    }

    @Test
    void a_lower_revision_that_comes_late_does_not_resolve_it_nor_take_its_place() {
        Quarantined newest = new Quarantined(arrival(5, 3), REFUSAL, NOON);
        OutcomeEntry late = OutcomeEntry.unknown(HOSPITAL, "o-1")
                .after(arrival(3, 1), REGISTERED, NOON)
                .after(arrival(5, 3), QUARANTINED, NOON)
                .after(arrival(7, 2), REGISTERED, NOON);

        assertThat(standing(newest, Optional.empty(), Optional.of(late))).isEqualTo(open());
        assertThat(standing(newest, Optional.empty(), Optional.of(late.after(arrival(8, 2), QUARANTINED, NOON))))
                .isEqualTo(open());
        assertThat(standing(newest, Optional.empty(), Optional.of(late.after(arrival(8, 3), REGISTERED, NOON))))
                .isEqualTo(resolved("o-1", 3, 8));
    }

    @Test
    void a_lower_revision_resolves_it_where_it_was_resubmitted_as_that() {
        Quarantined newest = new Quarantined(arrival(5, 3), REFUSAL, NOON);
        OutcomeEntry mended = BEFORE.after(arrival(7, 1), REGISTERED, NOON);

        assertThat(standing(newest, Optional.of(resubmission("o-1", 7)), Optional.of(mended)))
                .isEqualTo(resolved("o-1", 1, 7));
    }

    @Test
    void what_was_left_out_is_open_again_where_it_was_resubmitted_as_a_lower_revision() {
        Quarantined leftOut = new Quarantined(arrival(5, 3), REFUSAL, NOON);
        OutcomeEntry entry = OutcomeEntry.unknown(HOSPITAL, "o-1")
                .after(arrival(5, 3), REGISTERED, NOON)
                .leftOut(new Position(3, 6), arrival(5, 3), REFUSAL, NOON);
        Optional<Resubmission> lower = Optional.of(resubmission("o-1", 7));

        assertThat(standing(leftOut, lower, Optional.of(entry)).state()).isEqualTo(State.RESUBMITTED);
        assertThat(standing(leftOut, lower, Optional.of(entry.after(arrival(7, 1), new Verdict.Stale(3), NOON))))
                .isEqualTo(open());
    }

    @Test
    void a_retraction_resolves_it() {
        assertThat(standing(BEFORE.retractedBy(new Retracted("r-1", 1, new Position(3, 8)))))
                .isEqualTo(resolved("r-1", 1, 8));
    }

    @Test
    void it_is_open_when_the_patient_of_what_counted_before_it_is_erased() {
        OutcomeEntry erased = BEFORE.erased(new Position(3, 8), NOON, Set.of(new Position(3, 3)));

        assertThat(standing(erased)).isEqualTo(open());
        assertThat(standing(CONFLICT, Optional.of(resubmission("o-1", 7)), Optional.of(erased))
                        .state())
                .isEqualTo(State.RESUBMITTED);
    }

    @Test
    void it_stays_resolved_when_the_patient_of_what_settled_it_is_erased() {
        OutcomeEntry erased = BEFORE.after(arrival(7, 2), REGISTERED, NOON).erased(new Position(3, 8), NOON, Set.of());

        assertThat(standing(erased)).isEqualTo(new Standing(State.RESOLVED, Optional.empty()));
        assertThat(standing(CONFLICT, Optional.of(resubmission("o-1", 7)), Optional.of(erased)))
                .isEqualTo(new Standing(State.RESOLVED, Optional.empty()));
    }

    @Test
    void what_came_under_the_id_after_the_erasure_is_open() {
        OutcomeEntry erased = OutcomeEntry.unknown(HOSPITAL, "o-1")
                .after(arrival(3, 1), REGISTERED, NOON)
                .erased(new Position(3, 4), NOON, Set.of(new Position(3, 3)))
                .after(arrival(5, 1), QUARANTINED, NOON);

        assertThat(standing(erased)).isEqualTo(open());
        assertThat(standing(CONFLICT, Optional.of(resubmission("o-1", 7)), Optional.of(erased))
                        .state())
                .isEqualTo(State.RESUBMITTED);
    }

    @Test
    void what_went_to_quarantine_again_takes_its_place() {
        OutcomeEntry again = BEFORE.after(arrival(7, 1), QUARANTINED, NOON);

        assertThat(standing(again).state()).isEqualTo(State.RESUBMITTED);
        assertThat(standing(new Quarantined(arrival(7, 1), REFUSAL, NOON), Optional.empty(), Optional.of(again)))
                .isEqualTo(open());
    }

    @Test
    void it_is_resubmitted_until_that_is_registered() {
        Optional<Resubmission> resubmission = Optional.of(resubmission("o-1", 9));

        assertThat(standing(CONFLICT, resubmission, Optional.of(BEFORE)).state())
                .isEqualTo(State.RESUBMITTED);
        assertThat(standing(CONFLICT, resubmission, Optional.of(BEFORE.after(arrival(9, 2), QUARANTINED, NOON)))
                        .state())
                .isEqualTo(State.RESUBMITTED);
        assertThat(standing(CONFLICT, resubmission, Optional.of(BEFORE.after(arrival(9, 2), REGISTERED, NOON))))
                .isEqualTo(resolved("o-1", 2, 9));
    }

    @Test
    void it_may_be_resubmitted_as_another_outcome() {
        OutcomeEntry other = OutcomeEntry.unknown(HOSPITAL, "o-9");
        Optional<Resubmission> resubmission = Optional.of(resubmission("o-9", 9));

        assertThat(standing(CONFLICT, resubmission, Optional.empty()).state()).isEqualTo(State.RESUBMITTED);
        assertThat(standing(CONFLICT, resubmission, Optional.of(other.after(arrival(9, 1), REGISTERED, NOON))))
                .isEqualTo(resolved("o-9", 1, 9));
    }

    @Test
    void a_retraction_of_something_unknown_is_open_until_that_comes_or_it_is_resubmitted() {
        Arrival early = new Arrival.OfOutcome(new Position(3, 2), NOON, "client", retraction("r-1", "o-1"));
        Refusal unknown = Refusal.retractsUnknown("o-1");
        Quarantined held = new Quarantined(early, unknown, NOON);
        OutcomeEntry named =
                OutcomeEntry.unknown(HOSPITAL, "o-1").retractedBy(new Retracted("r-1", 1, new Position(3, 2)));
        OutcomeEntry own = OutcomeEntry.unknown(HOSPITAL, "r-1").after(early, REGISTERED, NOON);
        Arrival repeated = new Arrival.OfOutcome(new Position(3, 9), NOON, "client", retraction("r-1", "o-1"));

        assertThat(held.awaited()).contains("o-1");
        assertThat(standing(held, Optional.empty(), Optional.of(named))).isEqualTo(open());
        assertThat(standing(held, Optional.empty(), Optional.of(named.after(arrival(3, 1), QUARANTINED, NOON))))
                .isEqualTo(resolved("r-1", 1, 2));
        assertThat(standing(
                        held,
                        Optional.empty(),
                        Optional.of(named.after(
                                new Arrival.OfOutcome(new Position(3, 4), NOON, "client", retraction("o-1", "o-2")),
                                REGISTERED,
                                NOON))))
                .isEqualTo(open());
        assertThat(standing(
                        held,
                        Optional.of(resubmission("r-1", 9)),
                        Optional.of(own.after(repeated, new Verdict.Duplicate(), NOON))))
                .isEqualTo(resolved("r-1", 1, 2));
    }

    @Test
    void what_nobody_could_read_is_open_until_it_is_resubmitted() {
        Quarantined unreadable = new Quarantined(
                new Arrival.Unreadable(new Position(3, 5), NOON, "", Optional.of(HOSPITAL), Optional.empty(), REFUSAL),
                REFUSAL,
                NOON);

        assertThat(standing(unreadable, Optional.empty(), Optional.empty())).isEqualTo(open());
    }

    @Test
    void a_resubmission_that_changed_nothing_settles_it_whatever_comes_later() {
        Optional<Resubmission> same = Optional.of(resubmission("o-1", 7));
        OutcomeEntry repeated = BEFORE.after(arrival(7, 1), new Verdict.Duplicate(), NOON);

        assertThat(standing(CONFLICT, same, Optional.of(repeated.after(arrival(8, 1), QUARANTINED, NOON))))
                .isEqualTo(resolved("o-1", 1, 3));
        assertThat(Standing.of(
                                CONFLICT,
                                same,
                                true,
                                Optional.of(BEFORE.after(arrival(7, 1), QUARANTINED, NOON)
                                        .after(arrival(8, 1), new Verdict.Duplicate(), NOON)))
                        .state())
                .isEqualTo(State.RESUBMITTED);
    }

    private static Standing standing(OutcomeEntry entry) {
        return standing(CONFLICT, Optional.empty(), Optional.of(entry));
    }

    /** What was submitted again is in quarantine itself where it came last and was refused. */
    private static Standing standing(
            Quarantined quarantined, Optional<Resubmission> resubmission, Optional<OutcomeEntry> entry) {
        boolean refusedAgain = entry.flatMap(OutcomeEntry::lastArrival)
                .filter(last -> last.status() == Status.QUARANTINED
                        && resubmission
                                .filter(again -> again.position().equals(last.position()))
                                .isPresent())
                .isPresent();
        return Standing.of(quarantined, resubmission, refusedAgain, entry);
    }

    private static Standing open() {
        return new Standing(State.OPEN, Optional.empty());
    }

    private static Standing resolved(String outcomeId, int revision, long offset) {
        return new Standing(State.RESOLVED, Optional.of(new Resolution(outcomeId, revision, new Position(3, offset))));
    }

    private static Resubmission resubmission(String outcomeId, long offset) {
        return new Resubmission("00003-0000000000000000005", outcomeId, 1, new Position(3, offset), NOON, "client");
    }

    private static Arrival arrival(long offset, int revision) {
        return new Arrival.OfOutcome(
                new Position(3, offset), NOON, "client", assessment("o-1", revision, "t-1", 365, SpasmGrade.E0));
    }
}
