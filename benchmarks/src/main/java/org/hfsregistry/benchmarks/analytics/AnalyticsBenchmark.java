package org.hfsregistry.benchmarks.analytics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.platform.Platform;
import org.hfsregistry.platform.RunServers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Answers over many treatments, in this JVM: the first ones, those of data that nobody has asked of, and repeated ones, beside
 * the same questions asked of other engines.
 */
public final class AnalyticsBenchmark {

    private static final int BATCH = 2_000;
    private static final int RESTARTS = 3;
    private static final int SLOW_ROUNDS = 5;
    private static final double MILLIS = 1e3;

    private final Options options;
    private final Filled filled;
    private final Statistics statistics;

    private AnalyticsBenchmark(Options options, Filled filled) {
        this.options = options;
        this.filled = filled;
        this.statistics = new Statistics(filled.population(), Questions.THRESHOLDS);
    }

    /** Runs it. */
    @Command(name = "analytics", description = "answers over many treatments in this JVM, beside DuckDB, MongoDB and R")
    public static void run(@Mixin Options options) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "JDK %s, %d processors; %,d treatments of %d hospitals%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                options.rows,
                options.hospitals);
        long before = heap();
        long start = System.nanoTime();
        Filled filled = new Filled(new MadeUp(options.hospitals), options.rows);
        System.out.printf(Locale.ROOT, "filled in %.1f s%n", (System.nanoTime() - start) / 1e9);
        System.out.printf(
                Locale.ROOT, "heap in use: %.0f bytes a treatment%n", (double) (heap() - before) / options.rows);
        AnalyticsBenchmark benchmark = new AnalyticsBenchmark(options, filled);
        if (options.changes > 0) {
            new UnderChanges(filled, options.changes).run();
        } else {
            benchmark.questions();
            benchmark.changes();
            benchmark.restart();
            if (options.sample > 0) {
                benchmark.sample();
            }
        }
    }

    private void changes() throws Exception {
        Times batch = times(() -> {}, () -> filled.change(BATCH));
        System.out.printf(
                Locale.ROOT,
                "changes read, made rows of and applied: %,.0f/s on one thread%n",
                BATCH * MILLIS / batch.median());
    }

    private void restart() throws Exception {
        try (Restart restart = new Restart(filled.population())) {
            Times answered = Times.of(
                    1,
                    RESTARTS,
                    () -> {},
                    () -> Questions.SUCCESS.ask(new Statistics(restart.taken(), Questions.THRESHOLDS)));
            System.out.printf(
                    Locale.ROOT,
                    "columns in a file: %,.1f bytes a treatment; from there to the first success table: %s%n",
                    (double) restart.bytes() / options.rows,
                    answered);
        }
    }

    private void sample() throws Exception {
        Filled sample = new Filled(new MadeUp(options.hospitals), options.sample);
        Path folder = Files.createTempDirectory("analytics-benchmark");
        System.out.printf(Locale.ROOT, "of %,d treatments, nothing counted yet:%n", options.sample);
        for (Questions question : List.of(Questions.SUCCESS, Questions.RECURRENCE)) {
            Times ours = times(() -> {}, () -> question.askAnew(sample.population()));
            System.out.printf(Locale.ROOT, "%s: %s%n", question, ours);
        }
        try (Platform platform = Platform.forRun(RunServers.GIVEN_OR_EMBEDDED, folder);
                MongoSample mongo = new MongoSample(platform.mongodbUri("analytics_benchmark"), sample.population())) {
            Times theirs = Times.of(1, SLOW_ROUNDS, () -> {}, mongo::ask);
            System.out.printf(
                    "counts of success as an aggregation of %s: %s%n",
                    platform.mongodb().description(), theirs);
        }
        System.out.println(RSample.ask(sample.population())
                .map("R's survfit of recurrence by hospital: %,.0f ms"::formatted)
                .orElse("R with its package survival is not installed"));
    }

    private void questions() throws Exception {
        System.out.print("""
            | question | nothing counted yet | cold: a change later | repeated | DuckDB | numbers that are the same |
            | --- | --- | --- | --- | --- | --- |
            """);
        try (DuckDb duckDb = new DuckDb(filled.population(), options.threads)) {
            Map<Questions, Integer> same = new EnumMap<>(Questions.class);
            for (Questions question : Questions.values()) {
                same.put(question, duckDb.compare(question, question.ask(statistics)));
            }
            for (Questions question : Questions.values()) {
                Times theirs = times(() -> {}, () -> duckDb.ask(question));
                Times anew = times(() -> {}, () -> question.askAnew(filled.population()));
                System.out.printf(Locale.ROOT, "| %s | %s | ", question, anew);
                Times cold = times(() -> filled.change(1), () -> question.ask(statistics));
                Times repeated = times(() -> {}, () -> question.ask(statistics));
                System.out.printf(Locale.ROOT, "%s | %s | %s | %,d |%n", cold, repeated, theirs, same.get(question));
            }
        }
    }

    private Times times(Times.Timed before, Times.Timed timed) throws Exception {
        return Times.of(options.rounds.warm(), options.rounds.counted(), before, timed);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
