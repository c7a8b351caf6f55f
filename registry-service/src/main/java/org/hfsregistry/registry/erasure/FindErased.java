package org.hfsregistry.registry.erasure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Map<Position, TreatmentOutcome> ofPatients = new HashMap<>();
        for (Arrival arrival : came) {
            if (arrival instanceof Arrival.OfOutcome readable
                    && readable.outcome() instanceof TreatmentOutcome outcome) {
                ofPatients.put(arrival.position(), outcome);
            }
        }
        Set<String> hospitals = erasures.hospitals(
                ofPatients.values().stream().map(TreatmentOutcome::hospitalId).collect(Collectors.toSet()));
        ofPatients.values().removeIf(outcome -> !hospitals.contains(outcome.hospitalId()));
        Map<Position, Set<Erasures.Patient>> patients = new HashMap<>();
        ofPatients.forEach((position, outcome) -> patients.put(position, patients(outcome)));
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

    private Set<Erasures.Patient> patients(TreatmentOutcome outcome) {
        return keys.marks(outcome.patientId()).stream()
                .map(mark -> new Erasures.Patient(outcome.hospitalId(), mark))
                .collect(Collectors.toSet());
    }
}
