package org.hfsregistry.benchmarks.intake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hfsregistry.benchmarks.client.Answer;
import org.hfsregistry.benchmarks.client.PostingClient;
import org.hfsregistry.benchmarks.client.SampleRows;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Outcomes submitted to intake, one by one and as batches, beside what the broker and the endpoint alone can do. Broker,
 * intake and client share the machine. Each part is run once to warm the JVMs, and then several times by turns with what it
 * is compared with; the rounds in the middle count.
 */
public final class IntakeBenchmark {

    private static final String HOSPITAL = "h-01";
    private static final int ROUNDS = 3;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    /** How the rows of a batch are written. */
    private enum Format {
        NDJSON("application/x-ndjson"),
        CSV("text/csv");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        SampleRows rows(long first, long rows) {
            return this == CSV ? SampleRows.csv(first, rows) : SampleRows.ndjson(first, rows);
        }
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private final Deployment deployment;
    private final RunningService intake;
    private final String token;
    private final Options options;
    private long nextId;

    private IntakeBenchmark(Deployment deployment, RunningService intake, Options options) {
        this.deployment = deployment;
        this.intake = intake;
        this.token = deployment.tokens().hospital(HOSPITAL);
        this.options = options;
    }

    /** Runs it. */
    @Command(name = "intake", description = "outcomes submitted to intake against a bare producer")
    public static void run(@Mixin Options options) throws Exception {
        try (Deployment deployment = Deployment.start()) {
            System.out.printf(
                    "JDK %s, %d processors, all on this machine; heap of intake %s; %s%n",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), options.heap, deployment.servers());
            IntakeBenchmark benchmark = new IntakeBenchmark(deployment, deployment.intake(options.heap), options);
            if (options.has("posts")) {
                benchmark.posts();
            }
            if (options.has("ndjson")) {
                benchmark.batches(Format.NDJSON);
            }
            if (options.has("csv")) {
                benchmark.batches(Format.CSV);
            }
            if (options.has("large")) {
                benchmark.large(Format.NDJSON);
            }
        }
    }

    private void posts() throws Exception {
        List<Measured> checked = new ArrayList<>();
        List<Measured> kept = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            checked.add(post("/v1/outcomes?dryRun=true"));
            kept.add(post("/v1/outcomes"));
        }
        Measured alone = counted(checked);
        alone.print();
        Measured all = counted(kept);
        all.print();
        all.printAgainst(alone, "75%");
    }

    private void batches(Format format) throws Exception {
        List<Measured> checked = new ArrayList<>();
        List<Measured> kept = new ArrayList<>();
        List<Measured> bare = new ArrayList<>();
        kept.add(batch(options.rows, format, ""));
        try (BareProducer producer = new BareProducer(
                deployment.kafkaBootstrap(), deployment.topics().submitted().name())) {
            bare.add(bare(producer));
            checked.add(batch(options.rows, format, "?dryRun=true"));
            for (int round = 0; round < ROUNDS; round++) {
                kept.add(batch(options.rows, format, ""));
                bare.add(bare(producer));
                checked.add(batch(options.rows, format, "?dryRun=true"));
            }
        }
        counted(checked).print();
        Measured alone = counted(bare);
        alone.print();
        Measured all = counted(kept);
        all.print();
        all.printAgainst(alone, "60%");
    }

    private void large(Format format) throws Exception {
        try (HeapWatch heap = new HeapWatch(intake)) {
            batch(options.large, format, "").print();
            System.out.printf(
                    "  the account has %,d accepted; the most heap in use that was seen, garbage included: %d MB of %s%n",
                    options.large, heap.mostMegabytes(), options.heap);
        }
    }

    /** The first round warms. */
    private static Measured counted(List<Measured> rounds) {
        return Measured.median(rounds.subList(1, rounds.size()));
    }

    private Measured bare(BareProducer producer) throws Exception {
        return measured(
                "bare KafkaProducer, the same records, acks=all, lz4", options.rows, () -> producer.send(options.rows));
    }

    private Measured batch(long rows, Format format, String query) throws Exception {
        SampleRows body = format.rows(taken(rows), rows);
        String path = "/v1/outcomes/batch" + query;
        return measured(format + " to " + path, rows, () -> {
            try (PostingClient client = new PostingClient(intake.address(), path, format.mediaType, token)) {
                Answer answer = client.post(body, body.length());
                if (answer.status() != OK || !answer.text().contains("\"accepted\":" + rows + ",\"rejected\":0,")) {
                    throw new IllegalStateException("intake answered " + answer.status() + " " + answer.text());
                }
            }
        });
    }

    private Measured post(String path) throws Exception {
        int each = options.posts / options.connections;
        return measured(
                "POST %s, %d connections".formatted(path, options.connections),
                (long) each * options.connections,
                () -> {
                    try (ExecutorService clients = Executors.newFixedThreadPool(options.connections)) {
                        List<Future<?>> all = new ArrayList<>();
                        for (int i = 0; i < options.connections; i++) {
                            SampleRows rows = SampleRows.ndjson(taken(each), each);
                            all.add(clients.submit(() -> {
                                postAll(path, rows, each);
                                return null;
                            }));
                        }
                        for (Future<?> one : all) {
                            one.get();
                        }
                    }
                });
    }

    private void postAll(String path, SampleRows rows, int count) throws IOException {
        try (PostingClient client = new PostingClient(intake.address(), path, "application/json", token)) {
            for (int i = 0; i < count; i++) {
                int status = client.post(rows.next()).status();
                if (status != ACCEPTED && status != OK) {
                    throw new IllegalStateException("intake answered " + status);
                }
            }
        }
    }

    private long taken(long rows) {
        long first = nextId;
        nextId += rows;
        return first;
    }

    private Measured measured(String what, long rows, Work work) throws Exception {
        Duration intakeBefore = intake.cpu();
        Duration ownBefore = ownCpu();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(what, rows, seconds, intake.cpu().minus(intakeBefore), ownCpu().minus(ownBefore));
    }

    private static Duration ownCpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(system.getProcessCpuTime())
                : Duration.ZERO;
    }
}
