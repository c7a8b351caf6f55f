package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import org.hfsregistry.platform.machine.Loopback;
import org.hfsregistry.platform.machine.RecordedPorts;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.jspecify.annotations.Nullable;

/** mongo-java-server in this JVM, with its data in a file of H2's MVStore. */
final class EmbeddedMongodb implements MongodbServer {

    private final Path file;
    private final int port;
    private @Nullable MongoServer running;

    EmbeddedMongodb(Path folder) {
        this.port = RecordedPorts.in(folder).take("mongodb");
        this.file = folder.resolve("store.mv");
    }

    @Override
    public String uri(String database) {
        return "mongodb://%s:%d/%s".formatted(Loopback.ADDRESS, port, database);
    }

    @Override
    public String description() {
        return "the embedded server at %s:%d, data in %s".formatted(Loopback.ADDRESS, port, file);
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            try {
                MongoServer server = new MongoServer(CommittedBackend.open(file));
                server.bind(Loopback.at(port));
                running = server;
            } catch (RuntimeException e) {
                throw new ServerUnavailable(
                        "The embedded MongoDB does not start at %s:%d on %s: %s"
                                .formatted(Loopback.ADDRESS, port, file, e.getMessage()),
                        "Stop the other process that uses this folder or port, or name another folder.",
                        e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.shutdownNow();
            running = null;
        }
    }
}
