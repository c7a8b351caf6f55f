package org.hfsregistry.contract.json;

import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/** The fields that every outcome of a treatment has. */
abstract class TreatmentOutcomeShape<T extends TreatmentOutcome> extends OutcomeShape<T> {

    final Field<T, PatientPseudonym> patientId = required("patientId", Values.PATIENT, TreatmentOutcome::patientId);
    final Field<T, String> treatmentId = required("treatmentId", Values.TEXT, TreatmentOutcome::treatmentId);

    @Override
    final void check(Draft draft, Faults faults) {
        checkHospital(draft, faults);
        TreatmentOutcome.check(faults, draft.get(outcomeId), revision(draft), hospital(draft), draft.get(treatmentId));
        Input in = draft.in();
        in.patient.check("outcomeId", draft.get(outcomeId), faults, in.warnings);
        in.patient.check("treatmentId", draft.get(treatmentId), faults, in.warnings);
        checkOwn(draft, faults);
    }

    /** The rules of the type itself. */
    abstract void checkOwn(Draft draft, Faults faults);
}
