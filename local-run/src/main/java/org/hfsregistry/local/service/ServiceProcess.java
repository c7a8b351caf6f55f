package org.hfsregistry.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.Server;

/** A service in a JVM of its own, which ends with this one however this one ends. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration TO_BECOME_READY = Duration.ofMinutes(2);
    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ASKING = Duration.ofMillis(100);
    private static final int LINES_SHOWN = 25;
    private static final List<String> LEAN = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Server service;
    private final URI address;
    private final Path log;
    private final Process process;

    private ServiceProcess(Server service, URI address, Path log, Process process) {
        this.service = service;
        this.address = address;
        this.log = log;
        this.process = process;
    }

    /** Starts the jar; it is not ready yet when this returns. */
    static ServiceProcess start(Server service, ServiceJars jars, ServiceSettings settings, Path logs) {
        Path log = logs.resolve(name(service) + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LEAN);
        command.add("-javaagent:" + jars.leash());
        command.add("-jar");
        command.add(jars.of(service).toString());
        command.addAll(settings.arguments(service));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings.environment());
        try {
            return new ServiceProcess(service, settings.addresses().of(service), log, builder.start());
        } catch (IOException e) {
            throw new CannotBeDone(
                    "The %s service can't be started: %s".formatted(name(service), e), "Look at the message.");
        }
    }

    /** What people call it. */
    String name() {
        return name(service);
    }

    private static String name(Server service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    /** Returns when it takes requests. @throws CannotBeDone if it ends before, or takes too long */
    void awaitReady() throws InterruptedException {
        Instant until = Instant.now().plus(TO_BECOME_READY);
        while (!LocalHttp.isGood(address.resolve("/actuator/health/readiness"))) {
            if (!process.isAlive()) {
                throw ended();
            }
            if (Instant.now().isAfter(until)) {
                throw withLog("The %s service is not ready after %d s".formatted(name(), TO_BECOME_READY.toSeconds()));
            }
            Thread.sleep(BETWEEN_ASKING);
        }
    }

    /** Completes when the process is gone. */
    CompletableFuture<ServiceProcess> onEnd() {
        return process.onExit().thenApply(gone -> this);
    }

    /** What to say of a service that is gone and should not be. */
    CannotBeDone ended() {
        return withLog("The %s service ended with code %d".formatted(name(), process.exitValue()));
    }

    /** Asks it to end in its own order, without waiting. */
    void askToEnd() {
        process.destroy();
    }

    /** Lets it end in its own order, for a while. */
    @Override
    public void close() {
        askToEnd();
        process.onExit()
                .completeOnTimeout(process, TO_END.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
    }

    private CannotBeDone withLog(String what) {
        return new CannotBeDone(
                what + ". Its log ends with\n" + String.join("\n", lastLines()) + "\n", "The whole log is " + log);
    }

    private List<String> lastLines() {
        // The log is of many starts and may be large.
        ArrayDeque<String> last = new ArrayDeque<>();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                last.add(line);
                if (last.size() > LINES_SHOWN) {
                    last.remove();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(last);
    }
}
