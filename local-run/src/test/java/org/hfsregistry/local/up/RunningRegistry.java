package org.hfsregistry.local.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Server;

/** The built jar's {@code up} as a process, with what it prints. */
final class RunningRegistry implements AutoCloseable {

    private static final String LAST_LINE = "Ctrl-C stops it";
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Addresses addresses;
    private final List<String> printed = new ArrayList<>();

    private RunningRegistry(Process process, Addresses addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /** Starts it, and returns when it has printed all that it prints while it starts. */
    static RunningRegistry start(Path data, Addresses addresses) throws Exception {
        RunningRegistry registry = new RunningRegistry(process(data, addresses), addresses);
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> registry.read(up));
        if (!up.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it ended: " + registry.printed());
        }
        return registry;
    }

    /** Starts a process and leaves it alone. */
    static Process process(Path data, Addresses addresses) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar().toString(),
                        "up",
                        "--servers",
                        "embedded",
                        "--data",
                        data.toString(),
                        "--port-offset",
                        Integer.toString(addresses.portOffset()))
                .redirectErrorStream(true)
                .start();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target").toAbsolutePath())) {
            return built.filter(file -> file.getFileName().toString().matches("local-run-.*(?<!-leash)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("local-run's jar is not built"));
        }
    }

    private void read(CompletableFuture<Boolean> up) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (printed) {
                    printed.add(line);
                }
                if (line.startsWith(LAST_LINE)) {
                    up.complete(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            up.complete(false);
        }
    }

    List<String> printed() {
        synchronized (printed) {
            return List.copyOf(printed);
        }
    }

    /** What it prints of the numbers. */
    List<String> tables() {
        List<String> lines = printed();
        int from = lines.stream()
                .map(line -> line.startsWith("hospital "))
                .toList()
                .indexOf(true);
        int to =
                lines.stream().map(line -> line.startsWith("Up after")).toList().indexOf(true);
        return lines.subList(from, to);
    }

    URI at(Server server, String path) {
        return addresses.of(server).resolve(path);
    }

    List<ProcessHandle> services() {
        return process.children().toList();
    }

    /** Ends it without a word to it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it as Ctrl-C does, and returns its exit code. */
    int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        stop();
    }
}
