package org.hfsregistry.registry.registration;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.merging.Persons;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Retracted;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Regrouping;
import org.hfsregistry.registry.treatment.Treatment;

/**
 * The part of the record that a batch touches, in memory, where one decision after another is carried out.
 *
 * <p>Judging needs the state just before the arrival. Carrying out does not: each entry and each dossier takes what it has
 * not seen yet, so that a decision from the history can be carried out however much of it is done already.
 */
final class Filing {

    private final Map<String, OutcomeEntry> entries = new HashMap<>();
    private final Map<Place, Treatment> treatments = new HashMap<>();
    private final Map<Place, Hospital> hospitals = new HashMap<>();
    private final Set<String> storedEntries;
    private final Map<Place, Long> storedVersions = new HashMap<>();
    private final Map<String, OutcomeEntry> changedEntries = new LinkedHashMap<>();
    private final Set<Place> touched = new LinkedHashSet<>();
    private Persons persons;

    /** Of what the store has; treatments come under the newest of these keys, and outcomes under the ids of these persons. */
    Filing(
            Collection<OutcomeEntry> entries,
            Collection<Treatment> treatments,
            Collection<Hospital> hospitals,
            Persons persons,
            PseudonymKeys keys) {
        this.persons = persons;
        entries.forEach(entry -> this.entries.put(entry.id(), entry));
        this.storedEntries = Set.copyOf(this.entries.keySet());
        treatments.forEach(treatment -> file(treatment.underNewest(keys)));
        hospitals.forEach(this::file);
        treatments.forEach(treatment -> storedVersions.put(treatment.place(), treatment.version()));
        hospitals.forEach(hospital -> storedVersions.put(hospital.place(), hospital.version()));
    }

    /** Makes the entries and dossiers say what was decided, where they do not yet. */
    void carryOut(Decision decision) {
        Arrival arrival = decision.arrival();
        arrival.hospitalId()
                .ifPresent(hospitalId -> arrival.outcomeId()
                        .ifPresent(outcomeId -> file(entry(hospitalId, outcomeId)
                                .after(arrival, decision.verdict(), decision.decidedAt()))));
        switch (decision.verdict()) {
            case Verdict.Registered registered -> register(registered, decision);
            case Verdict.Retracted retracted -> retracted.markedIn().ifPresent(place -> mark(place, decision));
            case Verdict.Erased erased ->
                erased.treatments().forEach(place -> touch(treatment(place).erased(decision.decidedAt())));
            case Verdict.Merged merged -> regroup(decision, merged.treatments(), List.of());
            case Verdict.Parted parted -> regroup(decision, parted.treatments(), parted.leftOut());
            case Verdict.Duplicate _, Verdict.Stale _, Verdict.Quarantined _, Verdict.NotMerged _ -> {}
        }
    }

    /** Where one of the two was erased since, it is not known who they were, but what was changed. */
    private void regroup(Decision decision, List<Place.OfTreatment> treatments, List<Verdict.LeftOut> leftOut) {
        Optional<Regrouping.Rename> rename = Optional.empty();
        if (decision.arrival() instanceof Arrival.OfMerge merge) {
            persons = merge.undone() ? persons.without(merge) : persons.with(merge);
            rename = Optional.of(persons.rename(merge));
        }
        Regrouping regrouping =
                new Regrouping(decision.arrival().position(), decision.decidedAt(), treatments, rename, leftOut);
        regrouping.places().forEach(place -> touch(regrouping.of(treatment(place))));
    }

    private void register(Verdict.Registered verdict, Decision decision) {
        switch (decision.arrival()) {
            case Arrival.OfOutcome readable -> register(readable, verdict, decision);
            case Arrival.Redacted redacted ->
                takeAway(
                        redacted,
                        redacted.outcomeId().orElseThrow(),
                        redacted.revision().orElseThrow(),
                        redacted.retracts(),
                        verdict,
                        decision);
            case Arrival.OfErasure _, Arrival.OfMerge _, Arrival.Unreadable _ -> {}
        }
    }

    private void register(Arrival.OfOutcome arrival, Verdict.Registered verdict, Decision decision) {
        Outcome outcome = arrival.outcome();
        Optional<String> retracts = Optional.empty();
        switch (outcome) {
            case TreatmentOutcome ofPatient ->
                touch(treatment(Place.OfTreatment.of(ofPatient))
                        .with(reported(persons.ofPerson(ofPatient), arrival, decision)));
            case HospitalReport report ->
                touch(hospital(Place.OfHospital.of(report)).with(reported(report, arrival, decision)));
            case Retraction retraction -> retracts = Optional.of(retraction.retracts());
        }
        takeAway(arrival, outcome.outcomeId(), outcome.revision(), retracts, verdict, decision);
    }

