package org.hfsregistry.contract.json;

import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.PatientPseudonym;
import org.hfsregistry.contract.outcome.TreatmentOutcome;

/** The fields that every outcome of a treatment has. */
abstract class TreatmentOutcomeShape<T extends TreatmentOutcome> extends OutcomeShape<T> {

    private static final int SHORTEST_TELLING_ID = 4;

    final Field<T, PatientPseudonym> patientId = required("patientId", Values.PATIENT, TreatmentOutcome::patientId);
    final Field<T, String> treatmentId = required("treatmentId", Values.TEXT, TreatmentOutcome::treatmentId);

    @Override
    final void check(Draft draft, Faults faults) {
        checkHospital(draft, faults);
        TreatmentOutcome.check(faults, draft.get(outcomeId), revision(draft), hospital(draft), draft.get(treatmentId));
        checkOwn(draft, faults);
    }

    /** The rules of the type itself. */
    abstract void checkOwn(Draft draft, Faults faults);

    @Override
    void warn(T outcome, Input in) {
        warnOfPatientId(in, "outcomeId", outcome.outcomeId());
        warnOfPatientId(in, "treatmentId", outcome.treatmentId());
    }

    private static void warnOfPatientId(Input in, String field, String id) {
        String patientId = in.patientId;
        if (patientId != null && patientId.length() >= SHORTEST_TELLING_ID && id.contains(patientId)) {
            in.warnings.add(
                    "PATIENT_ID_IN_ID",
                    field,
                    null,
                    field + " contains the patientId, and is kept as it is",
                    "use ids that do not contain the patient's");
        }
    }
}
