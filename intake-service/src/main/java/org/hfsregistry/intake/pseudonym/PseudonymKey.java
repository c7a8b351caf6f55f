package org.hfsregistry.intake.pseudonym;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that pseudonyms are made with, and the id that stands in front of them, so that a key can be changed. */
public final class PseudonymKey {

    /** The fewest bytes of a secret: as many as the hash has, since fewer would be easier to guess. */
    public static final int FEWEST_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final String ALGORITHM = "HmacSHA256";

    private final String id;
    private final Mac keyed;

    /**
     * Takes a key.
     *
     * @throws IllegalArgumentException if the id has not 1 to 16 letters, digits, - or _, or the secret is too short; the
     *     message says which and is fit for the person who configures it
     */
    public PseudonymKey(String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the key's id is not 1 to 16 letters, digits, - or _");
        }
        if (secret.length < FEWEST_BYTES) {
            throw new IllegalArgumentException(
                    "the key has " + secret.length + " bytes and needs at least " + FEWEST_BYTES);
        }
        this.id = id;
        this.keyed = keyed(secret);
    }

    String id() {
        return id;
    }

    /** A hash of its own for one thread. */
    Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's " + ALGORITHM + " can't be cloned", e);
        }
    }

    private static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
