package org.hfsregistry.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.FreePorts;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.jspecify.annotations.Nullable;

/**
 * The one run that the tests of this JVM share, for a start takes long. A test that stops it starts it again on the same
 * data. It ends with the JVM.
 */
final class SharedRun {

    private static @Nullable SharedRun shared;

    private final Path data;
    private final Addresses addresses;
    private RunningRegistry running;

    private SharedRun(Path data, Addresses addresses, RunningRegistry running) {
        this.data = data;
        this.addresses = addresses;
        this.running = running;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
    }

    static synchronized SharedRun get() throws Exception {
        @Nullable SharedRun started = shared;
        if (started == null) {
            started = alone();
            shared = started;
        }
        return started;
    }

    /** Another, on data that no other test changes. It ends with the JVM, too. */
    static SharedRun alone() throws Exception {
        return alone(Map.of());
    }

    /** Another, with this in its environment, and asked for this besides. */
    static SharedRun alone(Map<String, String> environment, String... more) throws Exception {
        Path data = Files.createTempDirectory("hfs-run-");
        Addresses addresses = FreePorts.addresses();
        return new SharedRun(data, addresses, RunningRegistry.start(environment, data, addresses, more));
    }

    Path data() {
        return data;
    }

    Addresses addresses() {
        return addresses;
    }

    RunningRegistry running() {
        return running;
    }

    BearerTokens tokens() {
        return new BearerTokens(
                addresses.of(Server.ISSUER), new RunFolder(data).keys().clientSecret());
    }

    URI at(Server server, String path) {
        return addresses.of(server).resolve(path);
    }

    /** After a test has ended it. */
    RunningRegistry startAgain() throws Exception {
        running = RunningRegistry.start(data, addresses);
        return running;
    }

    private void end() {
        try {
            running.stop();
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> insideFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : insideFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