    /** What a retraction takes away, or an outcome from where it was; that is also known of one whose patient was erased. */
    private void takeAway(
            Arrival arrival,
            String outcomeId,
            int revision,
            Optional<String> retracts,
            Verdict.Registered verdict,
            Decision decision) {
        String hospitalId = arrival.hospitalId().orElseThrow();
        retracts.ifPresent(
                id -> file(entry(hospitalId, id).retractedBy(new Retracted(outcomeId, revision, arrival.position()))));
        Withdrawn.Reason reason = retracts.isPresent() ? Withdrawn.Reason.RETRACTED : Withdrawn.Reason.MOVED;
        Withdrawn mark = new Withdrawn(retracts.orElse(outcomeId), revision, reason, arrival.position());
        verdict.takenFrom().ifPresent(place -> withdraw(place, mark, decision));
    }

    private void mark(Place place, Decision decision) {
        Arrival arrival = decision.arrival();
        String outcomeId = arrival.outcomeId().orElseThrow();
        Retracted retracted =
                entry(arrival.hospitalId().orElseThrow(), outcomeId).retracted().orElseThrow();
        withdraw(
                place,
                new Withdrawn(outcomeId, retracted.revision(), Withdrawn.Reason.RETRACTED, retracted.position()),
                decision);
    }

    private void withdraw(Place place, Withdrawn mark, Decision decision) {
        touch(dossier(place).without(mark, decision.arrival().position(), decision.decidedAt()));
    }

    private static <O extends Outcome> Reported<O> reported(O outcome, Arrival arrival, Decision decision) {
        Position position = arrival.position();
        return new Reported<>(outcome, position, arrival.submittedAt(), decision.decidedAt(), arrival.submittedBy());
    }

    /** The entries that the store did not have. */
    List<OutcomeEntry> newEntries() {
        return entries(id -> !storedEntries.contains(id));
    }

    /** The entries that were changed. */
    List<OutcomeEntry> changedEntries() {
        return entries(storedEntries::contains);
    }

    private List<OutcomeEntry> entries(Predicate<String> which) {
        return changedEntries.values().stream()
                .filter(entry -> which.test(entry.id()))
                .toList();
    }

    /** The treatments that were changed. */
    List<Revised<Treatment>> changedTreatments() {
        return changed(treatments.values());
    }

    /** The hospitals that were changed. */
    List<Revised<Hospital>> changedHospitals() {
        return changed(hospitals.values());
    }

    /** Where something was filed. */
    Set<Place> touchedPlaces() {
        return Collections.unmodifiableSet(touched);
    }

    /** What the decisions are about, whether they were carried out now or before. */
    List<Dossier<?>> touched() {
        return touched.stream().<Dossier<?>>map(this::dossier).toList();
    }

    /** Only what is published too is written; a treatment that was but looked at waits for its turn to the newest key. */
    private <D extends Dossier<?>> List<Revised<D>> changed(Collection<D> dossiers) {
        return dossiers.stream()
                .filter(dossier -> touched.contains(dossier.place()))
                .map(dossier -> new Revised<>(storedVersions.getOrDefault(dossier.place(), 0L), dossier))
                .filter(revised -> revised.dossier().version() > revised.storedVersion())
                .toList();
    }

    /** What is known of an outcome; an unknown one where nothing is. */
    OutcomeEntry entry(String hospitalId, String outcomeId) {
        OutcomeEntry entry = entries.get(OutcomeEntry.id(hospitalId, outcomeId));
        return entry == null ? OutcomeEntry.unknown(hospitalId, outcomeId) : entry;
    }

    /** What is filed there; an unreported one where nothing is. */
    Dossier<?> dossier(Place place) {
        return switch (place) {
            case Place.OfTreatment ofTreatment -> treatment(ofTreatment);
            case Place.OfHospital ofHospital -> hospital(ofHospital);
        };
    }

    /** What is filed there; an unreported one where nothing is. */
    Treatment treatment(Place.OfTreatment place) {
        Treatment treatment = treatments.get(place);
        return treatment == null ? Treatment.unreported(place) : treatment;
    }

    /** What is filed there; an unreported one where nothing is. */
    Hospital hospital(Place.OfHospital place) {
        Hospital hospital = hospitals.get(place);
        return hospital == null ? Hospital.unreported(place) : hospital;
    }

    /** The same outcome under the id of the person. */
    TreatmentOutcome ofPerson(TreatmentOutcome outcome) {
        return persons.ofPerson(outcome);
    }

    private void file(OutcomeEntry entry) {
        if (!entry.equals(entries.put(entry.id(), entry))) {
            changedEntries.put(entry.id(), entry);
        }
    }

    private void touch(Dossier<?> dossier) {
        touched.add(dossier.place());
        file(dossier);
    }

    private void file(Dossier<?> dossier) {
        switch (dossier) {
            case Treatment treatment -> treatments.put(treatment.place(), treatment);
            case Hospital hospital -> hospitals.put(hospital.place(), hospital);
        }
    }
}
