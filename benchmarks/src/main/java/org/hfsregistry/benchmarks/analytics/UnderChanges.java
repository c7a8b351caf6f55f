package org.hfsregistry.benchmarks.analytics;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import org.hfsregistry.analytics.statistic.Statistics;

/**
 * Questions while changes come in, each question of data that nobody has asked of. A question's time begins when it is due, so
 * that one that waits for the one before does not count as a quick one.
 */
final class UnderChanges {

    private static final List<Questions> QUESTIONS = List.of(Questions.values());
    private static final int BATCHES_A_SECOND = 200;
    private static final int QUESTIONS_A_SECOND = 10;
    private static final Duration WARM = Duration.ofSeconds(30);
    private static final Duration COUNTED = Duration.ofSeconds(90);

    private final Filled filled;
    private final Statistics statistics;
    private final int changesASecond;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong changed = new AtomicLong();

    UnderChanges(Filled filled, int changesASecond) {
        this.filled = filled;
        this.statistics = new Statistics(filled.population(), Questions.THRESHOLDS);
        this.changesASecond = changesASecond;
    }

    void run() throws InterruptedException {
        Thread changing = Thread.ofPlatform().start(this::change);
        ask(WARM);
        changed.set(0);
        long start = System.nanoTime();
        Map<Questions, DoubleStream.Builder> times = ask(COUNTED);
        double seconds = (System.nanoTime() - start) / 1e9;
        ended.set(true);
        System.out.printf(
                Locale.ROOT,
                "%,.0f changes/s, %d questions/s%n| question | p50, ms | p99, ms | longest, ms |%n| --- | --- | --- |"
                        + " --- |%n",
                changed.get() / seconds,
                QUESTIONS_A_SECOND);
        DoubleStream.Builder all = DoubleStream.builder();
        times.forEach((question, each) -> {
            double[] millis = each.build().sorted().toArray();
            Arrays.stream(millis).forEach(all::add);
            print(question.toString(), new Times(millis));
        });
        print("all", new Times(all.build().sorted().toArray()));
        changing.join();
    }

    private static void print(String name, Times times) {
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f | %.1f |%n", name, times.median(), times.part(0.99), times.part(1));
    }

    private void change() {
        long next = System.nanoTime();
        while (!ended.get()) {
            filled.change(changesASecond / BATCHES_A_SECOND);
            changed.addAndGet(changesASecond / BATCHES_A_SECOND);
            next += 1_000_000_000L / BATCHES_A_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private Map<Questions, DoubleStream.Builder> ask(Duration duration) {
        Map<Questions, DoubleStream.Builder> times = new EnumMap<>(Questions.class);
        for (Questions question : QUESTIONS) {
            times.put(question, DoubleStream.builder());
        }
        long start = System.nanoTime();
        int asked = (int) duration.toSeconds() * QUESTIONS_A_SECOND;
        for (int i = 0; i < asked; i++) {
            Questions question = QUESTIONS.get(i % QUESTIONS.size());
            long due = start + i * 1_000_000_000L / QUESTIONS_A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            question.ask(statistics);
            Objects.requireNonNull(times.get(question)).add((System.nanoTime() - due) / 1e6);
        }
        return times;
    }
}
