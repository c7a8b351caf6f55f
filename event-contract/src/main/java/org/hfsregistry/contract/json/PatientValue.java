package org.hfsregistry.contract.json;

import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.PatientPseudonym;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A patient id on its way to a pseudonym. Never puts what was sent into a fault: it is a patient id, or was meant to be one. */
record PatientValue() implements Value<PatientPseudonym> {
    @Override
    public @Nullable PatientPseudonym read(Input in, String field, Faults faults) {
        PatientPseudonym pseudonym = null;
        if (in.parser.currentToken() == JsonToken.VALUE_STRING) {
            in.patientId = in.parser.getString();
            pseudonym = in.submission.patientIds().pseudonym(in.patientId);
        }
        if (pseudonym == null) {
            in.parser.skipChildren();
            faults.add(
                    "NOT_A_PATIENT_ID",
                    field,
                    null,
                    field + " is not a patient id",
                    "send your own id of the patient as a text of 1 to 128 characters");
        }
        return pseudonym;
    }

    @Override
    public void write(JsonGenerator out, PatientPseudonym value) {
        out.writeString(value.value());
    }
}
