package org.hfsregistry.contract.json;

import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A patient id on its way to a pseudonym. Never puts what was sent into a fault: it is a patient id, or was meant to be one. */
record PatientValue() implements Value<PatientPseudonym> {
    @Override
    public @Nullable PatientPseudonym read(Input in, String field, Faults faults) {
        JsonToken token = in.parser.currentToken();
        if (token.isScalarValue()) {
            in.patient.sent(in.parser.getString());
        }
        if (token != JsonToken.VALUE_STRING) {
            in.parser.skipChildren();
            faults.add("NOT_A_TEXT", field, null, field + " is not a text", Values.TO_QUOTE);
            return null;
        }
        PatientPseudonym pseudonym = in.submission.patientIds().pseudonym(in.parser.getString());
        if (pseudonym == null) {
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
