package org.hfsregistry.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.hfsregistry.platform.machine.Server;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class ServerChoiceTest {

    private static final Map<String, String> BOTH_GIVEN =
            Map.of("HFS_KAFKA_BOOTSTRAP", "there:9092", "HFS_MONGODB_URI", "mongodb://there:27017/own");

    @TempDir
    private Path folder;

    @Test
    void tests_take_what_the_environment_names_and_nothing_else() {
        ServerChoice choice = new ServerChoice(BOTH_GIVEN);

        assertThat(descriptions(choice.kafkaForTests(folder)))
                .containsExactly("the broker that HFS_KAFKA_BOOTSTRAP names, at there:9092");
        assertThat(descriptions(choice.mongodbForTests(folder)))
                .containsExactly("the server that HFS_MONGODB_URI names, at mongodb://there:27017");
    }

    @Test
    void tests_try_docker_then_the_embedded_ones() {
        ServerChoice choice = new ServerChoice(Map.of());

        assertThat(descriptions(choice.kafkaForTests(folder)))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("a container of apache/kafka:"),
                        second -> assertThat(second).startsWith("the embedded broker"));
        assertThat(descriptions(choice.mongodbForTests(folder)))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("a container of mongo:"),
                        second -> assertThat(second).startsWith("the embedded server"));
    }

    @Test
    void tests_try_a_mongod_on_the_path_between_docker_and_the_embedded_one() throws Exception {
        Path mongod = executable("mongod");
        ServerChoice choice = new ServerChoice(Map.of("PATH", "/nowhere:" + folder));

        assertThat(descriptions(choice.mongodbForTests(folder)).get(1)).startsWith(mongod + " at 127.0.0.1:");
        assertThat(choice.mongodbForTests(folder)).hasSize(3);
    }

    @Test
    void the_mongod_that_is_named_goes_before_the_one_on_the_path() throws Exception {
        executable("mongod");
        ServerChoice choice = new ServerChoice(Map.of("PATH", folder.toString(), "HFS_MONGOD", "/opt/mongod-8"));

        assertThat(choice.mongodbForRun(RunServers.MONGOD, folder).description())
                .startsWith("/opt/mongod-8 at 127.0.0.1:");
    }

    @Test
    void a_run_takes_what_the_environment_names() {
        ServerChoice choice = new ServerChoice(BOTH_GIVEN);

        assertThat(choice.kafkaForRun(RunServers.GIVEN_OR_EMBEDDED, folder).description())
                .contains("HFS_KAFKA_BOOTSTRAP");
        assertThat(choice.mongodbForRun(RunServers.GIVEN_OR_EMBEDDED, folder).description())
                .contains("HFS_MONGODB_URI");
    }

    @Test
    void a_run_takes_the_embedded_ones_for_what_the_environment_does_not_name() throws Exception {
        executable("mongod");
        ServerChoice choice = new ServerChoice(Map.of("PATH", folder.toString(), "HFS_KAFKA_BOOTSTRAP", " "));

        assertThat(choice.kafkaForRun(RunServers.GIVEN_OR_EMBEDDED, folder).description())
                .startsWith("the embedded broker");
        assertThat(choice.mongodbForRun(RunServers.GIVEN_OR_EMBEDDED, folder).description())
                .startsWith("the embedded server");
    }

    @Test
    void a_run_that_asks_for_the_embedded_ones_gets_them_whatever_the_environment_names() {
        ServerChoice choice = new ServerChoice(BOTH_GIVEN);

        assertThat(choice.kafkaForRun(RunServers.EMBEDDED, folder).description())
                .startsWith("the embedded broker");
        assertThat(choice.mongodbForRun(RunServers.EMBEDDED, folder).description())
                .startsWith("the embedded server");
    }

    @Test
    void a_run_that_asks_for_docker_gets_containers() {
        ServerChoice choice = new ServerChoice(BOTH_GIVEN);

        assertThat(choice.kafkaForRun(RunServers.DOCKER, folder).description())
                .startsWith("a container of apache/kafka:");
        assertThat(choice.mongodbForRun(RunServers.DOCKER, folder).description())
                .startsWith("a container of mongo:");
    }

    @Test
    void a_run_that_asks_for_a_mongod_where_there_is_none_is_told_what_to_do() {
        ServerChoice choice = new ServerChoice(Map.of("PATH", folder.toString()));

        assertThatExceptionOfType(ServerUnavailable.class)
                .isThrownBy(() -> choice.mongodbForRun(RunServers.MONGOD, folder))
                .withMessageContaining("no mongod on the PATH")
                .withMessageContaining("set HFS_MONGOD");
    }

    @ParameterizedTest
    @EnumSource(names = {"GIVEN_OR_EMBEDDED", "MONGOD"})
    void a_mongod_that_is_asked_for_leaves_the_choice_of_the_broker_as_it_was(RunServers asked) {
        assertThat(new ServerChoice(BOTH_GIVEN).kafkaForRun(asked, folder).description())
                .contains("HFS_KAFKA_BOOTSTRAP");
        assertThat(new ServerChoice(Map.of()).kafkaForRun(asked, folder).description())
                .startsWith("the embedded broker");
    }

    @Test
    void one_line_says_which_server_was_taken_and_why_none_before_it() {
        List<String> lines = linesOf(() -> {
            Named taken = ServerChoice.firstThatStarts(
                    "Kafka", List.of(new Named("one", false), new Named("two", true), new Named("three", true)));
            assertThat(taken.description()).isEqualTo("two");
        });

        assertThat(lines).containsExactly("Kafka: two, because: one is away");
    }

    @Test
    void when_none_can_be_had_the_last_one_says_what_to_do() {
        assertThatExceptionOfType(ServerUnavailable.class)
                .isThrownBy(() -> ServerChoice.firstThatStarts("Kafka", List.of(new Named("one", false))))
                .withMessage("one is away. Bring it back.");
    }

    private static List<String> linesOf(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(ServerChoice.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static List<String> descriptions(List<? extends Server> servers) {
        return servers.stream().map(Server::description).toList();
    }

    private Path executable(String name) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private record Named(String description, boolean comesUp) implements Server {

        @Override
        public void start() {
            if (!comesUp) {
                throw new ServerUnavailable(description + " is away", "Bring it back.");
            }
        }

        @Override
        public void stop() {}
    }
}
