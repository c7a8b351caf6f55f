package org.hfsregistry.platform.machine;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The ports a data folder was served at, so that a second start is found at the same addresses. */
public final class RecordedPorts {

    private final Path file;
    private final Properties ports = new Properties();

    private RecordedPorts(Path file) {
        this.file = file;
    }

    /** Those of a folder, which is created where there is none. */
    public static RecordedPorts in(Path folder) {
        try {
            Files.createDirectories(folder);
            RecordedPorts recorded = new RecordedPorts(folder.resolve("ports.properties"));
            if (Files.exists(recorded.file)) {
                try (Reader reader = Files.newBufferedReader(recorded.file)) {
                    recorded.ports.load(reader);
                }
            }
            return recorded;
        } catch (IOException e) {
            throw new ServerUnavailable(
                    "The data folder %s can't be used: %s".formatted(folder, e), "Name a folder you may write to.", e);
        }
    }

    /** The recorded port of this name where it is free, else a new one, which is recorded. */
    public int take(String name) {
        String recorded = ports.getProperty(name);
        if (recorded != null && Loopback.isFree(Integer.parseInt(recorded))) {
            return Integer.parseInt(recorded);
        }
        int port = Loopback.freePort();
        ports.setProperty(name, Integer.toString(port));
        write();
        return port;
    }

    private void write() {
        try (Writer writer = Files.newBufferedWriter(file)) {
            ports.store(writer, "Where the servers of this folder listen; another port is taken when one is not free.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
