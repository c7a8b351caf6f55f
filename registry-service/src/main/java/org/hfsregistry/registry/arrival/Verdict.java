package org.hfsregistry.registry.arrival;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;

/** What the registry decided of an arrival. It is decided once, from all that came before in the hospital's order. */
public sealed interface Verdict {

    /** In one word. */
    default Status status() {
        return switch (this) {
            case Registered _, Merged _, Parted _ -> Status.REGISTERED;
            case Duplicate _, Stale _, NotMerged _ -> Status.DUPLICATE;
            case Retracted _, Erased _ -> Status.RETRACTED;
            case Quarantined _ -> Status.QUARANTINED;
        };
    }

    /** In a sentence, where there is more to say. */
    default Optional<String> reason() {
        return switch (this) {
            case Registered _, Retracted _, Erased _, Merged _, Parted _ -> Optional.empty();
            case Duplicate _ -> Optional.of("this revision is registered already, with the same content");
            case Stale(int registeredRevision) ->
                Optional.of(
                        "revision " + registeredRevision + " was registered before and a lower one changes nothing");
            case Quarantined(Refusal refusal) -> Optional.of(refusal.message() + "; " + refusal.remedy());
            case NotMerged(Refusal refusal) -> Optional.of(refusal.message() + "; " + refusal.remedy());
        };
    }

    /**
     * It counts from now on.
     *
     * @param takenFrom the document that an outcome leaves: because a higher revision names another place, or because this
     *     is its retraction
     */
    record Registered(Optional<Place> takenFrom) implements Verdict {}

    /** The same content is registered under the same revision. */
    record Duplicate() implements Verdict {}

    /** A higher revision is registered, or was until it was left out. */
    record Stale(int registeredRevision) implements Verdict {}

    /**
     * A retraction took it away, now or before it came.
     *
     * @param markedIn the document that is to say so: the one that the outcome would have been filed in; absent where
     *     another says it already
     */
    record Retracted(Optional<Place> markedIn) implements Verdict {}

    /** It can't be registered, and somebody has to look at it. */
    record Quarantined(Refusal refusal) implements Verdict {}

    /**
     * Its patient is erased.
     *
     * @param treatments of the patient and of nobody else
     * @param entries where in the log the patient's outcomes stand, and what retracted and merged them
     * @param sameAs the other ids that are the patient's since they were merged
     */
    record Erased(List<Place.OfTreatment> treatments, List<Position> entries, List<PatientMark> sameAs)
            implements Verdict {
        /** Takes copies. */
        public Erased {
            treatments = List.copyOf(treatments);
            entries = List.copyOf(entries);
            sameAs = List.copyOf(sameAs);
        }
    }

    /**
     * Two ids are one person's from now on.
     *
     * @param treatments of the id that goes; they come under the one that stays
     */
    record Merged(List<Place.OfTreatment> treatments) implements Verdict {
        /** Takes a copy. */
        public Merged {
            treatments = List.copyOf(treatments);
        }
    }

    /**
     * Two ids are two persons' again.
     *
     * @param merge that is undone, where it stands in the log
     * @param treatments that come under the id that had gone
     * @param leftOut what counts no longer, since it came under the id of the other one
     */
    record Parted(Position merge, List<Place.OfTreatment> treatments, List<LeftOut> leftOut) implements Verdict {
        /** Takes copies. */
        public Parted {
            treatments = List.copyOf(treatments);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** A merge, or the undoing of one, that changes nothing. */
    record NotMerged(Refusal refusal) implements Verdict {}

    /**
     * An outcome that does not count any more in the treatment of one who is another person.
     *
     * @param position where it stands in the log
     * @param beside an outcome that counts there
     */
    record LeftOut(Place.OfTreatment place, String outcomeId, int revision, Position position, String beside) {
        /** What its hospital is told. */
        public Refusal refusal() {
            return Refusal.contradiction("patientId", place.treatmentId(), beside);
        }
    }

    /** The place that an outcome left by it, or was marked in; its entry may have forgotten it since. */
    default Optional<Place> left() {
        return switch (this) {
            case Registered(Optional<Place> takenFrom) -> takenFrom;
            case Retracted(Optional<Place> markedIn) -> markedIn;
            case Duplicate _, Stale _, Quarantined _, Erased _, Merged _, Parted _, NotMerged _ -> Optional.empty();
        };
    }

    /** What is left of it where the patient was erased: the same, but for words that may tell of other outcomes. */
    default Verdict redacted() {
        return this instanceof Quarantined ? new Quarantined(Refusal.patientErased()) : this;
    }

    /**
     * The rule of revisions: what is to be said of an outcome beside the one that is registered under its id. Absent where it
     * is a higher revision.
     */
    static Optional<Verdict> besides(Outcome registered, Outcome arrived) {
        if (arrived.revision() > registered.revision()) {
            return Optional.empty();
        }
        if (arrived.revision() < registered.revision()) {
            return Optional.of(new Stale(registered.revision()));
        }
        return Optional.of(
                arrived.equals(registered)
                        ? new Duplicate()
                        : new Quarantined(Refusal.conflict(arrived.outcomeId(), arrived.revision())));
    }
}
