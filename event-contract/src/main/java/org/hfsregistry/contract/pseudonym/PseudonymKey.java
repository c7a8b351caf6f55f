package org.hfsregistry.contract.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that pseudonyms are made with, and its id, so that a key can be followed by another. */
public final class PseudonymKey {

    /** The fewest bytes of a secret: as many as the hash has, since fewer would be easier to guess. */
    public static final int FEWEST_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] ANYTHING = "which key is it".getBytes(StandardCharsets.UTF_8);

    private final String id;
    private final Mac keyed;

    /**
     * Takes a key.
     *
     * @throws UnusableKey if the id has not 1 to 16 letters, digits, - or _, or the secret is too short
     */
    public PseudonymKey(String id, byte[] secret) {
        requireId(id);
        if (secret.length < FEWEST_BYTES) {
            throw new UnusableKey("the key has " + secret.length + " bytes and needs at least " + FEWEST_BYTES);
        }
        this.id = id;
        this.keyed = keyed(secret);
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new UnusableKey("the key's id is not 1 to 16 letters, digits, - or _");
        }
    }

    /** Its name among the keys. */
    public String id() {
        return id;
    }

    /** A hash of its own for one thread; it was looked up and keyed before. */
    public Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's " + ALGORITHM + " can't be cloned", e);
        }
    }

    /** Whether it is the same secret, whatever its id. */
    boolean isSameAs(PseudonymKey other) {
        return MessageDigest.isEqual(mac().doFinal(ANYTHING), other.mac().doFinal(ANYTHING));
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
