package org.hfsregistry.benchmarks.lag;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * From the moment in which an outcome is to be posted to the answer of analytics that reckons with it, at a steady rate. It is
 * found by the position at which the registry published the outcome's treatment, and the positions that an answer names. All
 * services, broker, store and clients share the machine.
 */
public final class LagBenchmark {

    private static final String HEAP = "512m";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASKED_EVERY = Duration.ofMillis(50);
    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final int SECONDS_TOGETHER = 10;

    private final Options options;
    private final Postings postings;
    private final Publications publications;
    private final Answers answers;

    private LagBenchmark(Options options, Publications publications, Answers answers) {
        this.options = options;
        this.postings = new Postings(options.posts, options.outcomes());
        this.publications = publications;
        this.answers = answers;
    }

    /** Runs it. */
    @Command(name = "lag", description = "from posting an outcome to the number that reckons with it")
    public static void run(@Mixin Options options) throws Exception {
        try (Deployment deployment = Deployment.start()) {
            System.out.printf(
                    "JDK %s, %d processors, all on this machine; %s%n",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), deployment.servers());
            RunningService intake = deployment.intake(HEAP);
            RunningService registry = deployment.registry(HEAP, List.of(), List.of());
            RunningService analytics = deployment.analytics(HEAP);
            try (Publications publications = new Publications(
                            deployment.kafkaBootstrap(),
                            deployment.topics().treatments().name(),
                            options.outcomes());
                    Answers answers =
                            new Answers(analytics.address(), deployment.tokens().researcher())) {
                LagBenchmark benchmark = new LagBenchmark(options, publications, answers);
                benchmark.postings.post(
                        intake.address(), hospital -> deployment.tokens().hospital("h-%03d".formatted(hospital)));
                benchmark.awaitCounted();
                benchmark.print();
                System.out.printf(
                        Locale.ROOT,
                        "%d answers of analytics, %d failed; processor time of intake %.1f s, registry %.1f s, analytics %.1f s%n",
                        answers.count(),
                        answers.failed(),
                        intake.cpu().toMillis() / 1e3,
                        registry.cpu().toMillis() / 1e3,
                        analytics.cpu().toMillis() / 1e3);
            }
        }
    }

    private void awaitCounted() {
        Awaitility.await("%d outcomes published".formatted(options.outcomes()))
                .atMost(PATIENCE)
                .pollInterval(ASKED_EVERY)
                .until(publications::count, count -> count == options.outcomes());
        Awaitility.await("a number of analytics for each outcome")
                .atMost(PATIENCE)
                .pollInterval(ASKED_EVERY)
                .until(() -> IntStream.range(0, options.outcomes()).noneMatch(number -> counted(number) == 0));
    }

    private long counted(int number) {
        return answers.reckonedWith(publications.partition(number), publications.offset(number));
    }

    private void print() {
        System.out.printf(
                "| from posting, %,d outcomes/s for %d s, %d a request | p50, ms | p99, ms | longest, ms | to reach |%n",
                options.posts.rate(), options.seconds.counted(), options.posts.rows());
        System.out.println("| --- | --- | --- | --- | --- |");
        print("acknowledged by intake", postings::answered, "");
        print("published by the registry", publications::seen, "");
        print("in a number of analytics", this::counted, "p99 500 ms");
        System.out.println("longest way to a number, ms, by tens of seconds since the first post: "
                + IntStream.range(0, options.seconds.all() / SECONDS_TOGETHER)
                        .mapToObj(ten -> "%.0f".formatted(longest(ten) / NANOS_OF_A_MILLI))
                        .collect(Collectors.joining(" ")));
    }

    private long longest(int ten) {
        int together = options.posts.outcomesOf(SECONDS_TOGETHER);
        return IntStream.range(ten * together, Math.min((ten + 1) * together, options.outcomes()))
                .mapToLong(number -> counted(number) - postings.due(number))
                .max()
                .orElse(0);
    }

    private void print(String what, IntToLongFunction when, String target) {
        long[] lags = IntStream.range(options.posts.outcomesOf(options.seconds.warm()), options.outcomes())
                .mapToLong(number -> when.applyAsLong(number) - postings.due(number))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %s |%n",
                what,
                lags[lags.length / 2] / NANOS_OF_A_MILLI,
                lags[(int) (lags.length * 0.99)] / NANOS_OF_A_MILLI,
                lags[lags.length - 1] / NANOS_OF_A_MILLI,
                target);
    }
}
