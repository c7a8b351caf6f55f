package org.hfsregistry.registry.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.Fingerprint;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.proof.Finding.What;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;

/** Holds the seals against one another, against those that were written down elsewhere, and the history against the seals. */
final class HistoryProof {

    private static final int SEALS_AT_ONCE = 20;

    private final Journal journal;
    private final Seals seals;
    private final Map<Integer, Map<Long, List<Head>>> known = new HashMap<>();
    private final List<Gap> lost;
    private final Map<Integer, Long> counted = new HashMap<>();
    private final Map<Integer, Long> reached = new HashMap<>();
    private final Map<Position, List<Fingerprint>> erased = new LinkedHashMap<>();
    private final Account account;

    HistoryProof(Journal journal, Seals seals, WrittenDown known, Account account) {
        this.journal = journal;
        this.seals = seals;
        this.account = account;
        this.lost = known.lost();
        known.heads()
                .forEach(head -> this.known
                        .computeIfAbsent(head.partition(), _ -> new HashMap<>())
                        .computeIfAbsent(head.number(), _ -> new ArrayList<>())
                        .add(head));
    }

    /** @param noted up to where the partition was followed when the proof began */
    void prove(int partition, long noted) {
        counted.put(partition, noted);
        Map<Long, List<Head>> knownHere = known.getOrDefault(partition, Map.of());
        Gap.Search gaps = new Gap.Search(partition);
        Optional<Seal> last = Optional.empty();
        boolean gap = false;
        long number = 1;
        while (true) {
            Map<Long, Seal> found = seals.of(partition, number, number + SEALS_AT_ONCE);
            for (Optional<Seal> seal = at(number, found); seal.isPresent(); seal = at(number, found)) {
                prove(seal.get(), last, gap, noted, gaps);
                prove(knownHere.getOrDefault(number, List.of()), seal.get());
                last = seal;
                gap = false;
                number++;
            }
            if (found.size() == SEALS_AT_ONCE) {
                continue;
            }
            OptionalLong next = seals.numberAfter(partition, number - 1);
            if (next.isEmpty()) {
                break;
            }
            long upTo = next.getAsLong() > number ? next.getAsLong() : afterUnreadable(partition, number);
            gap |= upTo > number;
            number = sayMissing(partition, number, upTo);
        }
        last.ifPresent(seal -> account.head(seal.head()));
        sayUnknown(knownHere, number);
        long sealed = last.map(Seal::to).orElse(0L);
        countUnsealed(partition, sealed, noted, gaps);
        long end = Math.max(noted, last.filter(Seal::isIntact).isPresent() ? sealed : 0);
        reached.put(partition, end);
        gaps.reach(end);
        sayGaps(gaps.found());
    }

    private void sayGaps(List<Gap> gaps) {
        gaps.stream()
                .filter(gap -> lost.stream().noneMatch(gap::isWithin))
                .forEach(gap -> account.found(Finding.ofKey(
                        What.ENTRY_MISSING,
                        Optional.of(new Position(gap.partition(), gap.first())),
                        ("nothing stands, or was sealed, at the offsets %d to %d: deleted before they were sealed, or lost before they"
                                        + " were followed; if that loss is known, write '%s' down among the seals")
                                .formatted(gap.first(), gap.last(), gap))));
    }

    private static Optional<Seal> at(long number, Map<Long, Seal> seals) {
        return Optional.ofNullable(seals.get(number));
    }

    /** The next number, where there is a seal that can't be read; the same, where it was added just now. */
    private long afterUnreadable(int partition, long number) {
        return seals.of(partition, number, number + 1).isEmpty() ? number + 1 : number;
    }

    private long sayMissing(int partition, long from, long to) {
        if (from < to) {
            account.found(Finding.ofSeals(
                    What.SEAL_MISSING,
                    "of partition %d the seals %d to %d are not there, or can't be read"
                            .formatted(partition, from, to - 1)));
        }
        return to;
    }

    private void sayUnknown(Map<Long, List<Head>> knownHere, long end) {
        knownHere.forEach((number, heads) -> {
            if (number >= end) {
                heads.forEach(head -> account.found(Finding.ofSeals(
                        What.KNOWN_SEAL_MISSING,
                        "seal %s is not there: the end of the history was cut off, or an older state was restored"
                                .formatted(head))));
            }
        });
    }

    private void prove(List<Head> known, Seal seal) {
        known.stream()
                .filter(head -> !head.equals(seal.head()))
                .forEach(head -> account.found(Finding.ofSeals(
                        What.KNOWN_SEAL_DIFFERS,
                        "seal %s is another here: %s; what it seals was sealed anew".formatted(head, seal.hash()))));
    }

    /** @param gap whether seals between this one and the one before are not known */
    private void prove(Seal seal, Optional<Seal> before, boolean gap, long noted, Gap.Search gaps) {
        account.sealChecked();
        if (!seal.isIntact()) {
            account.found(Finding.ofSeals(
                    What.SEAL_ALTERED,
                    "seal %d of partition %d is not what was hashed".formatted(seal.number(), seal.partition())));
        }
        long reached = before.map(Seal::to).orElse(0L);
        if (gap) {
            countUnsealed(seal.partition(), reached, Math.min(seal.from(), noted), gaps);
        } else if (!seal.previous().equals(before.map(Seal::hash).orElse(Seal.NOTHING)) || seal.from() != reached) {
            account.found(Finding.ofSeals(
                    What.SEAL_ALTERED,
                    "seal %d of partition %d does not continue the seal before it"
                            .formatted(seal.number(), seal.partition())));
        }
        proveEntries(seal, seal.isIntact() ? seal.to() : Math.min(seal.to(), noted), gaps);
    }

