package org.hfsregistry.platform.mongodb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hfsregistry.platform.machine.LoopbackOnly;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongodbIT {

    @TempDir
    private Path folder;

    private MongodbServer mongodb;

    @BeforeEach
    void start() {
        mongodb = MongodbServer.embedded(folder);
        mongodb.start();
    }

    @AfterEach
    void stop() {
        mongodb.stop();
    }

    @Test
    void keeps_documents_and_unique_indexes_over_a_restart_on_the_same_folder() {
        String uri = mongodb.uri();
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> treatments = treatments(client);
            treatments.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            treatments.insertOne(new Document("_id", 1).append("name", "a"));
            treatments.replaceOne(Filters.eq(1), new Document("name", "b"));
        }
        mongodb.stop();

        mongodb = MongodbServer.embedded(folder);
        mongodb.start();

        assertThat(mongodb.uri()).isEqualTo(uri);
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> treatments = treatments(client);
            assertThat(treatments.find()).containsExactly(new Document("_id", 1).append("name", "b"));
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> treatments.insertOne(new Document("_id", 2).append("name", "b")))
                    .withMessageContaining("E11000");
        }
    }

    @Test
    void nothing_of_what_was_overwritten_is_in_the_files_after_a_stop() throws Exception {
        try (MongoClient client = MongoClients.create(mongodb.uri())) {
            treatments(client).insertOne(new Document("_id", 1).append("patient", "erased-one"));
            treatments(client).insertOne(new Document("_id", 2).append("patient", "other-one"));
            treatments(client).replaceOne(Filters.eq(1), new Document("patient", "nobody"));
        }
        assertThat(bytes()).contains("erased-one");

        mongodb.stop();

        assertThat(bytes()).contains("other-one").doesNotContain("erased-one");
        mongodb.start();
        try (MongoClient client = MongoClients.create(mongodb.uri())) {
            assertThat(treatments(client).countDocuments()).isEqualTo(2);
        }
    }

    private String bytes() throws Exception {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.append(Files.readString(file, ISO_8859_1));
            }
        }
        return bytes.toString();
    }

    @Test
    void replaces_a_document_of_the_expected_version_only() {
        try (MongoClient client = MongoClients.create(mongodb.uri())) {
            MongoCollection<Document> treatments = treatments(client);
            treatments.insertOne(new Document("_id", "a").append("version", 1));
            treatments.insertOne(new Document("_id", "b").append("version", 1));
            Document second = new Document("_id", "a").append("version", 2);
            Bson first = Filters.and(Filters.eq("_id", "a"), Filters.eq("version", 1));

            assertThat(treatments.replaceOne(first, second).getMatchedCount()).isEqualTo(1);
            assertThat(treatments.replaceOne(first, second).getMatchedCount()).isZero();
            assertThatExceptionOfType(MongoWriteException.class)
                    .isThrownBy(() -> treatments.replaceOne(first, second, new ReplaceOptions().upsert(true)))
                    .withMessageContaining("E11000");
            assertThat(treatments.find(Filters.eq("_id", "a"))).containsExactly(second);
        }
    }

    @Test
    void is_away_while_stopped_and_back_at_the_same_port_for_a_client_that_stayed() {
        try (MongoClient client = MongoClients.create(mongodb.uri())) {
            treatments(client).insertOne(new Document("_id", 1));
            mongodb.stop();
            assertThat(LoopbackOnly.answers(port())).isFalse();

            mongodb.start();

            assertThat(treatments(client).countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void listens_on_the_loopback_address_only() throws Exception {
        assertThat(LoopbackOnly.answers(port())).isTrue();
        assertThat(LoopbackOnly.answersElsewhere(port())).isFalse();
    }

    @Test
    void refuses_a_folder_that_another_server_uses() {
        MongodbServer second = MongodbServer.embedded(folder);

        assertThatExceptionOfType(ServerUnavailable.class)
                .isThrownBy(second::start)
                .withMessageContaining(folder.toString())
                .withMessageContaining("name another folder");
    }

    private int port() {
        return Integer.parseInt(
                new ConnectionString(mongodb.uri()).getHosts().getFirst().split(":", 2)[1]);
    }

    private static MongoCollection<Document> treatments(MongoClient client) {
        return client.getDatabase(MongodbServer.DEFAULT_DATABASE).getCollection("treatments");
    }
}
