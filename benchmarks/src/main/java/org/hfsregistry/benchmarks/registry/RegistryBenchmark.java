package org.hfsregistry.benchmarks.registry;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hfsregistry.benchmarks.registry.RegistryStore.Written;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * New outcomes taken in by the registry, beside bare bulk writes of the documents that it made of them. Hospitals submit to
 * intake; how far the registry is, is told by the positions that it notes. Store, broker, services and client share the machine.
 */
public final class RegistryBenchmark {

    private static final String INTAKE_HEAP = "256m";
    private static final String BATCHES = "hfs_registry_batch_seconds_count";

    private final Submissions submissions;
    private final RunningService registry;
    private final RegistryStore store;
    private final Options options;

    private RegistryBenchmark(Submissions submissions, RunningService registry, RegistryStore store, Options options) {
        this.submissions = submissions;
        this.registry = registry;
        this.store = store;
        this.options = options;
    }

    /** Runs it. */
    @Command(name = "registry", description = "outcomes taken in by the registry against bare bulk writes")
    public static void run(@Mixin Options options) throws Exception {
        try (Deployment deployment = Deployment.start();
                RegistryStore store = new RegistryStore(deployment.mongodbUri())) {
            System.out.printf(
                    "JDK %s, %d processors, all on this machine; heap of the registry %s; %s%n",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), options.heap, deployment.servers());
            RunningService intake = deployment.intake(INTAKE_HEAP);
            RunningService registry = deployment.registry(
                    options.heap, List.of("--hfs.registry.followers=" + options.followers), options.optionsOfTheJvm());
            Submissions submissions = new Submissions(deployment, intake, store, options.hospitals);
            new RegistryBenchmark(submissions, registry, store, options).rounds();
        }
    }

    private void rounds() throws Exception {
        BareWriter bare = new BareWriter(store.database(), "bare_", false, options.followers);
        BareWriter noting = new BareWriter(store.database(), "noting_", true, options.followers);
        List<Round> counted = new ArrayList<>();
        System.out.print(Round.HEAD);
        for (int number = 1 - options.rounds.warm(); number <= options.rounds.counted(); number++) {
            Round round = round(bare, noting, number % 2 == 0);
            System.out.println(round.row(number <= 0 ? "warms" : Integer.toString(number)));
            if (number > 0) {
                counted.add(round);
            }
        }
        System.out.println(Round.middle(counted));
    }

    private Round round(BareWriter bare, BareWriter noting, boolean bareFirst) throws Exception {
        Map<Integer, Long> before = store.noted();
        double batchesBefore = registry.metrics().sum(BATCHES);
        submissions.submit(options.outcomes);
        Map<Integer, Long> submitted = store.noted();
        Duration cpuBefore = registry.cpu();
        Duration otherBefore = ownCpu();
        long start = System.nanoTime();
        submissions.awaitTakenIn();
        double seconds = (System.nanoTime() - start) / 1e9;
        long taken = sum(before) + options.outcomes - sum(submitted);
        double registryCpu = registry.cpu().minus(cpuBefore).toNanos() / 1e3 / taken;
        double otherCpu = ownCpu().minus(otherBefore).toNanos() / 1e3 / taken;
        int batchSize = (int) Math.ceil(options.outcomes / (registry.metrics().sum(BATCHES) - batchesBefore));
        List<Written> written = store.written(before, store.noted(), batchSize);
        double noted = bareFirst ? 0 : rate(noting, written);
        Duration bareBefore = ownCpu();
        double bareRate = rate(bare, written);
        double bareCpu = ownCpu().minus(bareBefore).toNanos() / 1e3 / options.outcomes;
        return new Round(
                taken / seconds,
                bareRate,
                bareFirst ? rate(noting, written) : noted,
                batchSize,
                registryCpu,
                otherCpu,
                bareCpu);
    }

    private double rate(BareWriter writer, List<Written> written) throws Exception {
        long start = System.nanoTime();
        writer.write(written);
        return options.outcomes / ((System.nanoTime() - start) / 1e9);
    }

    private static long sum(Map<Integer, Long> noted) {
        return noted.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The processor time of this JVM, in which embedded servers are. */
    static Duration ownCpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(system.getProcessCpuTime())
                : Duration.ZERO;
    }
}
