package org.hfsregistry.benchmarks.lag;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks analytics for a number again and again, and notes from which positions of the treatments each answer was reckoned. */
public final class Answers implements AutoCloseable {

    private static final int PAUSE_MS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern POSITIONS = Pattern.compile("\"hfs\\.treatments\":\\[([0-9,]*)]");

    /** An answer that had come at a time. */
    private record Answer(long at, List<Long> positions) {
        long position(int partition) {
            return partition < positions.size() ? positions.get(partition) : 0;
        }
    }

    private final HttpRequest number;
    private final List<Answer> answers = new ArrayList<>();
    private final AtomicLong failed = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> rounds;

    /** Begins to ask. */
    public Answers(URI analytics, String token) {
        this.number = HttpRequest.newBuilder(analytics.resolve("/v1/statistics/mvd-success"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build();
        this.rounds = asking.scheduleWithFixedDelay(this::ask, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        try {
            Matcher positions = POSITIONS.matcher(
                    client.send(number, HttpResponse.BodyHandlers.ofString()).body());
            if (positions.find() && !positions.group(1).isEmpty()) {
                note(Arrays.stream(positions.group(1).split(","))
                        .map(Long::valueOf)
                        .toList());
            }
        } catch (IOException notAnswered) {
            failed.incrementAndGet();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often there was no answer. */
    public long failed() {
        if (rounds.isDone()) {
            throw new IllegalStateException("analytics was not asked to the end", rounds.exceptionNow());
        }
        return failed.get();
    }

    private synchronized void note(List<Long> positions) {
        answers.add(new Answer(System.nanoTime(), positions));
    }

    /** When the first answer came that had read this offset; 0 where none has. */
    public synchronized long reckonedWith(int partition, long offset) {
        int from = 0;
        int to = answers.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (answers.get(middle).position(partition) > offset) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from < answers.size() ? answers.get(from).at() : 0;
    }

    /** How many answers have come. */
    public synchronized int count() {
        return answers.size();
    }

    @Override
    public void close() {
        asking.close();
        client.close();
    }
}
