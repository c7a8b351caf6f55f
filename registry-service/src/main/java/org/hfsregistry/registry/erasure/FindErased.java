package org.hfsregistry.registry.erasure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.PatientPseudonym;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
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
     * Where those of these arrivals stand.
     *
     * @param came under whatever key they did; a patient may have been erased under that one or a later one
     */
    public Set<Position> among(List<Arrival> came) {
        List<Named> named = came.stream().flatMap(FindErased::named).toList();
        Set<String> hospitals =
                erasures.hospitals(named.stream().map(Named::hospitalId).collect(Collectors.toSet()));
        Map<Position, Set<Erasures.Patient>> patients = new HashMap<>();
        named.stream()
                .filter(patient -> hospitals.contains(patient.hospitalId()))
                .forEach(patient -> patients.computeIfAbsent(patient.position(), _ -> new HashSet<>())
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

    /**
     * Whether an arrival is among them for certain, if it is of a patient that was erased. An erasure is kept under the newest key
     * there was; of a pseudonym that came under a later one nobody can tell.
     */
    public boolean canTell(Arrival came) {
        return came instanceof Arrival.OfOutcome readable
                && switch (readable.outcome()) {
                    case TreatmentOutcome outcome -> keys.isFirst(outcome.patientId());
                    case HospitalReport _ -> true;
                    case Retraction _ -> false;
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

    private record Named(Position position, String hospitalId, PatientPseudonym patient) {}
}
