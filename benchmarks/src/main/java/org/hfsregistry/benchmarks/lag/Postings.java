package org.hfsregistry.benchmarks.lag;

import java.io.ByteArrayOutputStream;
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
import org.hfsregistry.benchmarks.client.Answer;
import org.hfsregistry.benchmarks.client.PostingClient;
import org.hfsregistry.benchmarks.client.SampleRows;
import org.hfsregistry.benchmarks.options.SteadyPosts;

/**
 * Posts outcomes at a steady rate, one by one or as many as a request has, whether earlier ones are answered or not, as long as a connection is free. Each
 * has the time at which it was due, so that one which had to wait for a connection is not taken for a quick one.
 */
final class Postings {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final SteadyPosts posts;
    private final byte[][] bodies;
    private final long[] answered;
    private final AtomicInteger next = new AtomicInteger();
    private volatile long start;

    Postings(SteadyPosts posts, int outcomes) {
        this.posts = posts;
        this.bodies = new byte[outcomes / posts.rows()][];
        this.answered = new long[bodies.length];
        SampleRows rows = SampleRows.ndjson(0, outcomes);
        for (int request = 0; request < bodies.length; request++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int row = 0; row < posts.rows(); row++) {
                body.writeBytes(rows.next());
                body.write('\n');
            }
            bodies[request] = body.toByteArray();
        }
    }

    /** Returns when all are answered. */
    void post(URI intake, IntFunction<String> tokenOfHospital) throws Exception {
        try (ExecutorService connections = Executors.newFixedThreadPool(posts.connections())) {
            start = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int connection = 0; connection < posts.connections(); connection++) {
                String token = tokenOfHospital.apply(connection % posts.hospitals());
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
        boolean single = posts.rows() == 1;
        try (PostingClient client = new PostingClient(
                intake,
                single ? "/v1/outcomes" : "/v1/outcomes/batch",
                single ? "application/json" : "application/x-ndjson",
                token)) {
            for (int request = next.getAndIncrement(); request < bodies.length; request = next.getAndIncrement()) {
                awaitDue(request);
                Answer answer = client.post(bodies[request]);
                boolean kept = single
                        ? answer.status() == ACCEPTED
                        : answer.status() == OK && answer.text().contains("\"rejected\":0,");
                if (!kept) {
                    throw new IllegalStateException("intake answered " + answer.status() + " " + answer.text());
                }
                answered[request] = System.nanoTime();
            }
        }
    }

    private void awaitDue(int request) {
        long due = due(request * posts.rows());
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** When an outcome was to be posted, in nanoseconds of this JVM. */
    long due(int number) {
        return start + posts.due(number);
    }

    /** When it was acknowledged. */
    long answered(int number) {
        return answered[number / posts.rows()];
    }
}
