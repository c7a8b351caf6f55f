package org.hfsregistry.registry.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Regrouping;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/**
 * Makes two ids one person's, or two persons' again. What changes is decided once, and is in the history before anything changes;
 * each step then goes by that, and changes nothing the second time. So it may stop anywhere and be done again by another process.
 * All that came before it in the hospital's order has to be in the record.
 */
@Service
public final class CarryOutMerge {

    private final History history;
    private final Treatments treatments;
    private final OutcomeIndex index;
    private final Quarantine quarantine;
    private final Merges merges;
    private final FindPersons findPersons;
    private final CameOf cameOf;
    private final PseudonymKeys keys;

    /** From these. */
    public CarryOutMerge(
            History history,
            Treatments treatments,
            OutcomeIndex index,
            Quarantine quarantine,
            Merges merges,
            FindPersons findPersons,
            PseudonymKeys keys) {
        this.history = history;
        this.treatments = treatments;
        this.index = index;
        this.quarantine = quarantine;
        this.merges = merges;
        this.findPersons = findPersons;
        this.cameOf = new CameOf(history);
        this.keys = keys;
    }

    /**
     * Decides what changes, where nobody has, and changes it.
     *
     * @param merge as it came, under a key that can be registered
     * @param ofErased whether one of the two was erased; then nothing of either is kept
     */
    public Done of(Arrival.OfMerge merge, boolean ofErased, Instant now) {
        Optional<Decision> before = decided(merge);
        boolean decidedNow = before.isEmpty();
        Decision decision = before.orElseGet(() -> decide(merge, ofErased, now));
        if (decidedNow && !history.add(List.of(decision))) {
            decidedNow = false;
            decision = decided(merge).orElseThrow();
        }
        return new Done(decidedNow ? Optional.of(decision) : Optional.empty(), carryOut(decision, merge.undone()));
    }

    private Optional<Decision> decided(Arrival.OfMerge merge) {
        return Optional.ofNullable(history.of(List.of(merge)).get(merge.position()));
    }

    private Decision decide(Arrival.OfMerge merge, boolean ofErased, Instant now) {
        if (ofErased) {
            return new Decision(Arrival.Redacted.of(merge), new Verdict.NotMerged(Refusal.patientErased()), now);
        }
        return new Decision(merge, new DecideMerge(treatments, cameOf, findPersons, keys).of(newest(merge)), now);
    }

    private Arrival.OfMerge newest(Arrival.OfMerge merge) {
        return merge.of(keys.newest(merge.staying()), keys.newest(merge.merged()));
    }

    private List<Treatment> carryOut(Decision decision, boolean undone) {
        Arrival arrival = decision.arrival();
        return switch (decision.verdict()) {
            case Verdict.Merged merged -> {
                begin(decision, undone, Merge.State.STANDING, merged.treatments(), List.of());
                yield told(arrival, regroup(decision, merged.treatments(), List.of()));
            }
            case Verdict.Parted parted -> {
                begin(decision, undone, Merge.State.DONE, parted.treatments(), parted.leftOut());
                merges.undo(parted.merge());
                List<Treatment> changed = regroup(decision, parted.treatments(), parted.leftOut());
                leaveOut(arrival, parted.leftOut(), decision.decidedAt());
                yield told(arrival, changed);
            }
            case Verdict.NotMerged _ -> {
                begin(decision, undone, Merge.State.WITHOUT_EFFECT, List.of(), List.of());
                yield told(arrival, List.of());
            }
            case Verdict.Quarantined(Refusal refusal) -> {
                // A registry of an earlier version does not know merges, and may have met this one: what it decided
                // stays.
                quarantine.add(List.of(new Quarantined(arrival, refusal, decision.decidedAt())));
                yield List.of();
            }
            case Verdict.Registered _, Verdict.Duplicate _, Verdict.Stale _, Verdict.Retracted _, Verdict.Erased _ ->
                throw new IllegalStateException("no merge was decided at " + arrival.position());
        };
    }

    private void begin(
            Decision decision,
            boolean undone,
            Merge.State state,
            List<Place.OfTreatment> changed,
            List<Verdict.LeftOut> leftOut) {
        merges.add(Merge.of(decision, undone, state, changed.size(), leftOut.size()));
    }

    private List<Treatment> told(Arrival merge, List<Treatment> changed) {
        merges.done(merge.position());
        return changed;
    }

    /**
     * A process of yesterday may come here late. Where another merge of the hospital followed, this one was carried out as a whole;
     * that is looked up after the treatments were read, so that none is put in place that a later one has changed.
     */
    private List<Treatment> regroup(Decision decision, List<Place.OfTreatment> places, List<Verdict.LeftOut> leftOut) {
        Regrouping regrouping =
                new Regrouping(decision.arrival().position(), decision.decidedAt(), places, rename(decision), leftOut);
        Set<String> ids =
                regrouping.places().stream().map(Place.OfTreatment::id).collect(Collectors.toSet());
        List<Treatment> regrouped;
        List<Revised<Treatment>> changed;
        do {
            List<Treatment> stored = treatments.find(ids);
            if (regrouping.rename().isEmpty() || isFollowed(decision.arrival())) {
                return stored;
            }
            regrouped = new ArrayList<>();
            changed = new ArrayList<>();
            for (Treatment treatment : stored) {
                Treatment now = regrouping.of(treatment);
                regrouped.add(now);
                if (now.version() > treatment.version()) {
                    changed.add(new Revised<>(treatment.version(), now));
                }
            }
        } while (!treatments.put(changed));
        return regrouped;
    }

    private boolean isFollowed(Arrival merge) {
        return merges.isFollowed(merge.hospitalId().orElseThrow(), merge.position());
    }

    /** Absent where one of the two was erased since, and all of this was done before. */
    private Optional<Regrouping.Rename> rename(Decision decision) {
        if (!(decision.arrival() instanceof Arrival.OfMerge came)) {
            return Optional.empty();
        }
        Arrival.OfMerge merge = newest(came);
        return Optional.of(findPersons.of(Set.of(merge.mergedIn())).rename(merge));
    }

    /** What counts no longer goes to quarantine, as it came. */
    private void leaveOut(Arrival undoing, List<Verdict.LeftOut> leftOut, Instant at) {
        Map<Position, Arrival> came = new HashMap<>();
        leftOut.stream()
                .map(Verdict.LeftOut::place)
                .distinct()
                .flatMap(place -> cameOf.treatment(place).stream())
                .map(Decision::arrival)
                .forEach(arrival -> came.put(arrival.position(), keys.newest(arrival)));
        Map<String, Verdict.LeftOut> byEntry = new HashMap<>();
        leftOut.stream()
                .filter(left -> came.containsKey(left.position()))
                .forEach(left -> byEntry.put(OutcomeEntry.id(left.place().hospitalId(), left.outcomeId()), left));
        index.put(index.find(byEntry.keySet()).stream()
                .map(entry -> {
                    Verdict.LeftOut left = Objects.requireNonNull(byEntry.get(entry.id()));
                    return entry.leftOut(
                            undoing.position(), Objects.requireNonNull(came.get(left.position())), left.refusal(), at);
                })
                .toList());
        quarantine.add(byEntry.values().stream()
                .map(left -> new Quarantined(Objects.requireNonNull(came.get(left.position())), left.refusal(), at))
                .toList());
    }

    /**
     * What was done.
     *
     * @param decided what was decided now; absent where it was decided before
     * @param treatments that it is about
     */
    public record Done(Optional<Decision> decided, List<Treatment> treatments) {}
}
