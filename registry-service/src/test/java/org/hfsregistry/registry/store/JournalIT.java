package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.receipt.Counting;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.hfsregistry.registry.receipt.Receipt;
import org.hfsregistry.registry.receipt.Retracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store of decisions, entries and quarantine must do, whichever server it is. */
class JournalIT {

    private static final Outcome OUTCOME = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void an_entry_of_every_shape_is_found_as_it_was_put() {
        Optional<Position> seen = Optional.of(new Position(3, 9));
        Optional<Receipt> receipt = Optional.of(
                new Receipt(Optional.of(2), Status.DUPLICATE, Optional.of("why"), new Position(3, 9), NOON, NOON));
        Optional<Receipt> short_ = Optional.of(
                new Receipt(Optional.empty(), Status.QUARANTINED, Optional.empty(), new Position(3, 9), NOON, NOON));
        Optional<Counting> registered = Optional.of(new Counting(2, new Position(3, 7)));
        Optional<Retracted> retracted = Optional.of(new Retracted("r", 1, new Position(3, 8)));
        List<OutcomeEntry> entries = List.of(
                new OutcomeEntry(
                        HOSPITAL, "a", seen, new Filed.Nowhere(), Optional.empty(), retracted, Optional.empty()),
                new OutcomeEntry(
                        HOSPITAL,
                        "b",
                        seen,
                        new Filed.In(new Place.OfTreatment(HOSPITAL, "t-1")),
                        registered,
                        retracted,
                        receipt),
                new OutcomeEntry(
                        HOSPITAL,
                        "c",
                        seen,
                        new Filed.In(new Place.OfHospital(HOSPITAL)),
                        registered,
                        Optional.empty(),
                        receipt),
                new OutcomeEntry(
                        HOSPITAL,
                        "d",
                        seen,
                        new Filed.AsRetraction(Examples.retraction()),
                        Optional.empty(),
                        Optional.empty(),
                        short_),
                new OutcomeEntry(
                        HOSPITAL, "e", seen, new Filed.LeftOut(3), Optional.empty(), Optional.empty(), short_));

        index().put(entries);

        assertThat(index().find(Set.of("h-01/a", "h-01/b", "h-01/c", "h-01/d", "h-01/e", "h-01/f")))
                .containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void an_entry_that_is_added_where_one_is_there_is_put() {
        OutcomeEntry older = entry("o-1", new Position(3, 8), Status.REGISTERED);
        OutcomeEntry newer = entry("o-2", new Position(3, 9), Status.REGISTERED);
        index().add(List.of(older, newer));

        OutcomeEntry newest = entry("o-1", new Position(3, 10), Status.DUPLICATE);
        OutcomeEntry another = entry("o-3", new Position(3, 11), Status.REGISTERED);
        index().add(List.of(newest, entry("o-2", new Position(3, 7), Status.QUARANTINED), another));

        assertThat(index().find(Set.of(newest.id(), newer.id(), another.id())))
                .containsExactlyInAnyOrder(newest, newer, another);
    }

    @Test
    void an_entry_that_has_seen_less_never_replaces_one_that_has_seen_more() {
        OutcomeEntry newer = entry(new Position(3, 9), Status.REGISTERED);
        index().put(List.of(newer));

        index().put(List.of(entry(new Position(3, 8), Status.QUARANTINED)));
        index().put(List.of(entry(new Position(3, 9), Status.QUARANTINED)));
        assertThat(index().find(Set.of(newer.id()))).containsExactly(newer);

        OutcomeEntry newest = entry(new Position(3, 10), Status.DUPLICATE);
        index().put(List.of(newest));
        assertThat(index().find(Set.of(newer.id()))).containsExactly(newest);

        OutcomeEntry ofAnotherPartition = entry(new Position(4, 0), Status.DUPLICATE);
        index().put(List.of(ofAnotherPartition));
        assertThat(index().find(Set.of(newer.id()))).containsExactly(ofAnotherPartition);
    }

    @Test
    void a_decision_of_every_verdict_is_found_as_it_was_added() {
        Place place = new Place.OfTreatment(HOSPITAL, "t-0");
        List<Verdict> verdicts = List.of(
                new Verdict.Registered(Optional.empty()),
                new Verdict.Registered(Optional.of(place)),
                new Verdict.Registered(Optional.of(new Place.OfHospital(HOSPITAL))),
                new Verdict.Duplicate(),
                new Verdict.Stale(4),
                new Verdict.Retracted(Optional.empty()),
                new Verdict.Retracted(Optional.of(place)),
                new Verdict.Quarantined(Refusal.conflict("o-1", 1)));
        List<Decision> decisions = verdicts.stream()
                .map(verdict -> new Decision(arrival(verdicts.indexOf(verdict)), verdict, NOON))
                .toList();
        List<Arrival> arrivals = decisions.stream().map(Decision::arrival).toList();

        assertThat(history().of(arrivals)).isEmpty();
        assertThat(history().add(decisions)).isTrue();

        assertThat(history().of(arrivals).values()).containsExactlyInAnyOrderElementsOf(decisions);
    }

    @Test
    void what_came_of_a_treatment_is_found_in_its_order() {
        Place.OfTreatment place = new Place.OfTreatment(HOSPITAL, "t-1");
        Decision first = new Decision(arrival(9), new Verdict.Registered(Optional.empty()), NOON);
        Decision conflicting = new Decision(arrival(10), new Verdict.Quarantined(Refusal.conflict("o-1", 1)), NOON);
        Decision elsewhere = decision(11, assessment("o-2", 1, "t-2", 365, SpasmGrade.E0), Optional.empty());
        Decision moved = decision(100, assessment("o-1", 2, "t-2", 365, SpasmGrade.E0), Optional.of(place));
        Decision retracted = decision(101, Examples.retraction("r-1", "o-3"), Optional.of(place));
        history().add(List.of(retracted, moved, elsewhere, conflicting, first));

        assertThat(history().ofTreatment(place, Optional.empty(), 10))
                .containsExactly(first, conflicting, moved, retracted);
        assertThat(history().ofTreatment(place, Optional.of(first.id()), 2)).containsExactly(conflicting, moved);
        assertThat(history().ofTreatment(new Place.OfTreatment("h-02", "t-1"), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void the_first_decision_of_an_arrival_stands() {
        Decision first = new Decision(arrival(5), new Verdict.Duplicate(), NOON);
        Decision later = new Decision(arrival(5), new Verdict.Stale(2), NOON.plusSeconds(1));
        Decision other = new Decision(arrival(6), new Verdict.Stale(2), NOON.plusSeconds(1));
        history().add(List.of(first));

        assertThat(history().add(List.of(later, other))).isFalse();

        assertThat(history().of(List.of(arrival(5), arrival(6))))
                .isEqualTo(Map.of(new Position(3, 5), first, new Position(3, 6), other));
    }

    @Test
    void decisions_of_another_log_are_not_taken_for_this_ones() {
        history().add(List.of(new Decision(arrival(5), new Verdict.Duplicate(), NOON)));
        Arrival another = new Arrival.OfOutcome(new Position(3, 5), NOON.plusSeconds(1), "client", OUTCOME);

        assertThatIllegalStateException()
                .isThrownBy(() -> history().of(List.of(another)))
                .withMessageContaining("not the log");
    }

    @Test
    void what_is_quarantined_is_added_once_and_found_by_its_hospital() {
        Refusal refusal = Refusal.conflict("o-1", 1);
        Quarantined readable = new Quarantined(arrival(5), refusal, NOON);
        Quarantined unreadable = new Quarantined(unreadable(6, Optional.of(HOSPITAL)), refusal, NOON);
        Quarantined nobodys = new Quarantined(unreadable(7, Optional.empty()), refusal, NOON);

        quarantine().add(List.of(readable));
        quarantine().add(List.of(readable, unreadable, nobodys));

        assertThat(quarantine().of(HOSPITAL, Optional.empty(), 10)).containsExactly(readable, unreadable);
        assertThat(quarantine().of(HOSPITAL, Optional.empty(), 1)).containsExactly(readable);
        assertThat(quarantine().of(HOSPITAL, Optional.of(readable.id()), 10)).containsExactly(unreadable);
        assertThat(quarantine().of("h-02", Optional.empty(), 10)).isEmpty();
    }

    private OutcomeIndex index() {
        return store.get(OutcomeIndex.class);
    }

    private History history() {
        return store.get(History.class);
    }

    private Quarantine quarantine() {
        return store.get(Quarantine.class);
    }

    private static OutcomeEntry entry(Position seen, Status status) {
        return entry("o-1", seen, status);
    }

    private static OutcomeEntry entry(String outcomeId, Position seen, Status status) {
        Instant at = NOON.plusSeconds(seen.offset());
        return new OutcomeEntry(
                HOSPITAL,
                outcomeId,
                Optional.of(seen),
                new Filed.Nowhere(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Receipt(Optional.of(1), status, Optional.empty(), seen, at, at)));
    }

    private static Decision decision(long offset, Outcome outcome, Optional<Place> takenFrom) {
        return new Decision(
                new Arrival.OfOutcome(new Position(3, offset), NOON, "client", outcome),
                new Verdict.Registered(takenFrom),
                NOON);
    }

    private static Arrival arrival(long offset) {
        return new Arrival.OfOutcome(new Position(3, offset), NOON, "client", OUTCOME);
    }

    private static Arrival unreadable(long offset, Optional<String> hospitalId) {
        return new Arrival.Unreadable(
                new Position(3, offset), NOON, "client", hospitalId, Optional.empty(), Refusal.conflict("o-1", 1));
    }
}
