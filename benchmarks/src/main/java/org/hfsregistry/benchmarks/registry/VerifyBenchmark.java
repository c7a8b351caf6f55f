package org.hfsregistry.benchmarks.registry;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hfsregistry.benchmarks.client.PostingClient;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;

/**
 * How long the registry takes to prove a history, and one four times as long: what is linear takes four times as long, a square
 * sixteen times. The histories are what intake and registry make of outcomes that hospitals submit.
 */
public final class VerifyBenchmark {

    /** What it takes on the command line, for people. */
    public static final String OPTIONS = """
                --entries N      of the longer history (default 1200000)
                --hospitals N    that they are of (default 100)
                --heap SIZE      of the registry (default 512m)
            """;

    private static final List<String> NAMES = List.of("--entries", "--hospitals", "--heap");
    private static final int PARTS = 4;
    private static final int OK = 200;
    private static final Pattern SUMMARY =
            Pattern.compile("\\{\"summary\":\\{\"proved\":true,.*\"sealedEntries\":(\\d+),"
                    + ".*\"unsealedEntries\":(\\d+),\"documents\":(\\d+),.*");
    private static final String HEAD = """
            | entries | of which sealed | documents | seconds | registry, µs of processor an entry | store and client, µs |
            | --- | --- | --- | --- | --- | --- |
            """;

    private final Deployment deployment;
    private final RunningService registry;

    private VerifyBenchmark(Deployment deployment, RunningService registry) {
        this.deployment = deployment;
        this.registry = registry;
    }

    /** Runs it with the options that {@code help} tells. */
    public static void run(String[] given) throws Exception {
        Map<String, String> options = options(given);
        int entries = Integer.parseInt(options.getOrDefault("--entries", "1200000"));
        int hospitals = Integer.parseInt(options.getOrDefault("--hospitals", "100"));
        String heap = options.getOrDefault("--heap", "512m");
        try (Deployment deployment = Deployment.start();
                RegistryStore store = new RegistryStore(deployment.mongodbUri())) {
            System.out.printf(
                    "JDK %s, %d processors, all on this machine; heap of the registry %s; %s%n",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), heap, deployment.servers());
            RunningService intake = deployment.intake("256m");
            RunningService registry = deployment.registry(heap, List.of(), List.of());
            Submissions submissions = new Submissions(deployment, intake, store, hospitals);
            VerifyBenchmark benchmark = new VerifyBenchmark(deployment, registry);
            System.out.print(HEAD);
            int first = entries / PARTS;
            submissions.submit(first);
            submissions.awaitTakenIn();
            benchmark.verify("warms: ");
            Took shorter = benchmark.verify("");
            submissions.submit(entries - first);
            submissions.awaitTakenIn();
            Took longer = benchmark.verify("");
            System.out.printf(
                    Locale.ROOT,
                    "%d times the entries took %.1f times as long, and %.1f times the processor time%n",
                    PARTS,
                    longer.seconds() / shorter.seconds(),
                    longer.cpu() / shorter.cpu());
        }
    }

    private static Map<String, String> options(String[] given) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            if (!NAMES.contains(given[i]) || i + 1 == given.length) {
                throw new IllegalArgumentException("Not an option with a value: " + given[i]);
            }
            options.put(given[i], given[i + 1]);
        }
        return options;
    }

    private Took verify(String before) throws IOException {
        try (PostingClient client = new PostingClient(
                registry.address(),
                "/v1/verification",
                "text/plain",
                deployment.tokens().admin())) {
            double registryCpu = registry.cpu().toNanos();
            double ownCpu = RegistryBenchmark.ownCpu().toNanos();
            long start = System.nanoTime();
            PostingClient.Answer answer = client.post(new byte[0]);
            double seconds = (System.nanoTime() - start) / 1e9;
            registryCpu = (registry.cpu().toNanos() - registryCpu) / 1e3;
            ownCpu = (RegistryBenchmark.ownCpu().toNanos() - ownCpu) / 1e3;
            Matcher summary = SUMMARY.matcher(answer.text().lines().toList().getLast());
            if (answer.status() != OK || !summary.matches()) {
                throw new IllegalStateException("the registry answered " + answer.status() + " " + answer.text());
            }
            long sealed = Long.parseLong(summary.group(1));
            long entries = sealed + Long.parseLong(summary.group(2));
            System.out.printf(
                    Locale.ROOT,
                    "| %s%,d | %,d | %,d | %.1f | %.0f | %.0f |%n",
                    before,
                    entries,
                    sealed,
                    Long.parseLong(summary.group(3)),
                    seconds,
                    registryCpu / entries,
                    ownCpu / entries);
            return new Took(seconds, registryCpu + ownCpu);
        }
    }

    /** How long a proof took, and how much of the processors. */
    private record Took(double seconds, double cpu) {}
}
