package org.hfsregistry.analytics.feed.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A file that ends with the checksum of all before. */
final class WrittenFile implements AutoCloseable {
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();

    WrittenFile(Path path) throws IOException {
        this.channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    void put(long number) throws IOException {
        put(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    void put(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        put(ByteBuffer.wrap(bytes));
    }

    void put(ByteBuffer bytes) throws IOException {
        checksum.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Writes the checksum, and returns when all is on the disk. */
    void end() throws IOException {
        put(checksum.getValue());
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
