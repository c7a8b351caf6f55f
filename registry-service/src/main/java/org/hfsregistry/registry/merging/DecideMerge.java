package org.hfsregistry.registry.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;

/**
 * What a merge, or its undoing, changes. A treatment goes back to the patient under whose id its outcomes came; where they came
 * under both, to the one of the outcome that was there first, and the other's count no longer.
 */
final class DecideMerge {

    private final Treatments treatments;
    private final CameOf cameOf;
    private final FindPersons findPersons;
    private final PseudonymKeys keys;

    DecideMerge(Treatments treatments, CameOf cameOf, FindPersons findPersons, PseudonymKeys keys) {
        this.treatments = treatments;
        this.cameOf = cameOf;
        this.findPersons = findPersons;
        this.keys = keys;
    }

    /** @param merge under the newest key */
    Verdict of(Arrival.OfMerge merge) {
        Persons persons = findPersons.of(Set.of(merge.mergedIn()));
        Optional<Refusal> refusal = persons.refusal(merge.mergedIn(), merge.staying(), merge.merged(), merge.undone());
        if (refusal.isPresent()) {
            return new Verdict.NotMerged(refusal.get());
        }
        return merge.undone() ? parted(merge, persons) : new Verdict.Merged(places(of(merge, merge.merged())));
    }

    private List<Treatment> of(Arrival.OfMerge merge, PatientPseudonym patient) {
        return treatments.ofPatient(merge.mergedIn(), patient).stream()
                .sorted(Comparator.comparing(treatment -> treatment.place().id()))
                .toList();
    }

    private static List<Place.OfTreatment> places(List<Treatment> treatments) {
        return treatments.stream().map(DecideMerge::place).toList();
    }

    private static Place.OfTreatment place(Treatment treatment) {
        return new Place.OfTreatment(
                treatment.document().hospitalId(), treatment.document().treatmentId());
    }

    private Verdict parted(Arrival.OfMerge merge, Persons persons) {
        Persons apart = persons.without(merge);
        List<Treatment> goBack = new ArrayList<>();
        List<Verdict.LeftOut> leftOut = new ArrayList<>();
        for (Treatment treatment : of(merge, persons.staying(merge.mergedIn(), merge.merged()))) {
            Came came = came(treatment, merge.mergedIn(), apart);
            Reported<TreatmentOutcome> first = came.first();
            PatientPseudonym patient = came.patient(first);
            if (patient.equals(merge.merged())) {
                goBack.add(treatment);
            }
            treatment.counting().stream()
                    .filter(reported -> !came.patient(reported).equals(patient))
                    .map(reported -> new Verdict.LeftOut(
                            place(treatment),
                            reported.outcome().outcomeId(),
                            reported.outcome().revision(),
                            reported.position(),
                            first.outcome().outcomeId()))
                    .forEach(leftOut::add);
        }
        return new Verdict.Parted(persons.merge(merge).orElseThrow(), places(goBack), leftOut);
    }

    private Came came(Treatment treatment, String hospitalId, Persons apart) {
        Map<Position, PatientPseudonym> patients = new HashMap<>();
        Map<String, Position> first = new HashMap<>();
        for (Decision decision : cameOf.treatment(place(treatment))) {
            if (decision.verdict() instanceof Verdict.Registered
                    && decision.arrival() instanceof Arrival.OfOutcome readable
                    && readable.outcome() instanceof TreatmentOutcome outcome
                    && Place.OfTreatment.of(outcome).equals(treatment.place())) {
                first.putIfAbsent(outcome.outcomeId(), readable.position());
                patients.put(readable.position(), apart.staying(hospitalId, keys.newest(outcome.patientId())));
            }
        }
        return new Came(treatment, patients, first);
    }

    /**
     * How what counts in a treatment came.
     *
     * @param patients of whom, by the merges that stay
     * @param firstAt where each of its outcomes came there first, in whatever revision
     */
    private record Came(Treatment treatment, Map<Position, PatientPseudonym> patients, Map<String, Position> firstAt) {
        Reported<TreatmentOutcome> first() {
            return treatment.counting().stream()
                    .min(Comparator.comparingLong(reported -> Objects.requireNonNull(
                                    firstAt.get(reported.outcome().outcomeId()))
                            .offset()))
                    .orElseThrow();
        }

        PatientPseudonym patient(Reported<TreatmentOutcome> reported) {
            return Objects.requireNonNull(patients.get(reported.position()));
        }
    }
}
