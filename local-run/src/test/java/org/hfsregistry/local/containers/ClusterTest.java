package org.hfsregistry.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Three brokers and three members of the store know one another, and the services know them, as far as that can be read. */
class ClusterTest {

    private static final List<String> BROKERS = List.of("kafka", "kafka-2", "kafka-3");
    private static final List<String> MEMBERS = List.of("mongo", "mongo-2", "mongo-3");

    @Test
    void each_broker_is_a_node_of_its_own_and_votes() throws IOException {
        List<JsonNode> told = BROKERS.stream()
                .map(name -> over().at("/services/%s/environment".formatted(name)))
                .toList();

        assertThat(told)
                .extracting(broker -> broker.path("KAFKA_NODE_ID").asInt())
                .containsExactly(1, 2, 3);
        assertThat(told)
                .extracting(broker -> broker.path("KAFKA_ADVERTISED_LISTENERS").asString())
                .containsExactlyElementsOf(
                        BROKERS.stream().map("PLAINTEXT://%s:9092"::formatted).toList());
        assertThat(told).allSatisfy(broker -> {
            assertThat(broker.path("KAFKA_CONTROLLER_QUORUM_VOTERS").asString())
                    .isEqualTo("1@kafka:9093,2@kafka-2:9093,3@kafka-3:9093");
            assertThat(broker.path("KAFKA_DEFAULT_REPLICATION_FACTOR").asInt()).isEqualTo(3);
            assertThat(broker.path("KAFKA_MIN_INSYNC_REPLICAS").asInt()).isEqualTo(2);
        });
        // what one broker alone is told and three are not would stay with the first one only
        assertThat(Compose.file().at("/services/kafka/environment").propertyNames())
                .allMatch(name -> told.stream().allMatch(broker -> broker.has(name)));
    }

    @Test
    void the_store_is_a_replica_set_of_three() throws IOException {
        String initiates = over().at("/services/mongo/healthcheck/test/4").asString();

        assertThat(MEMBERS).allSatisfy(name -> assertThat(initiates).contains("host: '%s:27017'".formatted(name)));
        assertThat(initiates).contains(Compose.once(told(Server.REGISTRY, "SPRING_MONGODB_URI"), "replicaSet=(\\w+)"));
        assertThat(over().at("/services/mongo-2/command"))
                .isEqualTo(over().at("/services/mongo-3/command"))
                .isEqualTo(Compose.file().at("/services/mongo/command"));
    }

    @Test
    void the_services_know_all_of_them() {
        for (Server server : Compose.BUILT) {
            assertThat(told(server, "SPRING_KAFKA_BOOTSTRAP_SERVERS").split(",", -1))
                    .containsExactlyElementsOf(
                            BROKERS.stream().map("%s:9092"::formatted).toList());
            assertThat(told(server, "SPRING_MONGODB_URI"))
                    .contains(MEMBERS.stream().map("%s:27017"::formatted).collect(Collectors.joining(",")));
            assertThat(told(server, "HFS_TOPICS_REPLICAS")).isEqualTo("3");
        }
    }

    @Test
    void what_is_added_is_of_the_same_kind_starts_again_has_a_bound_and_keeps_its_data() throws IOException {
        for (String name : List.of("kafka-2", "kafka-3", "mongo-2", "mongo-3")) {
            JsonNode added = over().at("/services/" + name);
            JsonNode first = Compose.file().at("/services/" + name.substring(0, name.length() - 2));
            assertThat(added.path("image")).isEqualTo(first.path("image"));
            assertThat(added.path("restart")).isEqualTo(first.path("restart"));
            assertThat(added.path("deploy")).isEqualTo(first.path("deploy"));
            assertThat(added.at("/healthcheck/test").isArray()).isTrue();
            assertThat(added.at("/volumes/0").asString()).startsWith(name + "-data:");
        }
        assertThat(over().path("volumes").propertyNames())
                .containsExactly("kafka-2-data", "kafka-3-data", "mongo-2-data", "mongo-3-data");
    }

    @Test
    void it_names_nothing_that_it_does_not_have() throws IOException {
        Set<String> all = Stream.of(Compose.file(), over())
                .flatMap(file -> file.path("services").propertyNames().stream())
                .collect(Collectors.toSet());

        assertThat(List.of("kafka", "mongo", "intake", "registry", "analytics"))
                .allMatch(Compose.file().path("services")::has);
        assertThat(over().path("services")
                        .valueStream()
                        .flatMap(service -> service.path("depends_on").propertyNames().stream()))
                .isNotEmpty()
                .allMatch(all::contains);
    }

    private static String told(Server server, String name) {
        return over().at("/services/%s/environment/%s".formatted(Compose.name(server), name))
                .asString();
    }

    private static JsonNode over() {
        try {
            return Compose.yaml(Compose.PROJECT.resolve("docker-compose.cluster.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
