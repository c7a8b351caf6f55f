package org.hfsregistry.contract.pseudonym;

import java.util.Arrays;
import java.util.Base64;
import org.hfsregistry.contract.clinical.IdForm;

/**
 * Stands for a patient of one hospital: the name of the key, a dot, and 128 bits of a keyed hash in base64url.
 *
 * <p>The raw patient id has no type anywhere: it lives as a text within intake's reader until this is made of it.
 */
public record PatientPseudonym(String value) {

    private static final int LONGEST_KEY = 16;
    private static final int HASH = 22;
    private static final int HASH_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final IdForm KEY_FORM = new IdForm("_-", LONGEST_KEY);
    private static final IdForm HASH_FORM = new IdForm("_-", HASH);

    /** Refuses anything that has not the form, and so any raw patient id. */
    public PatientPseudonym {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a pseudonym");
        }
    }

    /** Whether a text has the form of a pseudonym. */
    public static boolean isOne(String text) {
        int dot = text.length() - HASH - 1;
        return dot > 0
                && text.charAt(dot) == '.'
                && KEY_FORM.matches(text, 0, dot)
                && HASH_FORM.matches(text, dot + 1, text.length());
    }

    /**
     * Makes one.
     *
     * @param hash of a key; its first 128 bits are taken
     */
    public static PatientPseudonym of(String keyName, byte[] hash) {
        return new PatientPseudonym(keyName + "." + BASE64.encodeToString(Arrays.copyOf(hash, HASH_BYTES)));
    }

    /** Whether a text can stand in front of a pseudonym. */
    public static boolean isKeyName(String text) {
        return KEY_FORM.matches(text);
    }

    /** Which key it was made with. */
    public String keyName() {
        return value.substring(0, value.length() - HASH - 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
