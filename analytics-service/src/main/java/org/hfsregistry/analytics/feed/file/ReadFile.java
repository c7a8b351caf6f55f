package org.hfsregistry.analytics.feed.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file that {@link WrittenFile} wrote, read in the same order. */
final class ReadFile implements AutoCloseable {
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();

    ReadFile(Path path) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    long number() throws IOException {
        return bytes(Long.BYTES).getLong();
    }

    String text() throws IOException {
        return StandardCharsets.UTF_8.decode(bytes(Math.toIntExact(number()))).toString();
    }

    /** So many bytes; what was broken may tell any number of them. */
    ByteBuffer bytes(int count) throws IOException {
        if (count < 0 || count > channel.size() - channel.position()) {
            throw new EOFException("cut off");
        }
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("cut off");
            }
        }
        bytes.flip();
        checksum.update(bytes.duplicate());
        return bytes;
    }

    /** Sees to it that this is the end, and that nothing was changed since it was written. */
    void end() throws IOException {
        long found = checksum.getValue();
        if (number() != found || channel.position() != channel.size()) {
            throw new IOException("not what was written");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
