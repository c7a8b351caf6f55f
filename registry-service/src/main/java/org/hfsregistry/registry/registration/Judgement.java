package org.hfsregistry.registry.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.erasure.FindErased;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Treatment;

/** What is decided of an arrival, by what the record says just before it. Changes nothing. */
final class Judgement {

    private final Filing filing;

    /** By this part of the record, which has to hold all that the arrival names. */
    Judgement(Filing filing) {
        this.filing = filing;
    }

    /** Of an arrival. */
    Verdict of(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Unreadable unreadable -> new Verdict.Quarantined(unreadable.refusal());
            case Arrival.Redacted _ -> new Verdict.Quarantined(Refusal.patientErased());
            case Arrival.OfErasure _, Arrival.OfMerge _ ->
                throw new IllegalStateException("what stands at " + arrival.position() + " is decided by itself");
            case Arrival.OfOutcome readable ->
                switch (readable.outcome()) {
                    case TreatmentOutcome outcome ->
                        judge(filing.ofPerson(outcome), filing.treatment(Place.OfTreatment.of(outcome)));
                    case HospitalReport report -> judge(report, filing.hospital(Place.OfHospital.of(report)));
                    case Retraction retraction -> judge(retraction);
                };
        };
    }

    /**
     * What of a decision its hospital has to see to, told before it is carried out. Once a retraction, or what it names, has an entry,
     * it was told: quarantine is written before entries.
     */
    Optional<Quarantined> toSeeTo(Decision decision) {
        Optional<Refusal> refusal = decision.verdict() instanceof Verdict.Quarantined(Refusal refused)
                ? Optional.of(refused)
                : held(decision).map(Refusal::retractsUnknown);
        return refusal.map(why -> new Quarantined(decision.arrival(), why, decision.decidedAt()));
    }

    /** The outcome that a retraction waits for. */
    private Optional<String> held(Decision decision) {
        return decision.verdict() instanceof Verdict.Registered
                        && decision.arrival() instanceof Arrival.OfOutcome readable
                        && readable.outcome() instanceof Retraction retraction
                        && filing.entry(retraction.hospitalId(), retraction.outcomeId())
                                        .filed()
                                instanceof Filed.Nowhere
                        && filing.entry(retraction.hospitalId(), retraction.retracts())
                                .receipt()
                                .isEmpty()
                ? Optional.of(retraction.retracts())
                : Optional.empty();
    }

    /** Whether an arrival is of an erased patient; or may be, since nobody can tell and its ids are those of one. */
    boolean isOfErased(Arrival arrival, FindErased.Found erased) {
        return erased.ofErased().contains(arrival.position())
                || Optional.ofNullable(erased.untold().get(arrival.position()))
                        .filter(until -> namesErased(arrival, until))
                        .isPresent();
    }

    /** Whether an arrival has the id of an outcome, or of a treatment, whose patient was erased until then. */
    private boolean namesErased(Arrival arrival, Instant until) {
        return arrival instanceof Arrival.OfOutcome(Position _, Instant _, String _, Outcome outcome)
                && Stream.concat(
                                filing.entry(outcome.hospitalId(), outcome.outcomeId()).erasedAt().stream(),
                                erasedAt(outcome).stream())
                        .anyMatch(at -> !at.isAfter(until));
    }

    private Optional<Instant> erasedAt(Outcome outcome) {
        return outcome instanceof TreatmentOutcome ofPatient
                ? Optional.of(filing.treatment(Place.OfTreatment.of(ofPatient)))
                        .filter(Treatment::isErased)
                        .map(treatment -> treatment.document().changedAt())
                : Optional.empty();
    }

    /** Whether it takes away, too late, an outcome whose patient was erased, or a retraction that does. */
    boolean retractsErased(Arrival arrival) {
        return arrival instanceof Arrival.OfOutcome(Position _, Instant _, String _, Outcome outcome)
                && outcome instanceof Retraction retraction
                && filing.entry(retraction.hospitalId(), retraction.retracts()).isSilent();
    }

    private <O extends Outcome> Verdict judge(O outcome, Dossier<O> target) {
        OutcomeEntry entry = filing.entry(outcome.hospitalId(), outcome.outcomeId());
        if (target.isFullFor(outcome.outcomeId())) {
            return new Verdict.Quarantined(Refusal.tooManyOutcomes(Dossier.MOST_OUTCOMES));
        }
        return switch (entry.filed()) {
            case Filed.AsRetraction _ -> new Verdict.Quarantined(Refusal.idOfARetraction(outcome.outcomeId()));
            case Filed.Erased _ -> new Verdict.Quarantined(Refusal.idOfErased(outcome.outcomeId()));
            case Filed.Nowhere _, Filed.LeftOut _ ->
                entry.isRetracted() && !target.isErased()
                        ? new Verdict.Retracted(Optional.of(target.place()))
                        : besidesLeftOut(entry.filed(), outcome)
                                .orElseGet(() -> admit(outcome, target, Optional.empty()));
            case Filed.In(Place home) ->
                entry.isRetracted()
                        ? new Verdict.Retracted(Optional.empty())
                        : filing.dossier(home)
                                .known(outcome)
                                .orElseGet(() -> admit(
                                        outcome,
                                        target,
                                        Optional.of(home).filter(place -> !place.equals(target.place()))));
        };
    }

    private static Optional<Verdict> besidesLeftOut(Filed filed, Outcome outcome) {
        return filed instanceof Filed.LeftOut(int revision) && outcome.revision() < revision
                ? Optional.of(new Verdict.Stale(revision))
                : Optional.empty();
    }

    private static <O extends Outcome> Verdict admit(O outcome, Dossier<O> target, Optional<Place> takenFrom) {
        if (target instanceof Treatment treatment && treatment.isErased()) {
            return new Verdict.Quarantined(
                    Refusal.idOfErased(treatment.document().treatmentId()));
        }
        return target.contradiction(outcome)
                .<Verdict>map(Verdict.Quarantined::new)
                .orElseGet(() -> new Verdict.Registered(takenFrom));
    }

    private Verdict judge(Retraction retraction) {
        return switch (filing.entry(retraction.hospitalId(), retraction.outcomeId())
                .filed()) {
            case Filed.In _, Filed.LeftOut _ -> new Verdict.Quarantined(Refusal.idOfAnOutcome(retraction.outcomeId()));
            case Filed.Erased _ -> new Verdict.Quarantined(Refusal.patientErased());
            case Filed.AsRetraction(Retraction registered)
            when !registered.retracts().equals(retraction.retracts()) ->
                new Verdict.Quarantined(Refusal.retractsAnother(retraction.outcomeId(), registered.retracts()));
            case Filed.AsRetraction(Retraction registered) ->
                Verdict.besides(registered, retraction).orElseGet(() -> new Verdict.Registered(Optional.empty()));
            case Filed.Nowhere _ -> judgeFirst(retraction);
        };
    }

    private Verdict judgeFirst(Retraction retraction) {
        OutcomeEntry named = filing.entry(retraction.hospitalId(), retraction.retracts());
        return switch (named.filed()) {
            case Filed.AsRetraction _ -> new Verdict.Quarantined(Refusal.retractsARetraction(retraction.retracts()));
            case Filed.In(Place home) ->
                new Verdict.Registered(Optional.of(home).filter(_ -> !named.isRetracted()));
            case Filed.Nowhere _, Filed.LeftOut _, Filed.Erased _ -> new Verdict.Registered(Optional.empty());
        };
    }
}
