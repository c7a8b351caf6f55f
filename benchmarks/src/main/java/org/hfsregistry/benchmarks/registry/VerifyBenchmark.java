package org.hfsregistry.benchmarks.registry;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hfsregistry.benchmarks.client.Answer;
import org.hfsregistry.benchmarks.client.PostingClient;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long the registry takes to prove a history, and one four times as long: what is linear takes four times as long, a square
 * sixteen times. The histories are what intake and registry make of outcomes that hospitals submit.
 */
public final class VerifyBenchmark {

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

    /** Runs it. */
    @Command(name = "verify", description = "proving a history, and one four times as long")
    public static void run(
            @Option(
                            names = "--entries",
                            paramLabel = "N",
                            defaultValue = "1200000",
                            description = "of the longer history")
                    int entries,
            @Option(names = "--hospitals", paramLabel = "N", defaultValue = "100", description = "that they are of")
                    int hospitals,
            @Option(names = "--heap", paramLabel = "SIZE", defaultValue = "512m", description = "of the registry")
                    String heap)
            throws Exception {
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

    private Took verify(String before) throws IOException {
        try (PostingClient client = new PostingClient(
                registry.address(),
                "/v1/verification",
                "text/plain",
                deployment.tokens().admin())) {
            double registryCpu = registry.cpu().toNanos();
            double ownCpu = RegistryBenchmark.ownCpu().toNanos();
            long start = System.nanoTime();
            Answer answer = client.post(new byte[0]);
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
