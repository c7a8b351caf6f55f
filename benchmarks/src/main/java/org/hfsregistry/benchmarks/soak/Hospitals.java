package org.hfsregistry.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.hfsregistry.benchmarks.client.Answer;
import org.hfsregistry.benchmarks.client.PostingClient;
import org.hfsregistry.benchmarks.client.SampleRows;

/**
 * Posts outcomes at a steady rate, as {@code lag} does it, but makes each when it is posted, and counts what is not taken instead of
 * giving up.
 */
final class Hospitals implements AutoCloseable {

    private static final int OK = 200;

    private final Options options;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicLong errors = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final long start = System.nanoTime();
    private volatile boolean closed;

    Hospitals(URI intake, IntFunction<String> tokenOfHospital, Options options) {
        this.options = options;
        for (int connection = 0; connection < options.posts.connections(); connection++) {
            String token = tokenOfHospital.apply(connection % options.posts.hospitals());
            threads.add(Thread.ofPlatform().start(() -> postAll(intake, token)));
        }
    }

    private void postAll(URI intake, String token) {
        while (hasMore()) {
            try (PostingClient client = new PostingClient(
                    intake, "/v1/outcomes/batch", "application/x-ndjson", token, Watching.LONGEST_SILENCE)) {
                while (hasMore()) {
                    post(client, next.getAndAdd(options.posts.rows()));
                }
            } catch (IOException connectionIsLost) {
                errors.incrementAndGet();
            }
        }
    }

    private boolean hasMore() {
        return !closed && next.get() < options.outcomes();
    }

    private void post(PostingClient client, int first) throws IOException {
        if (first >= options.outcomes()) {
            return;
        }
        for (long left = due(first) - System.nanoTime(); left > 0 && !closed; left = due(first) - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        SampleRows rows = SampleRows.ndjson(first, options.posts.rows());
        Answer answer = client.post(rows, rows.length());
        if (answer.status() == OK && answer.text().contains("\"rejected\":0,")) {
            answered.addAndGet(options.posts.rows());
        } else {
            errors.addAndGet(options.posts.rows());
        }
    }

    /** When an outcome was to be posted, in nanoseconds of this JVM. */
    long due(int number) {
        return start + options.posts.due(number);
    }

    /** How many outcomes intake has acknowledged. */
    int answered() {
        return answered.get();
    }

    /** How many were not taken, or lost with their connection. */
    long errors() {
        return errors.get();
    }

    @Override
    public void close() {
        closed = true;
        Watching.end(threads);
    }
}
