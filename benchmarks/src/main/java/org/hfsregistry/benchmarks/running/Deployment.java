package org.hfsregistry.benchmarks.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;
import org.hfsregistry.platform.RunServers;
import org.hfsregistry.platform.machine.TemporaryFolder;

/**
 * Broker, store and issuer of one run, and the services that are started on them. Topics and database are the run's own, so
 * that servers which are there for others, too, can be named.
 */
public final class Deployment implements AutoCloseable {

    private final String name = "benchmark" + UUID.randomUUID().toString().replace("-", "");
    private final Path folder;
    private final Platform platform;
    private final Tokens tokens = new Tokens();
    private final List<RunningService> services = new ArrayList<>();

    private Deployment(Path folder, Platform platform) {
        this.folder = folder;
        this.platform = platform;
    }

    /** On the servers that the environment names, or on embedded ones in this JVM. */
    public static Deployment start() {
        Path folder = TemporaryFolder.create().path();
        return new Deployment(folder, Platform.forRun(RunServers.GIVEN_OR_EMBEDDED, folder));
    }

    /** Whose tokens the services take. */
    public Tokens tokens() {
        return tokens;
    }

    /** The topics that the services use. */
    public Topics topics() {
        return new Topics(name + ".");
    }

    /** What Kafka's clients take as {@code bootstrap.servers}. */
    public String kafkaBootstrap() {
        return platform.kafkaBootstrap();
    }

    /** The connection string of the services' database. */
    public String mongodbUri() {
        return platform.mongodbUri(name);
    }

    /** Which servers these are. */
    public String servers() {
        return platform.kafka().description() + "; " + platform.mongodb().description();
    }

    /** Intake, with the collector of its container, and without a limit for one hospital. */
    public RunningService intake(String heap) throws IOException, InterruptedException {
        return intake(heap, List.of());
    }

    /** The same with options of its JVM. */
    public RunningService intake(String heap, List<String> optionsOfTheJvm) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(optionsOfTheJvm);
        options.addAll(List.of("-Xmx" + heap, "-XX:+UseParallelGC"));
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Path key = Files.writeString(
                folder.resolve("pseudonym.key"), Base64.getEncoder().encodeToString(secret));
        return start(
                "intake-service",
                options,
                List.of(
                        "--hfs.intake.rate.requests=1000000000",
                        "--hfs.intake.pseudonym.key-id=k1",
                        "--hfs.intake.pseudonym.key-file=" + key));
    }

    /** The registry with the collector of its container, these settings and options of its JVM beside those that it needs here. */
    public RunningService registry(String heap, List<String> settings, List<String> optionsOfTheJvm)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(optionsOfTheJvm);
        options.add("-XX:+UseParallelGC");
        return startOnTheStore("registry-service", heap, settings, options);
    }

    /** Analytics. */
    public RunningService analytics(String heap) throws IOException, InterruptedException {
        return analytics(heap, List.of());
    }

    /** The same with options of its JVM. */
    public RunningService analytics(String heap, List<String> optionsOfTheJvm)
            throws IOException, InterruptedException {
        return startOnTheStore("analytics-service", heap, List.of(), optionsOfTheJvm);
    }

    private RunningService startOnTheStore(
            String service, String heap, List<String> settings, List<String> optionsOfTheJvm)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(optionsOfTheJvm);
        options.add("-Xmx" + heap);
        List<String> more = new ArrayList<>(settings);
        more.add("--spring.mongodb.uri=" + mongodbUri());
        return start(service, options, more);
    }

    private RunningService start(String service, List<String> optionsOfTheJvm, List<String> more)
            throws IOException, InterruptedException {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + kafkaBootstrap(),
                "--hfs.topics.prefix=" + topics().prefix(),
                "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                        + tokens.publicKeyIn(folder).toUri()));
        settings.addAll(more);
        RunningService running = RunningService.start(service, folder, optionsOfTheJvm, settings);
        services.add(running);
        return running;
    }

    @Override
    public void close() {
        services.reversed().forEach(RunningService::close);
        platform.close();
        new TemporaryFolder(folder).delete();
    }
}
