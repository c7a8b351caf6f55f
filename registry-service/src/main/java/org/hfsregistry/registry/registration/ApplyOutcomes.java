package org.hfsregistry.registry.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.erasure.CarryOutErasure;
import org.hfsregistry.registry.erasure.FindErased;
import org.hfsregistry.registry.following.Claim;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.merging.CarryOutMerge;
import org.hfsregistry.registry.merging.FindPersons;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.hfsregistry.registry.receipt.Published;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Hospitals;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/**
 * Takes a batch of the log into the record. It may stop anywhere, by a crash or an outage, and be called again with the same
 * arrivals, cut into other batches, by another process: the end is the same. {@code RATIONALE.md} says why.
 */
@Service
public final class ApplyOutcomes {

    private final History history;
    private final Quarantine quarantine;
    private final Treatments treatments;
    private final Hospitals hospitals;
    private final OutcomeIndex index;
    private final Announcements announcements;
    private final Positions positions;
    private final CarryOutErasure carryOutErasure;
    private final FindErased findErased;
    private final CarryOutMerge carryOutMerge;
    private final FindPersons findPersons;
    private final PseudonymKeys keys;
    private final Clock clock;

    ApplyOutcomes(
            History history,
            Quarantine quarantine,
            Treatments treatments,
            Hospitals hospitals,
            OutcomeIndex index,
            Announcements announcements,
            Positions positions,
            CarryOutErasure carryOutErasure,
            FindErased findErased,
            CarryOutMerge carryOutMerge,
            FindPersons findPersons,
            PseudonymKeys keys,
            Clock clock) {
        this.history = history;
        this.quarantine = quarantine;
        this.treatments = treatments;
        this.hospitals = hospitals;
        this.index = index;
        this.announcements = announcements;
        this.positions = positions;
        this.carryOutErasure = carryOutErasure;
        this.findErased = findErased;
        this.carryOutMerge = carryOutMerge;
        this.findPersons = findPersons;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Applies a batch.
     *
     * @param batch in the order of the log within each partition
     * @param claims to the batch's partitions
     * @return what was decided now; what an earlier call decided is not among it
     * @throws org.hfsregistry.registry.arrival.MissingKey where a patient's key is not known; then nothing is decided
     * @throws Claim.TakenOver where claims do not hold; the other partitions are noted
     */
    public List<Decision> apply(List<Arrival> batch, Map<Integer, Claim> claims) {
        List<List<Arrival>> parts = parts(batch);
        if (parts.size() > 1) {
            batch.forEach(keys::newest); // or a part would be decided before another one's key is found missing
        }
        List<Decision> decidedNow = new ArrayList<>();
        Map<Place, Dossier<?>> changed = new LinkedHashMap<>();
        for (List<Arrival> part : parts) {
            Applied applied = apply(part);
            decidedNow.addAll(applied.decidedNow());
            applied.changed().forEach(dossier -> changed.put(dossier.place(), dossier));
        }
        try {
            note(batch, claims, announcements.publish(changed.values()));
        } catch (Claim.TakenOver takenOver) {
            announcements.followUp(changed.values(), treatments, hospitals);
            throw takenOver;
        } catch (RuntimeException outage) {
            followUpAfter(outage, changed.values());
            throw outage;
        }
        return decidedNow;
    }

    /** It may be another process that comes to this batch next, and not know what was published late here. */
    private void followUpAfter(RuntimeException outage, Collection<Dossier<?>> published) {
        try {
            announcements.followUp(published, treatments, hospitals);
        } catch (RuntimeException followUp) {
            outage.addSuppressed(followUp);
        }
    }

    /** An erasure, or a merge, is carried out when all before it is in the record, and before anything after it is looked at. */
    private static List<List<Arrival>> parts(List<Arrival> batch) {
        List<List<Arrival>> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < batch.size(); at++) {
            if (batch.get(at) instanceof Arrival.OfErasure || batch.get(at) instanceof Arrival.OfMerge) {
                parts.add(batch.subList(from, at));
                parts.add(batch.subList(at, at + 1));
                from = at + 1;
            }
        }
        parts.add(batch.subList(from, batch.size()));
        parts.removeIf(List::isEmpty);
        return parts;
    }

