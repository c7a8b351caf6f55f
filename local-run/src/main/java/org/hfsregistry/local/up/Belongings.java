package org.hfsregistry.local.up;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a run has started, stopped in the opposite order and once, also while something is still being started. */
final class Belongings implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Object order = new Object();
    private boolean closing;

    /** Takes something over; while all is being stopped, it is stopped at once. */
    <T extends AutoCloseable> T add(T belonging) throws InterruptedException {
        synchronized (this) {
            if (!closing) {
                started.push(belonging);
                return belonging;
            }
        }
        close(belonging);
        throw new InterruptedException("the run is being stopped");
    }

    synchronized boolean isClosing() {
        return closing;
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        synchronized (order) {
            for (Optional<AutoCloseable> last = last(); last.isPresent(); last = last()) {
                close(last.get());
            }
        }
    }

    private synchronized Optional<AutoCloseable> last() {
        return Optional.ofNullable(started.poll());
    }

    private static void close(AutoCloseable belonging) {
        try {
            belonging.close();
        } catch (Exception e) {
            throw new IllegalStateException("something can't be stopped: " + belonging, e);
        }
    }
}
