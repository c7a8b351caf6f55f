package org.hfsregistry.registry.treatment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Refusal;

/** One operation, injection session or course of a medication: the aggregate. Its outcomes agree on what was done to whom. */
public record Treatment(TreatmentDocument document) implements Dossier<TreatmentOutcome> {

    /** One that nothing was reported of. */
    public static Treatment unreported(Place.OfTreatment place) {
        return new Treatment(
                new TreatmentDocument(place.hospitalId(), place.treatmentId(), 0, Instant.EPOCH, List.of(), List.of()));
    }

    @Override
    public Place place() {
        return new Place.OfTreatment(document.hospitalId(), document.treatmentId());
    }

    @Override
    public long version() {
        return document.version();
    }

    @Override
    public List<Reported<TreatmentOutcome>> counting() {
        return document.outcomes();
    }

    @Override
    public List<Withdrawn> withdrawn() {
        return document.withdrawn();
    }

    @Override
    public Treatment next(Instant changedAt, List<Reported<TreatmentOutcome>> counting, List<Withdrawn> withdrawn) {
        return new Treatment(new TreatmentDocument(
                document.hospitalId(), document.treatmentId(), version() + 1, changedAt, counting, withdrawn));
    }

    @Override
    public Treatment asVersion(long version) {
        return new Treatment(new TreatmentDocument(
                document.hospitalId(),
                document.treatmentId(),
                version,
                document.changedAt(),
                counting(),
                withdrawn(),
                isErased()));
    }

    @Override
    public boolean isErased() {
        return document.erased();
    }

    /** The next version, of which nothing is left; the same where it is so already. */
    public Treatment erased(Instant at) {
        return isErased()
                ? this
                : new Treatment(
                        TreatmentDocument.erased(document.hospitalId(), document.treatmentId(), version() + 1, at));
    }

    /**
     * The same treatment under the newest pseudonym key, as the next version where that is another. It is none of what happened
     * to the patient, so the time of the last change stays.
     *
     * @throws org.hfsregistry.registry.arrival.MissingKey where the key of it is not known
     */
    public Treatment underNewest(PseudonymKeys keys) {
        if (counting().stream().allMatch(reported -> keys.isNewest(reported.outcome()))) {
            return this;
        }
        return next(
                document.changedAt(),
                counting().stream().map(reported -> underNewest(reported, keys)).toList(),
                withdrawn());
    }

    private static Reported<TreatmentOutcome> underNewest(Reported<TreatmentOutcome> reported, PseudonymKeys keys) {
        return new Reported<>(
                keys.newest(reported.outcome()),
                reported.position(),
                reported.submittedAt(),
                reported.registeredAt(),
                reported.submittedBy());
    }

    @Override
    public Optional<Refusal> contradiction(TreatmentOutcome outcome) {
        return counting().stream()
                .map(Reported::outcome)
                .filter(other -> !other.outcomeId().equals(outcome.outcomeId()))
                .flatMap(other -> disagreement(outcome, other).stream()
                        .map(field -> Refusal.contradiction(field, document.treatmentId(), other.outcomeId())))
                .findFirst();
    }

    private static Optional<String> disagreement(TreatmentOutcome one, TreatmentOutcome other) {
        if (!one.patientId().equals(other.patientId())) {
            return Optional.of("patientId");
        }
        if (!one.treatedOn().equals(other.treatedOn())) {
            return Optional.of("treatedOn");
        }
        if (bothSayAndDiffer(one, other, TreatmentOutcome::treatedSide)) {
            return Optional.of("side");
        }
        return bothSayAndDiffer(one, other, TreatmentOutcome::kind)
                ? Optional.of("the kind of treatment")
                : Optional.empty();
    }

    private static <T> boolean bothSayAndDiffer(
            TreatmentOutcome one, TreatmentOutcome other, Function<TreatmentOutcome, Optional<T>> what) {
        Optional<T> ofOne = what.apply(one);
        Optional<T> ofOther = what.apply(other);
        return ofOne.isPresent() && ofOther.isPresent() && !Objects.equals(ofOne, ofOther);
    }
}
