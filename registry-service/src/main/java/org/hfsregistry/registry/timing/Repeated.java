package org.hfsregistry.registry.timing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done at the start and every so often after it, by a thread of its own. It exists so that what fails, since
 * the store or the broker is away, is told in the log and done the next time.
 */
public final class Repeated {

    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

    private final String name;
    private final Duration between;
    private final Runnable task;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Thread thread = new Thread();

    /** Under a name that the log tells. */
    public Repeated(String name, Duration between, Runnable task) {
        this.name = name;
        this.between = between;
        this.task = task;
    }

    /** Begins. */
    public void start() {
        thread = Thread.ofPlatform().name(name).start(this::repeat);
    }

    /** Ends it when what is being done is done. */
    public void stop() {
        stop(() -> {});
    }

    /** Ends it when what is being done is done, which something makes short; afterwards it is not done again. */
    public void stop(Runnable shortening) {
        stopped.countDown();
        shortening.run();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it goes on. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void repeat() {
        try {
            do {
                once();
            } while (!stopped.await(between.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("Can't {} for now; trying again", name, e);
        }
    }
}
