package org.hfsregistry.benchmarks.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hfsregistry.benchmarks.running.RunningService;

/** Asks intake's own metrics every quarter of a second how much of its heap is in use, until it is closed. */
final class HeapWatch implements AutoCloseable {

    private static final int PAUSE_MS = 250;

    private final RunningService intake;
    private final AtomicLong most = new AtomicLong();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> watch;

    HeapWatch(RunningService intake) {
        this.intake = intake;
        this.watch = scheduler.scheduleWithFixedDelay(this::look, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** The most that was seen, garbage included, in megabytes. */
    long mostMegabytes() {
        if (watch.isDone()) {
            throw new IllegalStateException("intake's heap was not watched to the end", watch.exceptionNow());
        }
        return most.get() / (1024 * 1024);
    }

    private void look() {
        try {
            most.accumulateAndGet(intake.metrics().heapBytes(), Math::max);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
