package org.hfsregistry.benchmarks.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.contract.fixture.Tokens;

/** Intake in a JVM of its own with a heap and on a broker that are given. */
final class RunningIntake implements AutoCloseable {

    private static final int OK = 200;

    private final Process process;
    private final Thread atExit;
    private final URI address;

    private RunningIntake(Process process, URI address) {
        this.process = process;
        this.address = address;
        this.atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Returns when it takes requests. */
    static RunningIntake start(Path folder, String kafkaBootstrap, Tokens tokens, String heap)
            throws IOException, InterruptedException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Path key = Files.writeString(
                folder.resolve("pseudonym.key"), Base64.getEncoder().encodeToString(secret));
        int port = freePort();
        Path log = folder.resolve("intake.log");
        Process process = new ProcessBuilder(
                        java(),
                        "-Xmx" + heap,
                        "-XX:+UseParallelGC",
                        "-jar",
                        extracted(folder).toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        // the clients here keep their connections for as long as they post
                        "--server.tomcat.max-keep-alive-requests=-1",
                        // they post as fast as they can, as one hospital
                        "--hfs.intake.rate.requests=1000000000",
                        "--spring.kafka.bootstrap-servers=" + kafkaBootstrap,
                        "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                + tokens.publicKeyIn(folder).toUri(),
                        "--hfs.intake.pseudonym.key-id=k1",
                        "--hfs.intake.pseudonym.key-file=" + key)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RunningIntake intake = new RunningIntake(process, URI.create("http://127.0.0.1:" + port));
        intake.awaitReady(log);
        return intake;
    }

    URI address() {
        return address;
    }

    /** The processor time that it has taken so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .build();
            while (!isReady(client, ready)) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("intake ended: " + Files.readString(log));
                }
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest ready) throws InterruptedException {
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As it runs in its container: with its libraries beside it, so that those with native code may load that. */
    private static Path extracted(Path folder) throws IOException, InterruptedException {
        Path to = folder.resolve("intake");
        int exit = new ProcessBuilder(
                        java(), "-Djarmode=tools", "-jar", jar().toString(), "extract", "--destination", to.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("extract.log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("extract.log")));
        }
        return to.resolve(jar().getFileName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path jar() throws IOException {
        Path folder = Path.of("intake-service", "target");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "intake-service-*.jar")) {
            List<Path> jars = java.util.stream.StreamSupport.stream(found.spliterator(), false)
                    .filter(jar -> !jar.toString().endsWith("-tests.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("There has to be one jar of intake in " + folder + ", not " + jars);
            }
            return jars.getFirst();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