    private void proveEntries(Seal seal, long to, Gap.Search gaps) {
        Map<Long, String> sealed = new HashMap<>();
        LongStream.Builder stands = LongStream.builder();
        seal.entries().forEach(entry -> {
            sealed.put(entry.offset(), entry.contentHash());
            stands.add(entry.offset());
        });
        for (long at = seal.from(); at < to; at += Journal.MOST_OFFSETS) {
            List<Fingerprint> there =
                    journal.fingerprints(seal.partition(), at, Math.min(to, at + Journal.MOST_OFFSETS));
            for (Fingerprint entry : there) {
                stands.add(entry.position().offset());
                prove(entry, Optional.ofNullable(sealed.remove(entry.position().offset())));
                entry.erasedBy()
                        .ifPresent(erasure -> erased.computeIfAbsent(erasure, _ -> new ArrayList<>())
                                .add(entry));
            }
            account.sealedEntries(there.size());
        }
        gaps.stands(stands.build());
        sealed.keySet().stream()
                .sorted()
                .forEach(offset -> account.found(Finding.ofEntry(
                        What.ENTRY_MISSING,
                        new Position(seal.partition(), offset),
                        Optional.empty(),
                        "the entry was sealed by seal %d and is not there".formatted(seal.number()))));
    }

    private void prove(Fingerprint entry, Optional<String> sealed) {
        if (sealed.isEmpty()) {
            account.found(Finding.ofEntry(
                    What.ENTRY_ADDED, entry.position(), place(entry), "the entry was not there when it was sealed"));
        } else if (!sealed.get().equals(entry.contentHash())) {
            account.found(Finding.ofEntry(
                    What.ENTRY_ALTERED, entry.position(), place(entry), "the entry is not the one that was sealed"));
        }
    }

    /**
     * Proves what was redacted. Who redacts an entry has to name an erasure of its hospital that names it, and that stands where
     * seals prove it, too, or count it as one that is not sealed yet.
     *
     * @param followed how far partitions are followed now: an erasure may have been carried out while the proof went on
     */
    void proveErased(Map<Integer, Followed> followed) {
        erased.forEach((erasure, entries) -> {
            Optional<Decision> decided = Optional.ofNullable(followed.get(erasure.partition()))
                    .filter(partition -> erasure.offset() < partition.next())
                    .flatMap(_ -> journal.at(erasure));
            if (decided.isPresent() && erasure.offset() >= counted.getOrDefault(erasure.partition(), 0L)) {
                account.unsealedEntries(1);
            }
            entries.forEach(entry -> proveErased(entry, decided));
        });
    }

    private void proveErased(Fingerprint entry, Optional<Decision> erasure) {
        if (erasure.filter(decision -> erases(decision, entry)).isPresent()) {
            account.entryErased();
        } else {
            account.found(Finding.ofEntry(
                    What.ENTRY_ALTERED,
                    entry.position(),
                    place(entry),
                    "the entry says that its patient was erased, and no erasure in the hospital's order says so"));
        }
    }

    private static boolean erases(Decision decision, Fingerprint entry) {
        return decision.verdict() instanceof Verdict.Erased erased
                && decision.arrival().hospitalId().equals(entry.hospitalId())
                && erased.entries().contains(entry.position());
    }

    /**
     * Says which entries were not met, since nobody asks for their keys: whoever adds one there is met by readers all the same.
     *
     * @param followedLog is asked again at the end: the registry goes on meanwhile
     */
    void proveKeys(FollowedLog followedLog) {
        List<Position> beyond = new ArrayList<>();
        try (Stream<Journal.Key> keys = journal.keys()) {
            keys.forEach(key -> {
                if (key.position().isEmpty()) {
                    account.found(Finding.ofKey(
                            What.ENTRY_ADDED, key.position(), "an entry has a key that is no position: " + key.text()));
                }
                key.position().filter(this::isBeyond).ifPresent(beyond::add);
            });
        }
        Map<Integer, Long> ends = new HashMap<>();
        followedLog
                .all()
                .forEach((partition, followed) -> ends.put(partition, journal.endOf(partition, followed.next())));
        beyond.stream()
                .filter(position -> position.offset() >= ends.getOrDefault(position.partition(), 0L))
                .forEach(position -> account.found(Finding.ofKey(
                        What.ENTRY_ADDED, Optional.of(position), "the entry stands where the log was not followed")));
    }

    /** Up to where there are entries of each partition that was proved. */
    Map<Integer, Long> reached() {
        return Collections.unmodifiableMap(reached);
    }

    private boolean isBeyond(Position position) {
        return position.offset() >= reached.getOrDefault(position.partition(), 0L);
    }

    private void countUnsealed(int partition, long from, long noted, Gap.Search gaps) {
        for (long at = from; at < noted; at += Journal.MOST_OFFSETS) {
            List<Fingerprint> there = journal.fingerprints(partition, at, Math.min(noted, at + Journal.MOST_OFFSETS));
            gaps.stands(there.stream().mapToLong(entry -> entry.position().offset()));
            account.unsealedEntries(there.size());
        }
    }

    private static Optional<Place> place(Fingerprint entry) {
        return entry.hospitalId()
                .flatMap(hospitalId ->
                        entry.treatmentId().map(treatmentId -> new Place.OfTreatment(hospitalId, treatmentId)));
    }
}
