package org.hfsregistry.benchmarks.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.hfsregistry.benchmarks.analytics.MadeUp;
import org.hfsregistry.benchmarks.client.Answer;
import org.hfsregistry.benchmarks.client.ReadingClient;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Pages of analytics over many treatments, asked for at a steady rate: first with no changes, then with changes coming, after each of
 * which no page that was kept is of use. Analytics runs as in its container; broker, store and readers share the machine.
 */
public final class PagesBenchmark {

    private static final String DATA_VERSION = "hfs_analytics_data_version";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration ASKED_EVERY = Duration.ofMillis(500);
    private static final int PART_OF_WARM = 4;

    private final Options options;
    private final RunningService analytics;
    private final Publishing publishing;
    private final Visitors visitors;

    private PagesBenchmark(Options options, RunningService analytics, Publishing publishing) {
        this.options = options;
        this.analytics = analytics;
        this.publishing = publishing;
        this.visitors = new Visitors(analytics.address(), options);
    }

    /** Runs it. */
    @Command(
            name = "pages",
            description =
                    "pages of analytics at a steady rate, without changes and with changes coming; to reach: 50 ms,"
                            + " p99 100 ms")
    public static void run(@Mixin Options options) throws Exception {
        try (Deployment deployment = Deployment.start()) {
            System.out.printf(
                    Locale.ROOT,
                    "JDK %s, %d processors, all on this machine; heap of analytics %s; %s%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    options.heap,
                    deployment.servers());
            RunningService analytics = deployment.analytics(options.heap);
            try (Publishing publishing = new Publishing(
                    deployment.kafkaBootstrap(),
                    deployment.topics().treatments().name(),
                    new MadeUp(options.hospitals),
                    options.treatments)) {
                PagesBenchmark benchmark = new PagesBenchmark(options, analytics, publishing);
                benchmark.fill();
                benchmark.requirePage();
                benchmark.calm();
                benchmark.underChanges();
            }
        }
    }

    private void fill() {
        long start = System.nanoTime();
        publishing.publishAll();
        awaitCounted();
        System.out.printf(
                Locale.ROOT,
                "%,d treatments of %d hospitals, in after %.0f s; %d pages of hospitals a second%n"
                        + "| pages | p50, ms | p99, ms | longest, ms | errors | analytics, ms of processor a page |%n"
                        + "| --- | --- | --- | --- | --- | --- |%n",
                publishing.published(),
                options.hospitals,
                (System.nanoTime() - start) / 1e9,
                options.rate);
    }

    private void awaitCounted() {
        Awaitility.await("%d changes in analytics".formatted(publishing.published()))
                .atMost(PATIENCE)
                .pollInterval(ASKED_EVERY)
                .until(() -> analytics.metrics().sum(DATA_VERSION), has -> has >= publishing.published());
    }

    /** What is timed is a page with numbers, and not one in words on what is wrong. */
    private void requirePage() throws IOException {
        String largest = MadeUp.hospital(0);
        try (ReadingClient client = new ReadingClient(analytics.address())) {
            Answer page = client.get("/hospitals/" + largest, "Accept: text/html\r\n");
            if (!page.isGood() || !page.text().contains(largest) || !page.text().contains("<svg")) {
                throw new IllegalStateException("no page of a hospital: " + page.status() + " " + page.text());
            }
        }
    }

    private void calm() throws Exception {
        visitors.visit(options.seconds.warm());
        measure("no changes");
    }

    private void underChanges() throws Exception {
        int warm = Math.max(1, options.seconds.warm() / PART_OF_WARM);
        CompletableFuture<Void> changing = CompletableFuture.runAsync(
                () -> publishing.change(options.changes, warm + options.seconds.counted()),
                task -> Thread.ofPlatform().start(task));
        visitors.visit(warm);
        measure("%d changes a second".formatted(options.changes));
        changing.join();
        awaitCounted();
    }

    private void measure(String what) throws Exception {
        Duration before = analytics.cpu();
        Visitors.Seen seen = visitors.visit(options.seconds.counted());
        double cpu = analytics.cpu().minus(before).toNanos() / 1e6 / seen.pages();
        for (Visit.Kind kind : Visit.Kind.values()) {
            print(what, kind, seen.millis(kind));
        }
        System.out.printf(
                Locale.ROOT, "| all of them, %s | | | | %d of %,d | %.2f |%n", what, seen.errors(), seen.pages(), cpu);
    }

    private static void print(String what, Visit.Kind kind, double[] millis) {
        if (millis.length > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s, %s | %.1f | %.1f | %.1f | | |%n",
                    kind.name().toLowerCase(Locale.ROOT),
                    what,
                    millis[millis.length / 2],
                    millis[(int) (millis.length * 0.99)],
                    millis[millis.length - 1]);
        }
    }
}
