package org.hfsregistry.intake.running;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.intake.IntakeApplication;

/** Intake in a process of its own, with a heap of its own. */
public final class IntakeProcess implements AutoCloseable {

    private static final int OK = 200;
    private static final int BETWEEN_ASKING_MILLIS = 100;

    private final Tokens tokens = new Tokens();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;

    /** Starts it, and returns when it takes requests. A heap that is too small ends it. */
    public IntakeProcess(Path folder, String heap, String bootstrap, String prefix) throws Exception {
        this.port = freePort();
        this.log = folder.resolve("intake.log");
        Path key = Files.writeString(
                folder.resolve("pseudonym.key"), Base64.getEncoder().encodeToString(RunningIntake.KEY));
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IntakeApplication.class.getName(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + bootstrap,
                        "--hfs.topics.prefix=" + prefix,
                        "--hfs.intake.pseudonym.key-id=k1",
                        "--hfs.intake.pseudonym.key-file=" + key,
                        "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:"
                                + tokens.publicKeyIn(folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!isReady()) {
            if (process.waitFor(BETWEEN_ASKING_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("intake ended: " + log());
            }
        }
    }

    /** A request to it of this hospital. */
    public HttpRequest.Builder request(String path, String hospitalId) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + tokens.hospital(hospitalId));
    }

    /** Sends a request and waits for the whole answer. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Whether it is still there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it logged. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(request("/actuator/health/readiness", "h-01")).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }
}
