package org.hfsregistry.registry.treatment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;

/**
 * A document of outcomes, and the rules by which they count in it; they are the same for a treatment and for a hospital.
 *
 * <p>A dossier is a value. Each change of it leaves the position of the arrival that made it, so a dossier knows what it
 * has seen, and the same change made again changes nothing.
 *
 * @param <O> what is reported here
 */
public sealed interface Dossier<O extends Outcome> permits Treatment, Hospital {

    /**
     * More outcomes and marks than this no document holds: with the longest outcomes it still fits a Kafka record, so one
     * that grows without end can't stop the log for others.
     */
    int MOST_OUTCOMES = 200;

    /** Which document it is. */
    Place place();

    /** How many arrivals changed it; 0 where it is not in the store. */
    long version();

    /** What counts, by outcomeId. */
    List<Reported<O>> counting();

    /** What does not count here any more, by outcomeId. */
    List<Withdrawn> withdrawn();

    /** The next version. */
    Dossier<O> next(Instant changedAt, List<Reported<O>> counting, List<Withdrawn> withdrawn);

    /** The same, as another version. */
    Dossier<O> asVersion(long version);

    /** Whether it was erased with its patient; then nothing is ever filed here again. */
    boolean isErased();

    /** Why an outcome can't be one of this document. */
    Optional<Refusal> contradiction(O outcome);

    /** Whether there is no room for an outcome that has no place here yet. */
    default boolean isFullFor(String outcomeId) {
        return counting().size() + withdrawn().size() >= MOST_OUTCOMES
                && find(outcomeId).isEmpty()
                && withdrawn().stream().noneMatch(mark -> mark.outcomeId().equals(outcomeId));
    }

    /** What is to be said of another arrival of an outcome that counts here; absent where it is a higher revision. */
    default Optional<Verdict> known(Outcome outcome) {
        return find(outcome.outcomeId()).flatMap(reported -> Verdict.besides(reported.outcome(), outcome));
    }

    /** With an outcome that counts; the earlier revision of it goes. */
    default Dossier<O> with(Reported<O> reported) {
        if (isErased() || hasSeen(reported.position())) {
            return this;
        }
        String outcomeId = reported.outcome().outcomeId();
        List<Reported<O>> counts = othersCounting(outcomeId);
        counts.add(reported);
        counts.sort(Comparator.comparing(each -> each.outcome().outcomeId()));
        return next(reported.registeredAt(), counts, othersWithdrawn(outcomeId));
    }

    /**
     * Without an outcome, and with the mark that says why.
     *
     * @param at the arrival on which the mark is set; a retraction that came before its outcome is marked when that comes
     */
    default Dossier<O> without(Withdrawn mark, Position at, Instant changedAt) {
        if (isErased() || hasSeen(at) || withdrawn().contains(mark)) {
            return this;
        }
        List<Withdrawn> marks = othersWithdrawn(mark.outcomeId());
        marks.add(mark);
        marks.sort(Comparator.comparing(Withdrawn::outcomeId));
        return next(changedAt, othersCounting(mark.outcomeId()), marks);
    }

    /** The outcome that counts under this id. */
    private Optional<Reported<O>> find(String outcomeId) {
        return counting().stream()
                .filter(reported -> reported.outcome().outcomeId().equals(outcomeId))
                .findFirst();
    }

    private boolean hasSeen(Position position) {
        return Stream.concat(
                        counting().stream().map(Reported::position),
                        withdrawn().stream().map(Withdrawn::position))
                .anyMatch(seen -> seen.partition() == position.partition() && seen.offset() >= position.offset());
    }

    private List<Reported<O>> othersCounting(String outcomeId) {
        List<Reported<O>> others = new ArrayList<>(counting());
        others.removeIf(reported -> reported.outcome().outcomeId().equals(outcomeId));
        return others;
    }

    private List<Withdrawn> othersWithdrawn(String outcomeId) {
        List<Withdrawn> others = new ArrayList<>(withdrawn());
        others.removeIf(mark -> mark.outcomeId().equals(outcomeId));
        return others;
    }
}