    private Applied apply(List<Arrival> part) {
        if (keys.newest(part.getFirst()) instanceof Arrival.OfErasure erasure) {
            CarryOutErasure.Done done = carryOutErasure.of(part.getFirst(), erasure, now());
            return new Applied(done.erased(), done.decided().stream().toList());
        }
        if (part.getFirst() instanceof Arrival.OfMerge merge && keys.newest(merge) instanceof Arrival.OfMerge) {
            CarryOutMerge.Done done =
                    carryOutMerge.of(merge, !findErased.among(part).ofErased().isEmpty(), now());
            return new Applied(done.treatments(), done.decided().stream().toList());
        }
        Optional<Applied> applied;
        do {
            applied = attempt(part);
        } while (applied.isEmpty());
        return applied.get();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** From the store to the store; absent where somebody else changed the store in the meantime. */
    private Optional<Applied> attempt(List<Arrival> came) {
        List<Arrival> batch = came.stream().map(keys::newest).toList();
        State state = read(came, batch);
        Filing filing = state.filing();
        List<Quarantined> toSeeTo = new ArrayList<>();
        List<Decision> decidedNow = new ArrayList<>(batch.size());
        Instant now = now();
        for (int each = 0; each < batch.size(); each++) {
            Decision decision = state.decided().get(batch.get(each).position());
            if (decision == null) {
                decision = state.judge(batch.get(each), now);
                decidedNow.add(new Decision(kept(came.get(each), decision.arrival()), decision.verdict(), now));
            }
            state.judgement().toSeeTo(decision).ifPresent(toSeeTo::add);
            filing.carryOut(decision);
        }
        boolean written = history.add(decidedNow) && write(filing, toSeeTo);
        return written ? Optional.of(new Applied(filing.touched(), decidedNow)) : Optional.empty();
    }

    /** The history keeps what came; of a patient who was erased, or was to be, it keeps that something came. */
    private static Arrival kept(Arrival came, Arrival judged) {
        return judged instanceof Arrival.Redacted || came instanceof Arrival.OfErasure ? judged : came;
    }

    private boolean write(Filing filing, List<Quarantined> toSeeTo) {
        quarantine.add(toSeeTo);
        if (keys.turns()) {
            // A process that does not know the newest key may have added them while the record was turned.
            quarantine.replace(toSeeTo);
        }
        boolean put = treatments.put(filing.changedTreatments()) && hospitals.put(filing.changedHospitals());
        if (put) {
            index.add(filing.newEntries());
            index.put(filing.changedEntries());
        }
        return put;
    }

    private void note(List<Arrival> batch, Map<Integer, Claim> claims, List<Published> published) {
        Map<Integer, Long> next = new TreeMap<>();
        batch.forEach(arrival ->
                next.merge(arrival.position().partition(), arrival.position().offset() + 1, Math::max));
        Set<Integer> takenOver = new TreeSet<>();
        next.forEach((partition, offset) -> {
            Claim claim = claims.get(partition);
            if (claim == null || !positions.note(claim, offset, published)) {
                takenOver.add(partition);
            }
        });
        if (!takenOver.isEmpty()) {
            throw new Claim.TakenOver(takenOver);
        }
    }

    /**
     * What the batch is judged by. Another process may write meanwhile, and it writes a decision before its effects; so the
     * history is read last, and where it tells of decisions that were not reckoned with, everything is read again.
     */
    private State read(List<Arrival> came, List<Arrival> batch) {
        Map<Position, Decision> reckonedWith = Map.of();
        while (true) {
            Filing filing = read(batch, reckonedWith.values());
            FindErased.Found erased = findErased.among(came);
            Map<Position, Decision> decided = history.of(batch);
            if (decided.keySet().equals(reckonedWith.keySet())) {
                return new State(decided, filing, erased);
            }
            reckonedWith = decided;
        }
    }

    private Filing read(List<Arrival> batch, Collection<Decision> decidedBefore) {
        List<OutcomeEntry> entries = index.find(entryIds(batch));
        Set<String> treatmentIds = new HashSet<>();
        Set<String> hospitalIds = new HashSet<>();
        Stream.of(
                        batch.stream().flatMap(arrival -> arrival.place().stream()),
                        entries.stream().flatMap(ApplyOutcomes::home),
                        decidedBefore.stream().flatMap(decision -> decision.verdict().left().stream()))
                .flatMap(places -> places)
                .forEach(place -> {
                    switch (place) {
                        case Place.OfTreatment treatment -> treatmentIds.add(treatment.id());
                        case Place.OfHospital hospital -> hospitalIds.add(hospital.id());
                    }
                });
        return new Filing(
                entries, treatments.find(treatmentIds), hospitals.find(hospitalIds), findPersons.among(batch), keys);
    }

    private static Set<String> entryIds(List<Arrival> batch) {
        Set<String> ids = new HashSet<>();
        for (Arrival arrival : batch) {
            arrival.hospitalId()
                    .ifPresent(hospitalId -> arrival.outcomeId()
                            .ifPresent(outcomeId -> ids.add(OutcomeEntry.id(hospitalId, outcomeId))));
            if (arrival instanceof Arrival.OfOutcome readable && readable.outcome() instanceof Retraction retraction) {
                ids.add(OutcomeEntry.id(retraction.hospitalId(), retraction.retracts()));
            }
        }
        return ids;
    }

    private static Stream<Place> home(OutcomeEntry entry) {
        return entry.filed() instanceof Filed.In(Place place) ? Stream.of(place) : Stream.empty();
    }

    /** What is decided of the batch, and the part of the record that it touches. */
    private record State(Map<Position, Decision> decided, Filing filing, FindErased.Found erased) {
        /** Of one whose patient was erased nothing is kept, nor of a late retraction: its reason is free text. */
        Decision judge(Arrival arrival, Instant now) {
            Judgement judgement = judgement();
            if (judgement.isOfErased(arrival, erased)) {
                return new Decision(Arrival.Redacted.of(arrival), judgement.of(Arrival.Redacted.of(arrival)), now);
            }
            Arrival kept = judgement.retractsErased(arrival) ? Arrival.Redacted.of(arrival) : arrival;
            return new Decision(kept, judgement.of(arrival), now);
        }

        Judgement judgement() {
            return new Judgement(filing);
        }
    }

    private record Applied(List<? extends Dossier<?>> changed, List<Decision> decidedNow) {}
}
