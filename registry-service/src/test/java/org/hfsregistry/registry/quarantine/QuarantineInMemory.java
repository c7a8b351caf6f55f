package org.hfsregistry.registry.quarantine;

import static org.hfsregistry.contract.fixture.Examples.NOON;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;

/** A quarantine with what decides how its arrivals stand, in maps; and how many arrivals were looked at, and how many are held. */
final class QuarantineInMemory implements Quarantine {

    private final SortedMap<String, Quarantined> quarantined = new TreeMap<>();
    private final Map<String, OutcomeEntry> entries = new HashMap<>();
    private final List<WeakReference<Quarantined>> given = new ArrayList<>();
    private int looked;
    private int mostHeld;

    /** Who counts what is in it. */
    CountQuarantine counting(Clock clock) {
        return new CountQuarantine(this, new ListQuarantine(this, new NoResubmissions(), new Entries()), clock);
    }

    /** An outcome that conflicts with what is registered under its id. */
    void conflict(String hospitalId, long offset, Instant at) {
        refuse(hospitalId, offset, Refusal.conflict(outcomeId(offset), 1), at);
    }

    void refuse(String hospitalId, long offset, Refusal refusal, Instant at) {
        Arrival arrival = arrival(hospitalId, offset, outcomeId(offset));
        add(List.of(new Quarantined(arrival, refusal, at)));
        entries.merge(
                OutcomeEntry.id(hospitalId, outcomeId(offset)),
                OutcomeEntry.unknown(hospitalId, outcomeId(offset))
                        .after(arrival, new Verdict.Quarantined(refusal), at),
                (before, now) -> before.after(arrival, new Verdict.Quarantined(refusal), at));
    }

    /** A later arrival of the outcome that came at an offset, which is registered. */
    void mend(String hospitalId, long offset, long mendedAt) {
        entries.computeIfPresent(
                OutcomeEntry.id(hospitalId, outcomeId(offset)),
                (id, entry) -> entry.after(
                        arrival(hospitalId, mendedAt, outcomeId(offset)),
                        new Verdict.Registered(Optional.empty()),
                        NOON));
    }

    /** A merge is undone, and the arrival that had mended one counts no more. */
    void leaveOut(String hospitalId, long offset, long mendedAt, long undoneAt) {
        Arrival counted = arrival(hospitalId, mendedAt, outcomeId(offset));
        Refusal refusal = Refusal.contradiction("patientId", "t", outcomeId(offset));
        entries.computeIfPresent(
                OutcomeEntry.id(hospitalId, outcomeId(offset)),
                (id, entry) -> entry.leftOut(new Position(0, undoneAt), counted, refusal, NOON));
        add(List.of(new Quarantined(counted, refusal, NOON)));
    }

    /** How many arrivals were looked at since it was asked the last time. */
    int lookedAt() {
        int since = looked;
        looked = 0;
        return since;
    }

    /** How many at most of those that were given were held at a time, the ones that were just asked for among them. */
    int mostHeld() {
        return mostHeld;
    }

    private List<Quarantined> given(List<Quarantined> found) {
        List<Quarantined> fresh = found.stream()
                .map(each -> new Quarantined(each.arrival(), each.refusal(), each.quarantinedAt()))
                .toList();
        fresh.forEach(each -> given.add(new WeakReference<>(each)));
        System.gc();
        given.removeIf(each -> each.refersTo(null));
        mostHeld = Math.max(mostHeld, given.size());
        looked += fresh.size();
        return fresh;
    }

    private static String outcomeId(long offset) {
        return "o-" + offset;
    }

    private static Arrival arrival(String hospitalId, long offset, String outcomeId) {
        return new Arrival.OfOutcome(
                new Position(0, offset),
                NOON,
                "client",
                Examples.assessment(
                        hospitalId, outcomeId, 1, "t", Examples.patient(1), Examples.TREATED, 365, SpasmGrade.E0));
    }

    @Override
    public void add(List<Quarantined> added) {
        added.forEach(each -> quarantined.putIfAbsent(each.id(), each));
    }

    @Override
    public List<Quarantined> of(String hospitalId, Optional<String> after, int limit) {
        List<Quarantined> found = quarantined.values().stream()
                .filter(each -> each.arrival().hospitalId().equals(Optional.of(hospitalId)))
                .filter(each -> after.isEmpty() || each.id().compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
        return given(found);
    }

    @Override
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new HashMap<>();
        quarantined
                .values()
                .forEach(each ->
                        each.arrival().hospitalId().ifPresent(hospital -> sizes.merge(hospital, 1, Integer::sum)));
        return sizes;
    }

    @Override
    public List<Quarantined> find(Set<String> ids) {
        List<Quarantined> found = new ArrayList<>();
        ids.forEach(id -> find(id).ifPresent(found::add));
        return given(found);
    }

    @Override
    public Optional<Quarantined> find(String id) {
        return Optional.ofNullable(quarantined.get(id));
    }

    @Override
    public List<Quarantined> all(Optional<String> after, int limit) {
        throw new UnsupportedOperationException("nobody turns it");
    }

    @Override
    public void redact(List<Position> arrivals) {
        throw new UnsupportedOperationException("nobody is erased");
    }

    @Override
    public void replace(List<Quarantined> replaced) {
        throw new UnsupportedOperationException("nobody turns it");
    }

    private final class Entries implements OutcomeIndex {
        @Override
        public List<OutcomeEntry> find(Set<String> ids) {
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(entries.get(id)).stream())
                    .toList();
        }

        @Override
        public void add(Collection<OutcomeEntry> unknown) {
            throw new UnsupportedOperationException("nobody registers");
        }

        @Override
        public void put(Collection<OutcomeEntry> changed) {
            throw new UnsupportedOperationException("nobody registers");
        }
    }

    /** Nothing is submitted again here; hospitals mend by intake. */
    private static final class NoResubmissions implements Resubmissions {
        @Override
        public void put(Resubmission resubmission) {
            throw new UnsupportedOperationException("nobody submits again");
        }

        @Override
        public List<Resubmission> of(Set<String> quarantinedIds) {
            return List.of();
        }
    }
}
