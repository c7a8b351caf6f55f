package org.hfsregistry.analytics.frozen.mongo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes in pieces that fit into a document each, which may have 16 MB; packed they are a tenth or so. */
final class Pieces {
    static final int LARGEST = 12 * 1024 * 1024;

    private Pieces() {}

    /** At least one. */
    static List<byte[]> of(byte[] whole) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < whole.length; from += LARGEST) {
            pieces.add(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + LARGEST)));
        }
        return pieces;
    }

    static byte[] packed(byte[] piece) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(piece);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return packed.toByteArray();
    }

    static byte[] joined(List<byte[]> packed) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : packed) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(piece))) {
                gzip.transferTo(whole);
            } catch (IOException broken) {
                throw new IllegalStateException("a piece of an answer can't be unpacked", broken);
            }
        }
        return whole.toByteArray();
    }
}
