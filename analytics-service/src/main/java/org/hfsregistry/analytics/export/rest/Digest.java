package org.hfsregistry.analytics.export.rest;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A stream that keeps how much was written and its SHA-256, and nothing else. */
final class Digest extends OutputStream {
    private final MessageDigest sha256;
    private long length;
    private Optional<byte[]> sum = Optional.empty();

    Digest() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public void write(int one) {
        sha256.update((byte) one);
        length++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        sha256.update(bytes, from, count);
        length += count;
    }

    long length() {
        return length;
    }

    String hex() {
        return HexFormat.of().formatHex(sum());
    }

    String base64() {
        return Base64.getEncoder().encodeToString(sum());
    }

    private byte[] sum() {
        sum = sum.or(() -> Optional.of(sha256.digest()));
        return sum.orElseThrow();
    }
}
