package org.hfsregistry.registry.registration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.merging.Persons;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Treatment;

/**
 * Makes documents anew out of decisions, by the code that made them the first time, and apart from the record: what the record
 * has to say, if the decisions are what was decided.
 */
public final class Replay {

    private final Filing filing;
    private final PseudonymKeys keys;
    private long redacted;

    /** Of nothing so far; patients come under the newest of these keys. */
    public Replay(PseudonymKeys keys) {
        this.filing = new Filing(List.of(), List.of(), List.of(), Persons.unmerged(), keys);
        this.keys = keys;
    }

    /**
     * Carries a decision out. Decisions of a hospital have to come in its order, from the first on.
     *
     * @return the documents that it is about
     * @throws org.hfsregistry.registry.arrival.MissingKey where the key of a patient's pseudonym is not known
     * @throws RuntimeException where it can't be what was decided, since what it refers to was not
     */
    public Set<Place> carryOut(Decision decision) {
        Decision underNewest = new Decision(keys.newest(decision.arrival()), decision.verdict(), decision.decidedAt());
        filing.carryOut(underNewest);
        if (underNewest.arrival() instanceof Arrival.Redacted) {
            redacted++;
        }
        return about(underNewest).collect(Collectors.toSet());
    }

    /** What the decisions make of a document; one that says nothing where none is about it. */
    public Dossier<?> dossier(Place place) {
        return filing.dossier(place);
    }

    /** The documents that the decisions are about. */
    public Collection<Place> places() {
        return filing.touchedPlaces();
    }

    /** A stored document as it is to be held against what the decisions make of it. */
    public Dossier<?> underNewest(Dossier<?> stored) {
        return stored instanceof Treatment treatment ? treatment.underNewest(keys) : stored;
    }

    /** At most so many versions of a document are of turns to newer keys, and of no decision. */
    public int mostTurns() {
        return keys.chain().names().size() - 1;
    }

    /** At most so many versions of a document are of decisions of which nothing is left but that there was one. */
    public long redacted() {
        return redacted;
    }

    private static Stream<Place> about(Decision decision) {
        return switch (decision.verdict()) {
            case Verdict.Registered(Optional<Place> takenFrom) ->
                Stream.concat(decision.arrival().place().stream(), takenFrom.stream());
            case Verdict.Retracted(Optional<Place> markedIn) -> markedIn.stream();
            case Verdict.Erased erased -> erased.treatments().stream().map(place -> place);
            case Verdict.Merged merged -> merged.treatments().stream().map(place -> place);
            case Verdict.Parted parted ->
                Stream.concat(
                        parted.treatments().stream(), parted.leftOut().stream().map(Verdict.LeftOut::place));
            case Verdict.Duplicate _, Verdict.Stale _, Verdict.Quarantined _, Verdict.NotMerged _ -> Stream.empty();
        };
    }
}
