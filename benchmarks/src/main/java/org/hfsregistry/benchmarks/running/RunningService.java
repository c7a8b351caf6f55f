package org.hfsregistry.benchmarks.running;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A service in a JVM of its own. */
public final class RunningService implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(60);
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final int KILOBYTE = 1024;

    private final String name;
    private final Process process;
    private final Thread atExit;
    private final URI address;

    private RunningService(String name, Process process, URI address) {
        this.name = name;
        this.process = process;
        this.address = address;
        this.atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Returns when it takes requests. */
    static RunningService start(String name, Path folder, List<String> optionsOfTheJvm, List<String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(program("java"));
        command.addAll(optionsOfTheJvm);
        command.addAll(List.of(
                "-jar",
                extracted(name, folder).toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                // the clients here keep their connections for as long as they post
                "--server.tomcat.max-keep-alive-requests=-1"));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RunningService service = new RunningService(name, process, URI.create("http://127.0.0.1:" + port));
        service.awaitReady(log);
        return service;
    }

    /** Where it takes requests. */
    public URI address() {
        return address;
    }

    /** The processor time that it has taken so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Lets its JVM collect garbage; returns when that is done. */
    public void collect() throws IOException, InterruptedException {
        Process collecting = new ProcessBuilder(program("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!collecting.waitFor(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            collecting.destroyForcibly();
            throw new IllegalStateException(name + " does not answer jcmd");
        }
        if (collecting.exitValue() != 0) {
            throw new IllegalStateException("jcmd could not let " + name + " collect garbage");
        }
    }

    /** The bytes of memory that it holds now, as Linux tells; 0 elsewhere. */
    public long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        Matcher resident = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
        return resident.find() ? KILOBYTE * Long.parseLong(resident.group(1)) : 0;
    }

    /** What it tells of itself now. */
    public Metrics metrics() throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest metrics = HttpRequest.newBuilder(address.resolve("/actuator/prometheus"))
                    .timeout(ANSWERED_WITHIN)
                    .build();
            HttpResponse<String> answer = client.send(metrics, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException(name + " answered " + answer.statusCode());
            }
            return new Metrics(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(name + " was not waited for");
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .timeout(ANSWERED_WITHIN)
                    .build();
            long patience = System.nanoTime() + READY_WITHIN.toNanos();
            while (!isReady(client, ready)) {
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException(
                            name + " is not ready after " + READY_WITHIN + ": " + Files.readString(log));
                }
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(name + " ended: " + Files.readString(log));
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
    private static Path extracted(String name, Path folder) throws IOException, InterruptedException {
        Path jar = jar(name);
        Path to = folder.resolve(name);
        Path log = folder.resolve(name + "-extract.log");
        int exit = new ProcessBuilder(
                        program("java"),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        to.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        return to.resolve(jar.getFileName());
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static Path jar(String name) throws IOException {
        Path folder = Path.of(name, "target");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name + "-*.jar")) {
            List<Path> jars = StreamSupport.stream(found.spliterator(), false)
                    .filter(jar -> !jar.toString().endsWith("-tests.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new IllegalStateException("There has to be one jar of it in " + folder + ", not " + jars);
            }
            return jars.getFirst();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
