package org.hfsregistry.benchmarks.lag;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.hfsregistry.benchmarks.client.PostingClient;
import org.hfsregistry.benchmarks.client.SampleRows;

/**
 * Posts outcomes one by one at a steady rate, whether earlier ones are answered or not, as long as a connection is free. Each
 * has the time at which it was due, so that one which had to wait for a connection is not taken for a quick one.
 */
final class Postings {

    private static final int ACCEPTED = 202;

    private final Options options;
    private final byte[][] bodies;
    private final long[] answered;
    private final AtomicInteger next = new AtomicInteger();
    private volatile long start;

    Postings(Options options) {
        this.options = options;
        this.bodies = new byte[options.outcomes()][];
        this.answered = new long[options.outcomes()];
        SampleRows rows = SampleRows.ndjson(0, options.outcomes());
        for (int number = 0; number < bodies.length; number++) {
            bodies[number] = rows.next();
        }
    }

    /** Returns when all are answered. */
    void post(URI intake, IntFunction<String> tokenOfHospital) throws Exception {
        try (ExecutorService connections = Executors.newFixedThreadPool(options.connections())) {
            start = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int connection = 0; connection < options.connections(); connection++) {
                String token = tokenOfHospital.apply(connection % options.hospitals());
                all.add(connections.submit(() -> {
                    postAll(intake, token);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void postAll(URI intake, String token) throws IOException {
        try (PostingClient client = new PostingClient(intake, "/v1/outcomes", "application/json", token)) {
            for (int number = next.getAndIncrement(); number < bodies.length; number = next.getAndIncrement()) {
                awaitDue(number);
                int status = client.post(bodies[number]).status();
                if (status != ACCEPTED) {
                    throw new IllegalStateException("intake answered " + status);
                }
                answered[number] = System.nanoTime();
            }
        }
    }

    private void awaitDue(int number) {
        for (long left = due(number) - System.nanoTime(); left > 0; left = due(number) - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** When an outcome was to be posted, in nanoseconds of this JVM. */
    long due(int number) {
        return start + number * 1_000_000_000L / options.rate();
    }

    /** When it was acknowledged. */
    long answered(int number) {
        return answered[number];
    }
}
