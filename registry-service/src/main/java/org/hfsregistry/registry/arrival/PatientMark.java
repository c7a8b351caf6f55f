package org.hfsregistry.registry.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/**
 * By which a patient is known again who was erased: SHA-256 of a pseudonym, in hexadecimal digits. A pseudonym has 128 bits that
 * nobody can guess, so nobody gets it back from this.
 */
public record PatientMark(String value) {

    /** Of a pseudonym. */
    public static PatientMark of(PatientPseudonym pseudonym) {
        try {
            return new PatientMark(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(pseudonym.value().getBytes(UTF_8))));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
