package org.hfsregistry.benchmarks.soak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hfsregistry.benchmarks.running.Metrics;
import org.hfsregistry.benchmarks.running.RunningService;

/** Reads the services' metrics every five seconds, as a Prometheus with boards does, and keeps the most of the registry's lag. */
final class Board implements AutoCloseable {

    private static final int SECONDS_BETWEEN = 5;
    private static final String WAITING = "hfs_registry_waiting{";
    private static final String WAITING_AGE = "hfs_registry_waiting_age_seconds{";

    private final List<RunningService> services;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong errors = new AtomicLong();
    private Lag most = Lag.NONE;

    Board(List<RunningService> services) {
        this.services = List.copyOf(services);
        threads.add(Thread.ofPlatform().start(this::watch));
    }

    /**
     * What the registry has not taken in.
     *
     * @param outcomes that wait
     * @param seconds for which the oldest does
     */
    record Lag(double outcomes, double seconds) {
        private static final Lag NONE = new Lag(0, 0);

        private Lag orMore(Lag other) {
            return new Lag(Math.max(outcomes, other.outcomes), Math.max(seconds, other.seconds));
        }
    }

    private void watch() {
        try {
            while (!closed.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) {
                services.forEach(this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(RunningService service) {
        try {
            Metrics metrics = service.metrics();
            note(new Lag(metrics.sum(WAITING), metrics.sum(WAITING_AGE)));
        } catch (IOException notAnswered) {
            errors.incrementAndGet();
        }
    }

    private synchronized void note(Lag lag) {
        most = most.orMore(lag);
    }

    /** The most of it since this was asked for last. */
    synchronized Lag mostLag() {
        Lag since = most;
        most = Lag.NONE;
        return since;
    }

    /** How often a service did not tell its metrics. */
    long errors() {
        return errors.get();
    }

    /** What each service holds after its garbage was collected. */
    List<Minute.Memory> memory() throws IOException, InterruptedException {
        List<Minute.Memory> memory = new ArrayList<>();
        for (RunningService service : services) {
            service.collect();
            memory.add(new Minute.Memory(service.name(), service.metrics().heapBytes(), service.residentBytes()));
        }
        return memory;
    }

    @Override
    public void close() {
        closed.countDown();
        Watching.end(threads);
    }
}
