package org.hfsregistry.contract.json;

import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/** Turns the text that stands in the field {@code patientId} into a pseudonym, the only form that a record takes. */
@FunctionalInterface
public interface PatientIds {

    /** Reads what is a pseudonym already, as in the log and in the store. */
    PatientIds PSEUDONYMS = text -> PatientPseudonym.isOne(text) ? new PatientPseudonym(text) : null;

    /** The pseudonym, or null where the text is of no use as a patient id. */
    @Nullable PatientPseudonym pseudonym(String text);
}
