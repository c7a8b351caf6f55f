package org.hfsregistry.faults.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.faults.load.Said;
import tools.jackson.databind.JsonNode;

/**
 * What has to be registered of a hospital after all that it said was acknowledged: of each outcome the highest revision, unless it
 * was retracted, contradicts what else is known, or its patient was erased.
 *
 * @param counting by outcomeId
 * @param reported all outcomeIds
 * @param retracted all that are named by a retraction
 * @param quarantined outcomeIds that contradicted something, came as of the treatment of an erased patient, or were left out
 *     where patients were parted: they are in quarantine, and none but them, those that are held and those of erased patients
 * @param held retractions that came before what they retract
 */
public record ExpectedRecord(
        Map<String, Counting> counting,
        Set<String> reported,
        Set<String> retracted,
        Set<String> quarantined,
        Set<String> held,
        Erased erased,
        Persons persons) {

    /**
     * An outcome that counts.
     *
     * @param treatmentId empty for what is said of the hospital itself
     * @param patientId the hospital's own, under which it came
     * @param at where it came in what the hospital said
     */
    public record Counting(int revision, String treatmentId, JsonNode said, String patientId, int at) {}

    /**
     * Of whom nothing is to be left.
     *
     * @param outcomes outcomeIds of erased patients
     * @param retractions of these
     * @param refused outcomeIds of the patients that came again afterwards
     * @param treatments of the patients and nobody else
     * @param anothers outcomeIds of patients who live, that came afterwards as of those treatments: they are in quarantine as they
     *     came
     */
    public record Erased(
            Set<String> outcomes,
            Set<String> retractions,
            Set<String> refused,
            Set<String> treatments,
            Set<String> anothers) {

        /** Whether it may be in quarantine as one of an erased patient. */
        boolean mayBeRefused(String outcomeId) {
            return outcomes.contains(outcomeId) || retractions.contains(outcomeId) || refused.contains(outcomeId);
        }
    }

    /** Reckons it from what was acknowledged alone, in its order. */
    public static ExpectedRecord of(List<? extends Said> said) {
        return Reckoning.of(said);
    }

    /** Treatments whose history says more than who reported what: of those who were merged, and of the erased. */
    public Stream<String> treatmentsOfMergedAndErased() {
        Stream<String> ofMerged = counting.values().stream()
                .filter(each -> persons.everMerged().contains(each.patientId()))
                .map(Counting::treatmentId);
        return Stream.concat(ofMerged.distinct(), erased.treatments().stream());
    }

    /** The id under which a patient is shown, by the hospital's own id. */
    public String person(String patientId) {
        return persons.of(patientId);
    }

    /** Whether nothing is to be left of a patient, by the hospital's own id. */
    public boolean isErased(String patientId) {
        return persons.isErased(patientId);
    }

    /** The patients of whom something counts. */
    Set<String> patients() {
        return counting.values().stream()
                .filter(each -> !each.treatmentId().isEmpty())
                .map(Counting::patientId)
                .collect(Collectors.toSet());
    }
}
