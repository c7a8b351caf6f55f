package org.hfsregistry.local.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.Patience;

/** A service in a JVM of its own, which ends with this one however this one ends. */
public final class ServiceProcess implements AutoCloseable {

    /** What is told of a process that got the signal that can't be refused. */
    private static final int KILLED = 137;

    private static final Duration SILENCE_BEFORE_READY = Duration.ofMinutes(2);
    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final List<String> LEAN = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** The path that answers well as soon as the service takes requests. */
    private static final String READINESS = "/actuator/health/readiness";

    private final Instance instance;
    private final ServiceLog log;
    private final Process process;

    private ServiceProcess(Instance instance, ServiceLog log, Process process) {
        this.instance = instance;
        this.log = log;
        this.process = process;
    }

    /** Starts the jar; it is not ready yet when this returns. */
    public static ServiceProcess start(Instance instance, ServiceJars jars, ServiceSettings settings, Path logs) {
        ServiceLog log = ServiceLog.from(logs.resolve(instance.name() + ".log"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LEAN);
        command.add("-javaagent:" + jars.leash());
        command.add("-jar");
        command.add(jars.of(instance.service()).toString());
        command.addAll(settings.arguments(instance));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().putAll(settings.environment());
        try {
            return new ServiceProcess(instance, log, builder.start());
        } catch (IOException e) {
            throw new CannotBeDone(
                    "The %s service can't be started: %s".formatted(instance.name(), e), "Look at the message.");
        }
    }

    /** What people call it. */
    String name() {
        return instance.name();
    }

    /** Whether it takes requests now. */
    public boolean isReady() {
        return LocalHttp.isGood(instance.address().resolve(READINESS));
    }

    /** Returns when it takes requests. @throws CannotBeDone if it ends before, or neither takes any nor logs for long */
    void awaitReady() throws InterruptedException {
        new Patience(SILENCE_BEFORE_READY, this::requireAlive, nobody -> {})
                .await(() ->
                        new Patience.Sight(isReady(), log.size(), "the %s service is not ready".formatted(name())));
    }

    /** Whether the process is there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process's number, for signals. */
    public long pid() {
        return process.pid();
    }

    /** Ends the process without a word to it, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Makes sure that it is there. @throws CannotBeDone if it has ended */
    void requireAlive() {
        if (!isAlive()) {
            throw ended();
        }
    }

    /** Completes when the process is gone. */
    CompletableFuture<ServiceProcess> onEnd() {
        return process.onExit().thenApply(gone -> this);
    }

    /** What to say of a service that is gone and should not be. */
    CannotBeDone ended() {
        if (process.exitValue() == KILLED) {
            return new CannotBeDone(
                    "The %s service was killed (code %d), by somebody or for want of memory. Its log is %s"
                            .formatted(name(), KILLED, log.file()),
                    "Start again with the same data: what was acknowledged is kept, and is counted once.");
        }
        return new CannotBeDone(
                "The %s service ended with code %d. Its log ends with\n%s\n"
                        .formatted(name(), process.exitValue(), String.join("\n", log.lastWords())),
                "The whole log is " + log.file());
    }

    /** Asks it to end in its own order, without waiting. */
    public void askToEnd() {
        process.destroy();
    }

    /** Lets it end in its own order, for a while. */
    @Override
    public void close() {
        askToEnd();
        process.onExit()
                .completeOnTimeout(process, TO_END.toSeconds(), TimeUnit.SECONDS)
                .join();
        kill();
    }
}
