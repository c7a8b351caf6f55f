package org.hfsregistry.registry.receipt;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;

/**
 * What is known of one outcomeId of a hospital. An entry is a value, and knows which arrivals it has seen, so that the same
 * change made again changes nothing.
 *
 * @param seen the last arrival that touched it; absent where none did
 * @param registered the revision of it that was registered last; absent where none was
 * @param retracted whether a retraction names it, which may come before the outcome itself
 * @param lastArrival what became of its last arrival; absent until it arrives
 */
public record OutcomeEntry(
        String hospitalId,
        String outcomeId,
        Optional<Position> seen,
        Filed filed,
        Optional<Counting> registered,
        Optional<Retracted> retracted,
        Optional<Receipt> lastArrival) {

    /** Of an outcomeId that was never named. */
    public static OutcomeEntry unknown(String hospitalId, String outcomeId) {
        return new OutcomeEntry(
                hospitalId,
                outcomeId,
                Optional.empty(),
                new Filed.Nowhere(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The key in the store. */
    public String id() {
        return id(hospitalId, outcomeId);
    }

    /** The key in the store. */
    public static String id(String hospitalId, String outcomeId) {
        return hospitalId + "/" + outcomeId;
    }

    /** What the hospital is told; absent until the outcome arrives. */
    public Optional<Receipt> receipt() {
        return lastArrival.map(
                receipt -> isRetracted() ? receipt.retracted(retracted.orElseThrow()) : receipt.beside(registered));
    }

    /** The revision that counts, whatever became of the last arrival; absent where none does. */
    public Optional<Counting> counts() {
        return isRetracted() ? Optional.empty() : registered;
    }

    /**
     * The arrival that numbers must reckon with before they reckon with what the receipt says: the one that counts, or the
     * retraction. Absent where the last arrival could not be registered, since no number will ever reckon with that.
     */
    public Optional<Position> reckonedWith() {
        if (filed instanceof Filed.Erased(Position by, Instant _, Optional<Counting> _)) {
            return lastArrival
                    .filter(receipt -> receipt.status() == Status.RETRACTED)
                    .map(_ -> by);
        }
        if (isRetracted()) {
            return retracted.map(Retracted::position);
        }
        return lastArrival
                .filter(receipt -> receipt.status() != Status.QUARANTINED)
                .flatMap(_ -> registered.map(Counting::position));
    }

    /** Whether a retraction took it away; it can't take away another retraction. */
    public boolean isRetracted() {
        return retracted.isPresent() && !(filed instanceof Filed.AsRetraction) && !isErased();
    }

    /** Whether its patient was erased. */
    public boolean isErased() {
        return filed instanceof Filed.Erased;
    }

    /** Whether nothing of what it said is kept: its patient was erased, or it retracts, too late, something of such a one. */
    public boolean isSilent() {
        return isErased() || (filed instanceof Filed.Nowhere && registered.isPresent());
    }

    /** When its patient was erased; absent where it was not. */
    public Optional<Instant> erasedAt() {
        return filed instanceof Filed.Erased(Position _, Instant at, Optional<Counting> _)
                ? Optional.of(at)
                : Optional.empty();
    }

    /** The arrival by which it is to be told whose the outcome is: the one that counts, else the last. */
    public Optional<Position> decisive() {
        return registered.map(Counting::position).or(() -> lastArrival.map(Receipt::position));
    }

    /** What counted until its patient was erased; absent where nothing did, or nobody was. */
    public Optional<Counting> countedUntilErased() {
        return filed instanceof Filed.Erased(Position _, Instant _, Optional<Counting> counted)
                ? counted
                : Optional.empty();
    }

    /**
     * After its patient was erased. Which retraction named it stays, since a document of others may bear the mark of that; and so does what
     * became of a last arrival that is of another patient.
     *
     * @param arrivals of the patient
     */
    public OutcomeEntry erased(Position by, Instant at, Set<Position> arrivals) {
        return hasSeen(by)
                ? this
                : new OutcomeEntry(
                        hospitalId,
                        outcomeId,
                        Optional.of(by),
                        new Filed.Erased(by, at, registered.or(this::countedUntilErased)),
                        Optional.empty(),
                        retracted,
                        lastArrival.map(last -> arrivals.contains(last.position()) ? last.erased() : last));
    }

    /**
     * After it was found to be of another person than the treatment that it counted in.
     *
     * @param counted the revision that counted, as it came
     */
    public OutcomeEntry leftOut(Position by, Arrival counted, Refusal refusal, Instant decidedAt) {
        if (hasSeen(by)) {
            return this;
        }
        Verdict verdict = new Verdict.Quarantined(refusal);
        return new OutcomeEntry(
                hospitalId,
                outcomeId,
                Optional.of(by),
                registered
                        .<Filed>map(counting -> new Filed.LeftOut(counting.revision()))
                        .orElse(filed),
                Optional.empty(),
                retracted,
                Optional.of(new Receipt(
                        registered.map(Counting::revision),
                        verdict.status(),
                        verdict.reason(),
                        counted.position(),
                        counted.submittedAt(),
                        decidedAt)));
    }

    /** After an arrival of the outcome itself. */
    public OutcomeEntry after(Arrival arrival, Verdict verdict, Instant decidedAt) {
        if (hasSeen(arrival.position())) {
            return this;
        }
        Optional<Integer> revision = arrival.revision();
        Receipt receipt = new Receipt(
                revision, verdict.status(), verdict.reason(), arrival.position(), arrival.submittedAt(), decidedAt);
        return new OutcomeEntry(
                hospitalId,
                outcomeId,
                Optional.of(arrival.position()),
                filed(arrival, verdict),
                verdict instanceof Verdict.Registered
                        ? revision.map(number -> new Counting(number, arrival.position()))
                        : registered,
                retracted,
                Optional.of(receipt));
    }

    /** After the arrival of a retraction that names the outcome. The first one stays. */
    public OutcomeEntry retractedBy(Retracted retraction) {
        Position position = retraction.position();
        if (isErased() || hasSeen(position)) {
            return this;
        }
        return new OutcomeEntry(
                hospitalId,
                outcomeId,
                Optional.of(position),
                filed,
                registered,
                retracted.or(() -> Optional.of(retraction)),
                lastArrival);
    }

    private boolean hasSeen(Position position) {
        return seen.filter(last -> last.partition() == position.partition() && last.offset() >= position.offset())
                .isPresent();
    }

    private Filed filed(Arrival arrival, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Registered _ -> filed(arrival);
            case Verdict.Retracted(Optional<Place> markedIn) ->
                markedIn.<Filed>map(Filed.In::new).orElse(filed);
            case Verdict.Duplicate _,
                    Verdict.Stale _,
                    Verdict.Quarantined _,
                    Verdict.Erased _,
                    Verdict.Merged _,
                    Verdict.Parted _,
                    Verdict.NotMerged _ -> filed;
        };
    }

    private Filed filed(Arrival arrival) {
        return switch (arrival) {
            case Arrival.OfOutcome readable ->
                switch (readable.outcome()) {
                    case TreatmentOutcome outcome -> new Filed.In(Place.OfTreatment.of(outcome));
                    case HospitalReport report -> new Filed.In(Place.OfHospital.of(report));
                    case Retraction retraction -> new Filed.AsRetraction(retraction);
                };
            case Arrival.OfErasure _, Arrival.OfMerge _, Arrival.Redacted _, Arrival.Unreadable _ -> filed;
        };
    }
}
