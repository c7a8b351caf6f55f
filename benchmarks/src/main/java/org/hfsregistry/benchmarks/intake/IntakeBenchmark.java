package org.hfsregistry.benchmarks.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;

/**
 * Outcomes submitted to intake, one by one and as batches, beside what the broker and the endpoint alone can do. Broker,
 * intake and client share the machine. Each part is run twice, and the second run counts: the first warms the JVMs.
 */
public final class IntakeBenchmark {

    private static final String HOSPITAL = "h-01";
    private static final int CONNECTIONS = 16;
    private static final int POSTS = 30_000;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    /** How the rows of a batch are written. */
    private enum Format {
        NDJSON("ndjson", "application/x-ndjson"),
        CSV("csv", "text/csv");

        private final String option;
        private final String mediaType;

        Format(String option, String mediaType) {
            this.option = option;
            this.mediaType = mediaType;
        }
    }

    private final Platform platform;
    private final RunningIntake intake;
    private final String token;
    private long nextId;

    private IntakeBenchmark(Platform platform, RunningIntake intake, String token) {
        this.platform = platform;
        this.intake = intake;
        this.token = token;
    }

    /** Runs it with the options that {@code help} tells. */
    public static void run(String[] options) throws Exception {
        Map<String, String> given = options(options);
        long rows = Long.parseLong(given.getOrDefault("--rows", "300000"));
        String only = given.getOrDefault("--only", "");
        long large = Long.parseLong(given.getOrDefault("--large", "0"));
        Path folder = Files.createTempDirectory("intake-benchmark");
        Tokens tokens = new Tokens();
        System.out.printf(
                "JDK %s, %d processors, embedded broker, all on this machine%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (Platform platform = Platform.privateForTests(folder);
                RunningIntake intake = RunningIntake.start(folder, platform.kafkaBootstrap(), tokens)) {
            IntakeBenchmark benchmark = new IntakeBenchmark(platform, intake, tokens.hospital(HOSPITAL));
            if (only.isEmpty() || only.equals("posts")) {
                benchmark.posts();
            }
            for (Format format : Format.values()) {
                if (only.isEmpty() || only.equals(format.option)) {
                    benchmark.batches(rows, format);
                }
            }
            if (large > 0) {
                benchmark
                        .batch(large, "", only.equals(Format.CSV.option) ? Format.CSV : Format.NDJSON)
                        .print();
            }
        }
    }

    private void posts() throws Exception {
        post("/v1/outcomes?dryRun=true");
        post("/v1/outcomes");
        Measured checked = post("/v1/outcomes?dryRun=true");
        Measured kept = post("/v1/outcomes");
        checked.print();
        kept.print();
        kept.printAgainst(checked, "75%");
    }

    private void batches(long rows, Format format) throws Exception {
        batch(rows, "", format);
        bare(rows);
        Measured checked = batch(rows, "?dryRun=true", format);
        Measured bare = bare(rows);
        Measured kept = batch(rows, "", format);
        checked.print();
        bare.print();
        kept.print();
        kept.printAgainst(bare, "60%");
    }

    private Measured bare(long rows) {
        return BareProducer.send(
                platform.kafkaBootstrap(), new Topics("").submitted().name(), HOSPITAL, fresh(rows), rows);
    }

    private SampleRows fresh(long rows) {
        return SampleRows.ndjson(taken(rows), rows);
    }

    private long taken(long rows) {
        long first = nextId;
        nextId += rows;
        return first;
    }

    private Measured batch(long rows, String query, Format format) throws IOException, InterruptedException {
        InputStream body = format == Format.CSV ? SampleRows.csv(taken(rows), rows) : fresh(rows);
        try (HttpClient client = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(intake.address().resolve("/v1/outcomes/batch" + query))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", format.mediaType)
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (answer.statusCode() != OK || !answer.body().contains("\"accepted\":" + rows)) {
                throw new IllegalStateException("intake answered " + answer.statusCode() + " " + answer.body());
            }
            return new Measured(format + " to /v1/outcomes/batch" + query, rows, seconds);
        }
    }

    private Measured post(String path) throws IOException, InterruptedException {
        URI address = intake.address();
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                SampleRows rows = fresh(POSTS / CONNECTIONS);
                all.add(clients.submit(() -> {
                    postAll(new PostingClient(address, path, token), rows);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return new Measured(
                "POST %s, %d connections".formatted(path, CONNECTIONS),
                POSTS / CONNECTIONS * CONNECTIONS,
                (System.nanoTime() - start) / 1e9);
    }

    private static void postAll(PostingClient client, SampleRows rows) throws IOException {
        try (client) {
            for (int i = 0; i < POSTS / CONNECTIONS; i++) {
                int status = client.post(rows.next());
                if (status != ACCEPTED && status != OK) {
                    throw new IllegalStateException("intake answered " + status);
                }
            }
        }
    }

    private static Map<String, String> options(String[] options) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            String name = options[i].toLowerCase(Locale.ROOT);
            if (!List.of("--rows", "--only", "--large").contains(name) || i + 1 == options.length) {
                throw new IllegalArgumentException("Not an option with a value: " + options[i]);
            }
            given.put(name, options[i + 1]);
        }
        return given;
    }
}
