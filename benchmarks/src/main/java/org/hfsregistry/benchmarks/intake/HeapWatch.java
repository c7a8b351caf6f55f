package org.hfsregistry.benchmarks.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Asks intake's own metrics every quarter of a second how much of its heap is in use, until it is closed. */
final class HeapWatch implements AutoCloseable {

    private static final int PAUSE_MS = 250;
    private static final String MEMORY = "jvm_memory_used_bytes{";
    private static final String HEAP = "area=\"heap\"";

    private final HttpRequest metrics;
    private final AtomicLong most = new AtomicLong();
    private final Thread watch;
    private volatile @Nullable IOException failure;

    HeapWatch(URI intake) {
        this.metrics =
                HttpRequest.newBuilder(intake.resolve("/actuator/prometheus")).build();
        this.watch = Thread.ofPlatform().start(this::watch);
    }

    /** The most that was seen, garbage included, in megabytes. */
    long mostMegabytes() {
        if (failure != null) {
            throw new IllegalStateException("intake's heap was not watched to the end", failure);
        }
        return most.get() / (1024 * 1024);
    }

    private void watch() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!Thread.interrupted()) {
                String answer = client.send(metrics, HttpResponse.BodyHandlers.ofString())
                        .body();
                double used = answer.lines()
                        .filter(line -> line.startsWith(MEMORY) && line.contains(HEAP))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum();
                most.accumulateAndGet((long) used, Math::max);
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
