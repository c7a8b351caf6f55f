package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.hfsregistry.platform.machine.Loopback;
import org.hfsregistry.platform.machine.RecordedPorts;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** mongo-java-server in this JVM, with its data in a file of H2's MVStore. */
final class EmbeddedMongodb implements MongodbServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongodb.class);

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
                MVStoreTool.compactCleanUp(file.toString());
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
            leaveNothingOld();
        }
    }

    /** A file of MVStore keeps what was overwritten and deleted until its place is needed; what was erased must not be in it. */
    private void leaveNothingOld() {
        try {
            MVStoreTool.compact(file.toString(), false);
        } catch (MVStoreException e) {
            LOG.warn("{} is not compacted, and holds what was deleted until it is", file, e);
        }
    }
}
