package org.hfsregistry.platform;

import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.platform.kafka.KafkaServer;
import org.hfsregistry.platform.machine.TemporaryFolder;
import org.hfsregistry.platform.mongodb.MongodbServer;
import org.jspecify.annotations.Nullable;

/** A broker and a store that answer: what a test or a run asks for, whoever provides them. */
public final class Platform implements AutoCloseable {

    private static @Nullable Platform shared;

    private final KafkaServer kafka;
    private final MongodbServer mongodb;

    private Platform(KafkaServer kafka, MongodbServer mongodb) {
        this.kafka = kafka;
        this.mongodb = mongodb;
    }

    /**
     * The one that all tests of this JVM share. It ends with the JVM: a test leaves it as it is, and takes topics and a
     * database of its own.
     */
    public static synchronized Platform forTests() {
        if (shared == null) {
            TemporaryFolder folder = TemporaryFolder.create();
            ServerChoice choice = new ServerChoice(System.getenv());
            Platform platform = start(
                    choice.kafkaForTests(kafkaIn(folder.path())), choice.mongodbForTests(mongodbIn(folder.path())));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                platform.close();
                folder.delete();
            }));
            shared = platform;
        }
        return shared;
    }

    /** Embedded servers of one test, which may stop and start them, and closes them. */
    public static Platform privateForTests(Path folder) {
        return forRun(RunServers.EMBEDDED, folder);
    }

    /**
     * The servers of a run, with their data in the folder.
     *
     * @throws org.hfsregistry.platform.machine.ServerUnavailable if one that was asked for can't be had
     */
    public static Platform forRun(RunServers asked, Path folder) {
        ServerChoice choice = new ServerChoice(System.getenv());
        return start(
                List.of(choice.kafkaForRun(asked, kafkaIn(folder))),
                List.of(choice.mongodbForRun(asked, mongodbIn(folder))));
    }

    private static Platform start(List<KafkaServer> kafkas, List<MongodbServer> mongodbs) {
        MongodbServer mongodb = ServerChoice.firstThatStarts("MongoDB", mongodbs);
        try {
            return new Platform(ServerChoice.firstThatStarts("Kafka", kafkas), mongodb);
        } catch (RuntimeException e) {
            mongodb.stop();
            throw e;
        }
    }

    private static Path kafkaIn(Path folder) {
        return folder.resolve("kafka");
    }

    private static Path mongodbIn(Path folder) {
        return folder.resolve("mongodb");
    }

    /** The broker itself, for a test of its absence. */
    public KafkaServer kafka() {
        return kafka;
    }

    /** The store itself, for a test of its absence. */
    public MongodbServer mongodb() {
        return mongodb;
    }

    /** What Kafka's clients take as {@code bootstrap.servers}. */
    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    /** The connection string of the default database. */
    public String mongodbUri() {
        return mongodb.uri();
    }

    /** The connection string of a database by its name. */
    public String mongodbUri(String database) {
        return mongodb.uri(database);
    }

    /** Stops what this platform started. The data stay in its folder. */
    @Override
    public void close() {
        try {
            kafka.stop();
        } finally {
            mongodb.stop();
        }
    }
}
