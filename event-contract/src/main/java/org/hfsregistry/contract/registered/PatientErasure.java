package org.hfsregistry.contract.registered;

import java.util.regex.Pattern;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/**
 * That a patient shall be erased, with the ground for it. It is no outcome, so no hospital can submit it as one; it stands in the
 * hospital's order among its outcomes.
 *
 * @param basis in a few words, such as {@code GDPR Art. 17(1)(b)}; without anything of the patient
 */
public record PatientErasure(String hospitalId, PatientPseudonym patientId, String basis) {

    private static final Pattern BASIS = Pattern.compile("[\\p{L}0-9 .,()/§-]{1,100}");

    /** Refuses what has not the form. */
    public PatientErasure {
        if (!Outcome.HOSPITAL_ID.matcher(hospitalId).matches()) {
            throw new IllegalArgumentException("not the id of a hospital");
        }
        if (!isBasis(basis)) {
            throw new IllegalArgumentException("not a basis");
        }
    }

    /** Whether a text can be the basis of an erasure: 1 to 100 letters, digits, blanks and signs of sections and clauses. */
    public static boolean isBasis(String text) {
        return BASIS.matcher(text).matches() && !text.isBlank();
    }
}
