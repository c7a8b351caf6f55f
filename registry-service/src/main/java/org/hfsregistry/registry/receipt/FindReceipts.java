package org.hfsregistry.registry.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Status;
import org.springframework.stereotype.Service;

/** Looks receipts up, and says of each from when on numbers reckon with it. */
@Service
public final class FindReceipts {

    private final OutcomeIndex outcomes;
    private final FollowedLog log;

    /** Of these entries and this log. */
    public FindReceipts(OutcomeIndex outcomes, FollowedLog log) {
        this.outcomes = outcomes;
        this.log = log;
    }

    /** Those of a hospital's outcomes that have arrived, in the order asked; an outcome that is asked for twice comes once. */
    public List<Found> of(String hospitalId, List<String> outcomeIds) {
        Set<String> ids = outcomeIds.stream()
                .map(outcomeId -> OutcomeEntry.id(hospitalId, outcomeId))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, OutcomeEntry> entries =
                outcomes.find(ids).stream().collect(Collectors.toMap(OutcomeEntry::id, Function.identity()));
        Set<Integer> partitions = entries.values().stream()
                .flatMap(entry -> entry.reckonedWith().stream())
                .map(Position::partition)
                .collect(Collectors.toSet());
        Map<String, OutcomeEntry> retracted = retracted(entries.values());
        Map<Integer, Followed> followed = partitions.isEmpty() ? Map.of() : log.of(partitions);
        List<Found> found = new ArrayList<>();
        for (String id : ids) {
            OutcomeEntry entry = entries.get(id);
            if (entry != null) {
                entry.receipt()
                        .map(receipt -> awaited(entry, retracted)
                                .map(receipt::waitingFor)
                                .orElse(receipt))
                        .ifPresent(receipt -> found.add(new Found(entry, receipt, countedFrom(entry, followed))));
            }
        }
        return found;
    }

    /** What the retractions among the entries name. */
    private Map<String, OutcomeEntry> retracted(Collection<OutcomeEntry> entries) {
        Set<String> ids = entries.stream()
                .flatMap(entry -> retracts(entry).stream())
                .map(retraction -> OutcomeEntry.id(retraction.hospitalId(), retraction.retracts()))
                .collect(Collectors.toSet());
        return outcomes.find(ids).stream().collect(Collectors.toMap(OutcomeEntry::id, Function.identity()));
    }

    /** The outcomeId that a retraction names in vain until now. */
    private static Optional<String> awaited(OutcomeEntry entry, Map<String, OutcomeEntry> retracted) {
        return retracts(entry)
                .filter(retraction -> Optional.ofNullable(
                                retracted.get(OutcomeEntry.id(retraction.hospitalId(), retraction.retracts())))
                        .flatMap(OutcomeEntry::receipt)
                        .filter(receipt -> receipt.status() == Status.RETRACTED)
                        .isEmpty())
                .map(Retraction::retracts);
    }

    private static Optional<Retraction> retracts(OutcomeEntry entry) {
        return entry.filed() instanceof Filed.AsRetraction(Retraction retraction)
                ? Optional.of(retraction)
                : Optional.empty();
    }

    /**
     * What is published before the position is noted; so what lies below the noted position is published, and no further
     * than is noted beside it.
     */
    private static Optional<List<Published>> countedFrom(OutcomeEntry entry, Map<Integer, Followed> followed) {
        return entry.reckonedWith()
                .flatMap(position -> Optional.ofNullable(followed.get(position.partition()))
                        .filter(partition -> position.offset() < partition.next())
                        .map(Followed::published));
    }

    /**
     * A receipt.
     *
     * @param countedFrom numbers that were made of all that is published up to there reckon with what the receipt says;
     *     absent where that can't be said yet, and of what could not be registered
     */
    public record Found(OutcomeEntry entry, Receipt receipt, Optional<List<Published>> countedFrom) {}
}
