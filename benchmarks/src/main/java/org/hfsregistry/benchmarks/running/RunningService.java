package org.hfsregistry.benchmarks.running;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.StreamSupport;

/** A service in a JVM of its own. */
public final class RunningService implements AutoCloseable {

    private static final int OK = 200;

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
        command.add(java());
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

    /** The sum of its own metrics whose lines begin so. */
    public double metric(String start) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest metrics = HttpRequest.newBuilder(address.resolve("/actuator/prometheus"))
                    .build();
            return client.send(metrics, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(start))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                    .build();
            while (!isReady(client, ready)) {
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
                        java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", to.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        return to.resolve(jar.getFileName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
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
        process.onExit().join();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
