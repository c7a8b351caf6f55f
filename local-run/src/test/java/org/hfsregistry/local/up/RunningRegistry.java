package org.hfsregistry.local.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Addresses;

/** {@code ./registry up} as a process, with what it prints. */
final class RunningRegistry {

    private static final String LAST_LINE = "Ctrl-C stops it";
    private static final long PATIENCE_SECONDS = 180;
    private static final long TO_STOP_SECONDS = 60;

    private final Process process;
    private final List<String> printed = new ArrayList<>();
    private final CountDownLatch awaited = new CountDownLatch(1);
    private final String line;
    private final Thread reader;
    private boolean seen;

    private RunningRegistry(Process process, String line) {
        this.process = process;
        this.line = line;
        // a virtual thread that reads a pipe keeps its processor from all others
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts it, and returns when it has printed all that it prints while it starts. */
    static RunningRegistry start(Path data, Addresses addresses, String... more) throws Exception {
        return startUntil(LAST_LINE, data, addresses, more);
    }

    /** Starts it with more in its environment, and returns when it has printed all that it prints while it starts. */
    static RunningRegistry start(Map<String, String> environment, Path data, Addresses addresses, String... more)
            throws Exception {
        return startUntil(LAST_LINE, environment, data, addresses, more);
    }

    /** Starts it, and returns when it has printed a line that begins so. */
    static RunningRegistry startUntil(String line, Path data, Addresses addresses, String... more) throws Exception {
        return startUntil(line, Map.of(), data, addresses, more);
    }

    private static RunningRegistry startUntil(
            String line, Map<String, String> environment, Path data, Addresses addresses, String... more)
            throws Exception {
        RunningRegistry registry = new RunningRegistry(process(environment, data, addresses, more), line);
        if (!registry.awaited.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !registry.seen) {
            registry.kill();
            throw new IllegalStateException("it did not print '%s': %s".formatted(line, registry.printed()));
        }
        return registry;
    }

    /** Starts a process and leaves it alone. */
    static Process process(Path data, Addresses addresses, String... more) throws IOException {
        return process(Map.of(), data, addresses, more);
    }

    private static Process process(Map<String, String> environment, Path data, Addresses addresses, String... more)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up", "--servers", "embedded", "--data", data.toString()));
        arguments.addAll(List.of("--port-offset", Integer.toString(addresses.portOffset())));
        arguments.addAll(List.of(more));
        ProcessBuilder registry =
                RegistryScript.with(arguments.toArray(String[]::new)).redirectErrorStream(true);
        registry.environment().putAll(environment);
        return registry.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                synchronized (printed) {
                    printed.add(next);
                }
                if (next.strip().startsWith(line)) {
                    seen = true;
                    awaited.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            awaited.countDown();
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
                .map(printedLine -> printedLine.startsWith("hospital "))
                .toList()
                .indexOf(true);
        int to = lines.stream()
                .map(printedLine -> printedLine.startsWith("Up after"))
                .toList()
                .indexOf(true);
        return lines.subList(from, to);
    }

    List<ProcessHandle> services() {
        return process.children().toList();
    }

    /** Ends it without a word to it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it by SIGTERM, and returns its exit code. */
    int stop() throws InterruptedException {
        // By its handle: Process.destroy would stop listening to what it says last.
        process.toHandle().destroy();
        return ended();
    }

    /** What Ctrl-C does in a terminal: SIGINT to it and to its services alike. */
    int interrupt() throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("there is no process group " + process.pid());
        }
        return ended();
    }

    private int ended() throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), services().stream())
                .toList();
        process.onExit().orTimeout(TO_STOP_SECONDS, TimeUnit.SECONDS).join();
        reader.join();
        if (all.stream().anyMatch(ProcessHandle::isAlive)) {
            throw new IllegalStateException("something outlives the run: " + all);
        }
        return process.exitValue();
    }
}
