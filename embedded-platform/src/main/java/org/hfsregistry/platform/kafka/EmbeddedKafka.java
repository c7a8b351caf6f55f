package org.hfsregistry.platform.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.hfsregistry.platform.machine.RecordedPorts;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka's own server in this JVM, with its log in a folder. */
final class EmbeddedKafka implements KafkaServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final Path folder;
    private final BrokerSettings settings;
    private @Nullable KafkaRaftServer running;
    private @Nullable FileChannel lock;

    EmbeddedKafka(Path folder) {
        RecordedPorts ports = RecordedPorts.in(folder);
        this.folder = folder;
        this.settings = new BrokerSettings(
                folder.resolve("logs").toAbsolutePath(), ports.take("broker"), ports.take("controller"));
    }

    @Override
    public String bootstrap() {
        return settings.bootstrap();
    }

    @Override
    public String description() {
        return "the embedded broker at %s, data in %s".formatted(bootstrap(), folder);
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        KafkaRaftServer server = null;
        try {
            lock = locked();
            formatWhereNew();
            server = new KafkaRaftServer(new KafkaConfig(settings.asKafkaTakesThem(), false), Time.SYSTEM);
            server.startup();
            running = server;
        } catch (Exception e) {
            if (server != null) {
                server.shutdown();
            }
            unlock();
            throw new ServerUnavailable(
                    "The embedded Kafka broker does not start at %s on %s: %s".formatted(bootstrap(), folder, e),
                    "Stop the other process that uses this folder or port, or name another folder.",
                    e);
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            running = null;
            unlock();
        }
    }

    /**
     * Kafka locks a folder for itself, but only after its controller has begun to work in it, whose threads may end the JVM
     * when they come upon another's work.
     */
    private FileChannel locked() throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException usedInThisJvm) {
            LOG.debug("This JVM has a broker at {}", folder);
        }
        file.close();
        throw new IOException("another broker uses " + folder);
    }

    private void unlock() {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void formatWhereNew() throws Exception {
        if (Files.exists(settings.logs().resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            return;
        }
        Files.createDirectories(settings.logs());
        String logs = settings.logs().toString();
        new Formatter()
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(logs))
                .setMetadataLogDirectory(logs)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }
}
