package org.hfsregistry.contract.clinical;

import java.util.regex.Pattern;

/**
 * Stands for a patient of one hospital: the id of the key, a dot, and 128 bits of a keyed hash in base64url.
 *
 * <p>The raw patient id has no type anywhere: it lives as a text within intake's reader until this is made of it.
 */
public record PatientPseudonym(String value) {

    /** The form, as a regular expression. */
    public static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,16}\\.[A-Za-z0-9_-]{22}");

    /** Refuses anything that has not the form, and so any raw patient id. */
    public PatientPseudonym {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a pseudonym");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
