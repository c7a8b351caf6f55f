package org.hfsregistry.registry.erasure;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.springframework.stereotype.Service;

/**
 * Tells which arrivals are of patients that were erased. Most hospitals never erase one, so that is asked first and costs next to
 * nothing.
 */
@Service
public final class FindErased {

    private final Erasures erasures;
    private final PseudonymKeys keys;

    /** By these. */
    public FindErased(Erasures erasures, PseudonymKeys keys) {
        this.erasures = erasures;
        this.keys = keys;
    }

    /**
     * Which of these arrivals are.
     *
     * @param came under whatever key they did; a patient may have been erased under that one or a later one
     */
    public Found among(List<Arrival> came) {
        List<Named> named = came.stream().flatMap(FindErased::named).toList();
        Map<String, LastErased> hospitals = erasures.hospitals(came.stream()
                .filter(arrival -> arrival instanceof Arrival.OfOutcome || arrival instanceof Arrival.OfMerge)
                .flatMap(arrival -> arrival.hospitalId().stream())
                .collect(Collectors.toSet()));
        return new Found(
                ofErased(named.stream()
                        .filter(patient -> hospitals.containsKey(patient.hospitalId()))
                        .toList()),
                untold(came, hospitals));
    }

    private Set<Position> ofErased(List<Named> named) {
        Map<Position, Set<Erasures.Patient>> patients = new HashMap<>();
        named.forEach(patient -> patients.computeIfAbsent(patient.position(), _ -> new HashSet<>())
                .addAll(patients(patient)));
        Set<Erasures.Patient> erased = erasures.erased(
                patients.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
        Set<Position> found = new HashSet<>();
        patients.forEach((position, marks) -> {
            if (marks.stream().anyMatch(erased::contains)) {
                found.add(position);
            }
        });
        return found;
    }

    private Map<Position, Instant> untold(List<Arrival> came, Map<String, LastErased> hospitals) {
        Map<Position, Instant> untold = new HashMap<>();
        for (Arrival arrival : came) {
            if (arrival instanceof Arrival.OfOutcome(Position position, Instant _, String _, Outcome outcome)) {
                Optional.ofNullable(hospitals.get(outcome.hospitalId()))
                        .flatMap(last -> untold(outcome, last))
                        .ifPresent(until -> untold.put(position, until));
            }
        }
        return untold;
    }

    /** A patient is marked under the newest key there was; of a pseudonym that came under a later one nobody makes that mark. */
    private Optional<Instant> untold(Outcome outcome, LastErased last) {
        return switch (outcome) {
            case TreatmentOutcome ofPatient -> last.notUnder(keys.from(ofPatient.patientId()));
            case HospitalReport _ -> Optional.empty();
            case Retraction _ -> Optional.of(Instant.MAX);
        };
    }

    private static Stream<Named> named(Arrival arrival) {
        return switch (arrival) {
            case Arrival.OfOutcome readable ->
                readable.outcome() instanceof TreatmentOutcome outcome
                        ? Stream.of(new Named(arrival.position(), outcome.hospitalId(), outcome.patientId()))
                        : Stream.empty();
            case Arrival.OfMerge merge ->
                Stream.of(merge.staying(), merge.merged())
                        .map(patient -> new Named(arrival.position(), merge.mergedIn(), patient));
            case Arrival.OfErasure _, Arrival.Redacted _, Arrival.Unreadable _ -> Stream.empty();
        };
    }

    private Set<Erasures.Patient> patients(Named named) {
        return keys.marks(named.patient()).stream()
                .map(mark -> new Erasures.Patient(named.hospitalId(), mark))
                .collect(Collectors.toSet());
    }

    /**
     * What was found.
     *
     * @param ofErased where those arrivals stand that are of patients who were erased
     * @param untold where others stand that may be: of a patient who was erased until then, nobody can tell
     */
    public record Found(Set<Position> ofErased, Map<Position, Instant> untold) {}

    private record Named(Position position, String hospitalId, PatientPseudonym patient) {}
}
