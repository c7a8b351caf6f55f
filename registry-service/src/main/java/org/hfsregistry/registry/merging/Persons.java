package org.hfsregistry.registry.merging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.treatment.Regrouping;

/** Which ids of a hospital's patients are one person's, under the newest key. Merges lead from id to id and never in a circle. */
public final class Persons {

    private final Map<Id, Into> merged;

    private Persons(Map<Id, Into> merged) {
        this.merged = merged;
    }

    /** Each id another person's. */
    public static Persons unmerged() {
        return new Persons(Map.of());
    }

    /**
     * By the merges that stand.
     *
     * @throws org.hfsregistry.registry.arrival.MissingKey where the key of one of them is not known
     */
    static Persons of(Collection<Merge> standing, PseudonymKeys keys) {
        Map<Id, Into> merged = new HashMap<>();
        standing.forEach(merge -> merge.patients()
                .ifPresent(patients -> merged.put(
                        new Id(merge.hospitalId(), keys.newest(patients.merged())),
                        new Into(keys.newest(patients.staying()), merge.position()))));
        return new Persons(merged);
    }

    /** After a merge. */
    public Persons with(Arrival.OfMerge merge) {
        Map<Id, Into> more = new HashMap<>(merged);
        more.put(new Id(merge.mergedIn(), merge.merged()), new Into(merge.staying(), merge.position()));
        return new Persons(more);
    }

    /** After the undoing of a merge. */
    public Persons without(Arrival.OfMerge merge) {
        Map<Id, Into> fewer = new HashMap<>(merged);
        fewer.remove(new Id(merge.mergedIn(), merge.merged()));
        return new Persons(fewer);
    }

    /** The id under which a person's records come. */
    public PatientPseudonym staying(String hospitalId, PatientPseudonym patient) {
        PatientPseudonym last = patient;
        for (Into into = merged.get(new Id(hospitalId, last));
                into != null;
                into = merged.get(new Id(hospitalId, last))) {
            last = into.staying();
        }
        return last;
    }

    /** An outcome under the id of the person. */
    public TreatmentOutcome ofPerson(TreatmentOutcome outcome) {
        PatientPseudonym staying = staying(outcome.hospitalId(), outcome.patientId());
        return staying.equals(outcome.patientId()) ? outcome : outcome.withPatient(staying);
    }

    /** All ids of a person of which one is such; none where no merge knows of it. */
    public Set<PatientPseudonym> idsOf(String hospitalId, Predicate<PatientPseudonym> one) {
        Set<PatientPseudonym> all = merged.entrySet().stream()
                .filter(merge -> merge.getKey().hospitalId().equals(hospitalId))
                .flatMap(merge ->
                        Stream.of(merge.getKey().patient(), merge.getValue().staying()))
                .collect(Collectors.toSet());
        Set<PatientPseudonym> persons = new HashSet<>();
        all.stream().filter(one).forEach(patient -> persons.add(staying(hospitalId, patient)));
        return all.stream()
                .filter(patient -> persons.contains(staying(hospitalId, patient)))
                .collect(Collectors.toSet());
    }

    /** What it means for the records of the two: those of the one that goes, or goes back, come under the other id. */
    public Regrouping.Rename rename(Arrival.OfMerge merge) {
        PatientPseudonym person = staying(merge.mergedIn(), merge.staying());
        return merge.undone()
                ? new Regrouping.Rename(person, merge.merged())
                : new Regrouping.Rename(merge.merged(), person);
    }

    /** Where the merge stands that is to be undone; absent where there is none. */
    Optional<Position> merge(Arrival.OfMerge undone) {
        return merge(undone.mergedIn(), undone.staying(), undone.merged());
    }

    private Optional<Position> merge(String hospitalId, PatientPseudonym staying, PatientPseudonym patient) {
        return Optional.ofNullable(merged.get(new Id(hospitalId, patient)))
                .filter(into -> into.staying().equals(staying))
                .map(Into::position);
    }

    /** Why two can't be merged, or parted; absent where they can. */
    Optional<Refusal> refusal(String hospitalId, PatientPseudonym stays, PatientPseudonym goes, boolean undone) {
        if (undone) {
            return merge(hospitalId, stays, goes).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "NOT_MERGED",
                            "the two are not merged in this way, so there is nothing to undo",
                            "look at GET /v1/merges for what stands"));
        }
        if (stays.equals(goes)) {
            return Optional.of(new Refusal(
                    "MERGED_WITH_ITSELF", "both are the same patient", "name two patientIds of one person"));
        }
        if (merged.containsKey(new Id(hospitalId, goes))) {
            return Optional.of(new Refusal(
                    "MERGED_ALREADY",
                    "the patient that is to go is merged already",
                    "undo that merge first; or merge the patientId that its treatments are shown with"));
        }
        return staying(hospitalId, stays).equals(goes)
                ? Optional.of(new Refusal(
                        "MERGED_IN_A_CIRCLE",
                        "the patient that is to stay is merged into the one that is to go",
                        "nothing is left to do; or undo that merge first, to have the other one stay"))
                : Optional.empty();
    }

    private record Id(String hospitalId, PatientPseudonym patient) {}

    private record Into(PatientPseudonym staying, Position position) {}
}
