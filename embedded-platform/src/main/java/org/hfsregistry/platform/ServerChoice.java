package org.hfsregistry.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hfsregistry.platform.kafka.KafkaServer;
import org.hfsregistry.platform.machine.Server;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.hfsregistry.platform.mongodb.MongodbServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which server is taken: the one the environment names; in tests then Docker, then a {@code mongod}; then the embedded
 * one.
 *
 * @param environment the process's variables
 */
record ServerChoice(Map<String, String> environment) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerChoice.class);

    /** The servers to try, in this order. */
    List<KafkaServer> kafkaForTests(Path folder) {
        return named("HFS_KAFKA_BOOTSTRAP")
                .map(bootstrap -> List.of(KafkaServer.given(bootstrap)))
                .orElseGet(() -> List.of(KafkaServer.dockerForTests(), KafkaServer.embedded(folder)));
    }

    /** The servers to try, in this order. */
    List<MongodbServer> mongodbForTests(Path folder) {
        Optional<String> given = named("HFS_MONGODB_URI");
        if (given.isPresent()) {
            return List.of(MongodbServer.given(given.get()));
        }
        List<MongodbServer> servers = new ArrayList<>();
        servers.add(MongodbServer.dockerForTests());
        mongod().ifPresent(executable -> servers.add(MongodbServer.mongod(executable, folder)));
        servers.add(MongodbServer.embedded(folder));
        return servers;
    }

    KafkaServer kafkaForRun(RunServers asked, Path folder) {
        return switch (asked) {
            case GIVEN_OR_EMBEDDED, MONGOD ->
                named("HFS_KAFKA_BOOTSTRAP").map(KafkaServer::given).orElseGet(() -> KafkaServer.embedded(folder));
            case EMBEDDED -> KafkaServer.embedded(folder);
            case DOCKER -> KafkaServer.dockerFor(folder);
        };
    }

    MongodbServer mongodbForRun(RunServers asked, Path folder) {
        return switch (asked) {
            case GIVEN_OR_EMBEDDED ->
                named("HFS_MONGODB_URI").map(MongodbServer::given).orElseGet(() -> MongodbServer.embedded(folder));
            case EMBEDDED -> MongodbServer.embedded(folder);
            case MONGOD -> MongodbServer.mongod(requireMongod(), folder);
            case DOCKER -> MongodbServer.dockerFor(folder);
        };
    }

    /** Starts the first that can be had, and says which one it is and why not one before it. */
    static <S extends Server> S firstThatStarts(String what, List<S> servers) {
        List<String> refusals = new ArrayList<>();
        for (S server : servers.subList(0, servers.size() - 1)) {
            try {
                return started(what, server, refusals);
            } catch (ServerUnavailable e) {
                refusals.add(e.wanted());
            }
        }
        return started(what, servers.getLast(), refusals);
    }

    private static <S extends Server> S started(String what, S server, List<String> refusals) {
        server.start();
        String whyNotAnother = refusals.isEmpty() ? "" : ", because: " + String.join("; ", refusals);
        LOG.info("{}: {}{}", what, server.description(), whyNotAnother);
        return server;
    }

    /**
     * The executable of a {@code mongod}.
     *
     * @throws ServerUnavailable where there is none
     */
    Path requireMongod() {
        return mongod().orElseThrow(ServerChoice::noMongod);
    }

    private Optional<Path> mongod() {
        return named("HFS_MONGOD").map(Path::of).or(this::mongodOnThePath);
    }

    private Optional<Path> mongodOnThePath() {
        return Stream.of(environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<String> named(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private static ServerUnavailable noMongod() {
        return new ServerUnavailable(
                "There is no mongod on the PATH and HFS_MONGOD names none",
                "Install MongoDB, set HFS_MONGOD to its mongod, or choose the embedded servers.");
    }
}
