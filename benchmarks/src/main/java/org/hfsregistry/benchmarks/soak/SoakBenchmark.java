package org.hfsregistry.benchmarks.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.hfsregistry.benchmarks.lag.Answers;
import org.hfsregistry.benchmarks.lag.Publications;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The whole stack at a steady rate for minutes, while pages are read, listeners listen and metrics are collected, and whether it keeps
 * what it promises. All services, broker, store and clients share the machine.
 */
public final class SoakBenchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASKED_EVERY = Duration.ofMillis(200);
    private static final double NANOS_OF_A_MILLI = 1e6;

    private final Options options;
    private final Hospitals hospitals;
    private final Publications publications;
    private final Answers answers;
    private final Board board;
    private long errorsBefore;

    private SoakBenchmark(
            Options options, Hospitals hospitals, Publications publications, Answers answers, Board board) {
        this.options = options;
        this.hospitals = hospitals;
        this.publications = publications;
        this.answers = answers;
        this.board = board;
    }

    /** Runs it; the exit code is 1 where a promise is broken. */
    @Command(name = "soak", description = "the whole stack for minutes: no error, flat memory, numbers within a second")
    public static int run(@Mixin Options options) throws Exception {
        try (Deployment deployment = Deployment.start()) {
            System.out.printf(
                    Locale.ROOT,
                    "JDK %s, %d processors, all on this machine; heaps of %s; %s%n%d outcomes a second, %d a request, for"
                            + " %d minutes; %d pages a second, %d listeners%n",
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    options.heap,
                    deployment.servers(),
                    options.posts.rate(),
                    options.posts.rows(),
                    options.minutes,
                    options.pages,
                    options.listeners);
            List<String> whole = List.of("-Xms" + options.heap, "-XX:+AlwaysPreTouch");
            RunningService intake = deployment.intake(options.heap, whole);
            RunningService registry = deployment.registry(options.heap, List.of(), whole);
            RunningService analytics = deployment.analytics(options.heap, whole);
            try (Publications publications = new Publications(
                            deployment.kafkaBootstrap(),
                            deployment.topics().treatments().name(),
                            options.outcomes());
                    Answers answers =
                            new Answers(analytics.address(), deployment.tokens().researcher());
                    Board board = new Board(List.of(intake, registry, analytics));
                    Hospitals hospitals = new Hospitals(
                            intake.address(),
                            number -> deployment.tokens().hospital(Readers.hospital(number)),
                            options)) {
                SoakBenchmark soak = new SoakBenchmark(options, hospitals, publications, answers, board);
                soak.awaitPages(analytics);
                try (Readers readers = new Readers(analytics.address(), options)) {
                    List<Promise> promises = Promise.of(soak.minutes(readers));
                    promises.forEach(System.out::println);
                    return promises.stream().allMatch(Promise::kept) ? 0 : 1;
                }
            }
        }
    }

    private void awaitPages(RunningService analytics) {
        for (int number = 0; number < options.posts.hospitals(); number++) {
            int hospital = number;
            Awaitility.await("a page of " + Readers.hospital(hospital))
                    .atMost(PATIENCE)
                    .pollInterval(ASKED_EVERY)
                    .until(() -> Readers.hasPage(analytics.address(), hospital));
        }
    }

    private List<Minute> minutes(Readers readers) throws IOException, InterruptedException {
        List<Minute> minutes = new ArrayList<>();
        System.out.println(Minute.head(List.of("intake", "registry", "analytics")));
        for (int number = 1; number <= options.minutes; number++) {
            Minute minute = minute(number, readers);
            System.out.println(minute.row());
            minutes.add(minute);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d outcomes acknowledged; %,d pages read; %,d events told to listeners%n",
                hospitals.answered(),
                readers.pages(),
                readers.events());
        return minutes;
    }

    private Minute minute(int number, Readers readers) throws IOException, InterruptedException {
        int from = (number - 1) * options.outcomesOfAMinute();
        int to = number * options.outcomesOfAMinute();
        long left = hospitals.due(to) - System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
        long missing = awaitCounted(from, to);
        double[] millis = IntStream.range(from, to)
                .filter(outcome -> counted(outcome) != 0)
                .mapToDouble(outcome -> (counted(outcome) - hospitals.due(outcome)) / NANOS_OF_A_MILLI)
                .sorted()
                .toArray();
        long errors = hospitals.errors() + readers.errors() + board.errors() + answers.failed();
        long errorsNow = errors - errorsBefore + missing;
        errorsBefore = errors;
        return new Minute(
                number,
                publications.count(),
                errorsNow,
                millis.length == 0 ? Double.POSITIVE_INFINITY : millis[(int) (millis.length * 0.99)],
                millis.length == 0 ? Double.POSITIVE_INFINITY : millis[millis.length - 1],
                board.mostLag(),
                board.memory());
    }

    /** Returns how many are not counted after all patience. */
    private long awaitCounted(int from, int to) {
        try {
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(ASKED_EVERY)
                    .until(() -> missing(from, to), missing -> missing == 0);
        } catch (ConditionTimeoutException notAll) {
            return missing(from, to);
        }
    }

    private long missing(int from, int to) {
        return IntStream.range(from, to)
                .filter(outcome -> counted(outcome) == 0)
                .count();
    }

    private long counted(int number) {
        return publications.seen(number) == 0
                ? 0
                : answers.reckonedWith(publications.partition(number), publications.offset(number));
    }
}
