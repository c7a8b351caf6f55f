package org.hfsregistry.registry.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What stood in a part of the history when it could not change any more. Each seal holds the hash of the one before, so who
 * knows the last one knows them all.
 *
 * @param number from 1 on, in each partition
 * @param from the first offset that it seals
 * @param to the first offset that it does not
 * @param entries what stood there, in the order of offsets
 * @param previous the hash of the seal before
 * @param hash over all of this
 */
public record Seal(
        int partition,
        long number,
        long from,
        long to,
        List<Entry> entries,
        String previous,
        Instant sealedAt,
        String hash) {

    /** The hash before the first. */
    public static final String NOTHING = "0".repeat(64);

    /** Takes a copy. */
    public Seal {
        entries = List.copyOf(entries);
    }

    /** A new one. */
    static Seal of(
            int partition, long number, long from, long to, List<Entry> entries, String previous, Instant sealedAt) {
        return new Seal(
                partition,
                number,
                from,
                to,
                entries,
                previous,
                sealedAt,
                hash(partition, number, from, to, entries, previous, sealedAt));
    }

    /** By which somebody else can remember it. */
    public Head head() {
        return new Head(partition, number, hash);
    }

    /** Whether it says what was hashed. */
    boolean isIntact() {
        return hash.equals(hash(partition, number, from, to, entries, previous, sealedAt));
    }

    /** {@code docs/verifying.md} has the lines that are hashed, so that anybody can. */
    private static String hash(
            int partition, long number, long from, long to, List<Entry> entries, String previous, Instant sealedAt) {
        MessageDigest sha256 = sha256();
        String head = "hfs-seal/1\n%d %d %d %d %s\n%s\n".formatted(partition, number, from, to, sealedAt, previous);
        sha256.update(head.getBytes(UTF_8));
        entries.forEach(entry -> sha256.update((entry.offset() + " " + entry.contentHash() + "\n").getBytes(UTF_8)));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * An entry of the history.
     *
     * @param contentHash of what it says
     */
    public record Entry(long offset, String contentHash) {}
}
