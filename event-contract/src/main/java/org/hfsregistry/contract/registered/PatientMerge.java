package org.hfsregistry.contract.registered;

import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/**
 * That two patients of a hospital are one person, or are not after all. It is no outcome, so no hospital can submit it as one; it
 * stands in the hospital's order among its outcomes.
 *
 * @param patientId the one that stays
 * @param mergedPatientId the one that is the same person
 * @param undone whether the merge of the two is undone
 */
public record PatientMerge(
        String hospitalId, PatientPseudonym patientId, PatientPseudonym mergedPatientId, boolean undone) {

    /** Refuses what has not the form. */
    public PatientMerge {
        if (!Outcome.HOSPITAL_ID.matcher(hospitalId).matches()) {
            throw new IllegalArgumentException("not the id of a hospital");
        }
    }
}
