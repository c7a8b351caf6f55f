package org.hfsregistry.registry.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.MissingKey;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Census;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.DecisionsInOrder;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.history.Recorded;
import org.hfsregistry.registry.merging.HeldMerges;
import org.hfsregistry.registry.merging.KeptMerges;
import org.hfsregistry.registry.proof.Finding.What;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.registration.Replay;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Kept;
import org.hfsregistry.registry.treatment.KeptDossiers;
import org.jspecify.annotations.Nullable;

/**
 * Holds the documents and the merges of some hospitals against what the history makes of them, while the registry goes on.
 *
 * <p>A decision is in the history before its effects are in a document, and below the noted position all effects are in. So the
 * position is read first, then the documents, then the history: a document is right if it is what the decisions up to the
 * position make of it, and any number of those that follow.
 */
final class RecordProof {

    private static final Pattern MERGE = Pattern.compile("([0-9]{5})-([0-9]{1,18}|0[0-9]{18})");

    private final Journal journal;
    private final Census census;
    private final FollowedLog followedLog;
    private final KeptDossiers keptDossiers;
    private final KeptMerges keptMerges;
    private final Map<String, List<KeptMerges.Kept>> first;
    private final PseudonymKeys keys;
    private final Account account;

    RecordProof(
            Journal journal,
            Census census,
            FollowedLog followedLog,
            KeptDossiers keptDossiers,
            KeptMerges keptMerges,
            PseudonymKeys keys,
            Account account) {
        this.journal = journal;
        this.census = census;
        this.followedLog = followedLog;
        this.keptDossiers = keptDossiers;
        this.keptMerges = keptMerges;
        this.first = keptMerges.all();
        this.keys = keys;
        this.account = account;
    }

    /**
     * Says what is wrong with some hospitals, and gives all that was compared. Where a patient was erased meanwhile, the documents may have been read
     * before and the history after: then what seems wrong is looked at once more. So it is with merges, all of which are read in the
     * beginning: they are few, and a store that has no index looks through all of them for each question.
     */
    Compared prove(Set<String> group) {
        Compared compared = compare(group, first(group));
        if (compared.findings().stream().anyMatch(Finding::isOfMerge)) {
            compared = compare(group, keptMerges.of(group));
        }
        Set<Position> erasures = Set.of();
        while (!compared.findings().isEmpty() && !erasures.containsAll(compared.erasures())) {
            erasures = compared.erasures();
            compared = compare(group, keptMerges.of(group));
        }
        account.documents(compared.kept().size());
        compared.findings().forEach(account::found);
        return compared;
    }

    /** The hospitals of which there are merges. */
    Set<String> merging() {
        return first.keySet();
    }

    private List<KeptMerges.Kept> first(Set<String> group) {
        return group.stream()
                .flatMap(hospitalId -> first.getOrDefault(hospitalId, List.of()).stream())
                .toList();
    }

    private Compared compare(Set<String> group, List<KeptMerges.Kept> merges) {
        List<Finding> findings = new ArrayList<>();
        Set<Position> erasures = new HashSet<>();
        Map<Integer, Followed> followed = followedLog.all();
        followed.forEach((partition, each) -> census.walk(partition, each.next()));
        Map<Place, Kept> kept = keptDossiers.of(group).stream().collect(Collectors.toMap(Kept::place, each -> each));
        Map<Integer, Long> noted = noted(group, kept.values(), merges, followed);
        HeldMerges held = new HeldMerges(merges, noted);
        Replay replay = new Replay(keys);
        DecisionsInOrder before = new DecisionsInOrder();
        noted.forEach(
                (partition, next) -> before.add(journal, group, partition, census.offsets(group, partition, next)));
        Set<Position> whole = new HashSet<>();
        before.forEachRemaining(recorded -> {
            recorded.decision().ifPresent(held::carryOut);
            recorded.decision().ifPresent(decision -> proveErased(decision, whole, findings));
            carryOut(recorded, replay, findings);
        });
        held.settle();
        Set<Place> unlike = new HashSet<>(kept.keySet());
        unlike.addAll(replay.places());
        unlike.removeIf(place -> isAsReplayed(kept.get(place), replay.dossier(place), replay));
        DecisionsInOrder since = new DecisionsInOrder();
        noted.forEach((partition, next) ->
                since.add(journal, group, partition, LongStream.range(next, journal.endOf(partition, next))));
        since.forEachRemaining(recorded -> {
            if (isErasure(recorded)) {
                erasures.add(recorded.position());
            }
            recorded.decision().ifPresent(held::carryOutSince);
            carryOut(recorded, replay, findings)
                    .forEach(place -> removeIfAsReplayed(unlike, place, kept.get(place), replay));
        });
        unlike.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(place -> findings.add(finding(place, Optional.ofNullable(kept.get(place)), replay)));
        held.unlike().forEach(each -> findings.add(finding(each)));
        return new Compared(kept, unlike, replay, findings, erasures);
    }

