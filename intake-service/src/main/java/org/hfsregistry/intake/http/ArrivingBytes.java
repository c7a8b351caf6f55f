package org.hfsregistry.intake.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;

/**
 * A body as the connection gives it. Tells a broken connection from broken content, and does not wait for a client that
 * sends next to nothing.
 *
 * <p>Each byte pays for a moment of waiting, and what is not paid for adds up: only the time in which nothing was there to
 * be read, so that a client is not blamed where the broker keeps it from being read.
 */
final class ArrivingBytes extends FilterInputStream {

    private final Uploads.Pace pace;
    private final LongSupplier nanos;
    private final Runnable afterTimeout;
    private long unpaidNanos;

    /** @param afterTimeout is run before a connection's own timeout is told */
    ArrivingBytes(InputStream body, Uploads.Pace pace, LongSupplier nanos, Runnable afterTimeout) {
        super(body);
        this.pace = pace;
        this.nanos = nanos;
        this.afterTimeout = afterTimeout;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long begin = nanos.getAsLong();
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (IOException e) {
            if (!isTimeout(e)) {
                throw new ClientGone(e);
            }
            afterTimeout.run();
            throw new UploadTooSlow();
        }
        if (read > 0) {
            unpaidNanos = Math.max(0, unpaidNanos + nanos.getAsLong() - begin - read * pace.nanosOfAByte());
            if (unpaidNanos > pace.patience().toNanos()) {
                throw new UploadTooSlow();
            }
        }
        return read;
    }

    private static boolean isTimeout(IOException broken) {
        Throwable cause = broken;
        while (cause != null && !(cause instanceof SocketTimeoutException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
