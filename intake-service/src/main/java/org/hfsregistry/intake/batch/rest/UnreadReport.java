package org.hfsregistry.intake.batch.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report that the client has not read yet, in a temporary file of bounded length.
 *
 * <p>Most clients, browsers among them, read nothing of an answer before they have sent the whole request. Without a place
 * for what they leave unread, the report would wait for them to read and their upload would wait for the report.
 */
final class UnreadReport implements AutoCloseable {

    private static final int SENT_AT_ONCE = 65_536;

    private final OutputStream client;
    private final long most;
    private final FileChannel file;
    private final Thread sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long written;
    private long sent;
    private boolean ended;
    private boolean abandoned;
    private @Nullable IOException failure;

    UnreadReport(OutputStream client, long most) throws IOException {
        this.client = client;
        this.most = most;
        Path path = Files.createTempFile("unread-report", ".ndjson");
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.sender = Thread.ofVirtual().name("batch answer").start(this::send);
    }

    /**
     * Adds to the end; waits where the client leaves too much unread.
     *
     * @throws IOException if the client is gone
     */
    void append(byte[] lines) throws IOException {
        lock.lock();
        try {
            while (written >= most && failure == null) {
                changed.await();
            }
            if (failure != null) {
                throw failure;
            }
            ByteBuffer bytes = ByteBuffer.wrap(lines);
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
            changed.signalAll();
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when everything was sent.
     *
     * @throws IOException if the client is gone
     */
    void finish() throws IOException {
        end(false);
        if (failure != null) {
            throw failure;
        }
    }

    /** Sends nothing more; the answer belongs to nobody then. */
    @Override
    public void close() throws IOException {
        end(true);
        file.close();
    }

    private void end(boolean whateverIsLeft) throws IOException {
        lock.lock();
        try {
            ended = true;
            abandoned = whateverIsLeft;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            sender.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void send() {
        ByteBuffer chunk = ByteBuffer.allocate(SENT_AT_ONCE);
        try {
            for (int length = awaitUnread(); length > 0; length = awaitUnread()) {
                chunk.clear().limit(length);
                while (chunk.hasRemaining()) {
                    file.read(chunk, sent + chunk.position());
                }
                client.write(chunk.array(), 0, length);
                client.flush();
                advance(length);
            }
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            fail(interrupted());
        }
    }

    /** How much to send next; nothing at the end. */
    private int awaitUnread() throws InterruptedException {
        lock.lock();
        try {
            while (written == sent && !ended) {
                changed.await();
            }
            return abandoned ? 0 : (int) Math.min(SENT_AT_ONCE, written - sent);
        } finally {
            lock.unlock();
        }
    }

    /** A client that reads as fast as it is written to keeps the file short. */
    private void advance(int length) {
        lock.lock();
        try {
            sent += length;
            if (sent == written) {
                sent = 0;
                written = 0;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(IOException why) {
        lock.lock();
        try {
            failure = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the service stops");
    }
}