    /** How far each partition was followed that has something of these. */
    private Map<Integer, Long> noted(
            Set<String> group, Collection<Kept> kept, List<KeptMerges.Kept> merges, Map<Integer, Followed> followed) {
        Map<Integer, Long> noted = new TreeMap<>();
        Stream.of(
                        census.partitions(group).stream(),
                        kept.stream().flatMap(RecordProof::partitions),
                        merges.stream()
                                .flatMap(merge -> position(merge.id()).stream().map(Position::partition)))
                .flatMap(partitions -> partitions)
                .forEach(partition -> noted.put(
                        partition,
                        Optional.ofNullable(followed.get(partition))
                                .map(Followed::next)
                                .orElse(0L)));
        return noted;
    }

    private static Finding finding(HeldMerges.Unlike merge) {
        What what = merge.isKept() ? merge.isDecided() ? What.MERGE_DIFFERS : What.MERGE_ADDED : What.MERGE_MISSING;
        return Finding.ofMerge(what, position(merge.id()), merge.hospitalId(), "of a merge: " + merge.how());
    }

    /** Absent where a merge has a key that no registry gives. */
    private static Optional<Position> position(String id) {
        Matcher parts = MERGE.matcher(id);
        return parts.matches()
                ? Optional.of(new Position(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    private static void removeIfAsReplayed(Set<Place> unlike, Place place, @Nullable Kept kept, Replay replay) {
        if (unlike.contains(place) && isAsReplayed(kept, replay.dossier(place), replay)) {
            unlike.remove(place);
        }
    }

    /** Of what an erasure names nothing is left; what was put back has the hash by which it is sealed. */
    private static void proveErased(Decision decision, Set<Position> whole, List<Finding> findings) {
        if (!(decision.arrival() instanceof Arrival.Redacted)) {
            whole.add(decision.arrival().position());
        }
        if (decision.verdict() instanceof Verdict.Erased erased) {
            erased.entries().stream()
                    .filter(whole::contains)
                    .forEach(entry -> findings.add(Finding.ofEntry(
                            What.ENTRY_ALTERED,
                            entry,
                            decision.arrival().hospitalId().map(Place.OfHospital::new),
                            "the entry says again what the erasure at %s took out of it: it was restored; erase again"
                                    .formatted(decision.arrival().position().key()))));
        }
    }

    private static boolean isErasure(Recorded recorded) {
        return recorded.decision()
                .filter(decision -> decision.verdict() instanceof Verdict.Erased)
                .isPresent();
    }

    /** Where the history of a document is that came after the history was gone through. */
    private static Stream<Integer> partitions(Kept kept) {
        return kept.dossier().stream()
                .flatMap(dossier -> Stream.concat(
                        dossier.counting().stream().map(Reported::position),
                        dossier.withdrawn().stream().map(Withdrawn::position)))
                .map(Position::partition);
    }

    private static Set<Place> carryOut(Recorded recorded, Replay replay, List<Finding> findings) {
        if (recorded.decision().isEmpty()) {
            findings.add(Finding.ofEntry(
                    What.ENTRY_UNREADABLE, recorded.position(), Optional.empty(), "the entry can't be read"));
            return Set.of();
        }
        try {
            return replay.carryOut(recorded.decision().get());
        } catch (MissingKey e) {
            throw e;
        } catch (RuntimeException e) {
            findings.add(Finding.ofEntry(
                    What.ENTRY_UNREADABLE,
                    recorded.position(),
                    Optional.empty(),
                    "what was decided can't be carried out: it refers to what the history does not say"));
            return Set.of();
        }
    }

    private static boolean isAsReplayed(@Nullable Kept kept, Dossier<?> replayed, Replay replay) {
        if (kept == null) {
            return saysNothing(replayed);
        }
        return kept.dossier()
                .filter(_ -> kept.isFoundByItsContent())
                .filter(stored -> stored.version() == kept.version() && stored.version() >= replayed.version())
                .filter(stored -> isSame(stored, replayed, replay))
                .isPresent();
    }

    private static boolean isSame(Dossier<?> stored, Dossier<?> replayed, Replay replay) {
        if (saysNothing(stored) && saysNothing(replayed)) {
            return true;
        }
        try {
            return replay.underNewest(stored).asVersion(0).equals(replayed.asVersion(0));
        } catch (MissingKey e) {
            return false;
        }
    }

    private static boolean saysNothing(Dossier<?> dossier) {
        return dossier.counting().isEmpty() && dossier.withdrawn().isEmpty() && !dossier.isErased();
    }

    private static Finding finding(Place place, Optional<Kept> kept, Replay replay) {
        Dossier<?> replayed = replay.dossier(place);
        if (kept.isEmpty()) {
            return Finding.ofDocument(What.DOCUMENT_MISSING, place, "the history makes a document that is not there");
        }
        if (saysNothing(replayed)) {
            return Finding.ofDocument(
                    What.DOCUMENT_ADDED, place, "the document is there, and the history knows nothing of it");
        }
        return Finding.ofDocument(What.DOCUMENT_DIFFERS, place, kept.get().difference(replayed));
    }

    /**
     * What was compared.
     *
     * @param unlike the places of which the store says something else than the history
     * @param erasures where patients were erased after the noted position
     */
    record Compared(
            Map<Place, Kept> kept, Set<Place> unlike, Replay replay, List<Finding> findings, Set<Position> erasures) {}
}
