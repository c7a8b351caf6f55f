package org.hfsregistry.platform.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.hfsregistry.platform.machine.Loopback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedBackendIT {

    private static final int DOCUMENTS = 200;
    private static final String TEXT = "x".repeat(1000);

    @TempDir
    private Path folder;

    private CommittedBackend backend;
    private MongoServer server;
    private MongoClient client;

    @BeforeEach
    void start() {
        backend = CommittedBackend.open(folder.resolve("store.mv"));
        server = new MongoServer(backend);
        int port = Loopback.freePort();
        server.bind(Loopback.at(port));
        client = MongoClients.create("mongodb://%s:%d".formatted(Loopback.ADDRESS, port));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void an_answered_write_is_in_the_file() throws Exception {
        for (int id = 0; id < DOCUMENTS; id++) {
            treatments(client).insertOne(new Document("_id", id));

            assertThat(documentsIn(copyOfTheFile())).isEqualTo(id + 1);
        }
    }

    @Test
    void uses_the_place_of_overwritten_documents_again() throws Exception {
        backend.getMvStore().setRetentionTime(0);
        treatments(client)
                .insertMany(IntStream.range(0, DOCUMENTS)
                        .mapToObj(id -> new Document("_id", id).append("text", TEXT))
                        .toList());
        overwrite(2000);
        long size = Files.size(folder.resolve("store.mv"));

        overwrite(4000);

        assertThat(Files.size(folder.resolve("store.mv"))).isLessThan(2 * size);
    }

    @Test
    void fills_the_index_of_a_file_that_the_server_itself_has_written() {
        Path file = folder.resolve("old.mv");
        write(new H2Backend(file.toString()), "text", 7);

        write(CommittedBackend.open(file), "ours");
        write(new H2Backend(file.toString()), "later");

        CommittedBackend now = CommittedBackend.open(file);
        try {
            de.bwaldvogel.mongo.MongoCollection<?> opened =
                    now.resolveDatabase("hfs").resolveCollection("treatments", true);
            assertThat(now.getMvStore().getMapNames()).noneMatch(name -> name.contains("_index__id_"));
            for (Object taken : List.of("text", 7L, "ours", "later")) {
                assertThatExceptionOfType(DuplicateKeyError.class).isThrownBy(() -> insert(opened, taken));
            }
            insert(opened, "other");
        } finally {
            now.close();
        }
    }

    private static void write(H2Backend backend, Object... ids) {
        de.bwaldvogel.mongo.MongoDatabase database = backend.resolveDatabase("hfs");
        de.bwaldvogel.mongo.MongoCollection<?> collection = database.resolveCollection("treatments", false);
        if (collection == null) {
            collection = database.createCollectionOrThrowIfExists("treatments");
        }
        for (Object id : ids) {
            insert(collection, id);
        }
        backend.close();
    }

    private static void insert(de.bwaldvogel.mongo.MongoCollection<?> collection, Object id) {
        collection.addDocument(new de.bwaldvogel.mongo.bson.Document("_id", id));
    }

    private void overwrite(int times) {
        for (int write = 0; write < times; write++) {
            treatments(client).replaceOne(eq(write % DOCUMENTS), new Document("text", TEXT).append("write", write));
        }
    }

    private Path copyOfTheFile() throws Exception {
        return Files.copy(folder.resolve("store.mv"), folder.resolve("copy.mv"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static long documentsIn(Path file) {
        CommittedBackend copy = CommittedBackend.open(file);
        try {
            return copy.resolveDatabase("hfs")
                    .resolveCollection("treatments", true)
                    .count();
        } finally {
            copy.close();
        }
    }

    private static MongoCollection<Document> treatments(MongoClient client) {
        return client.getDatabase("hfs").getCollection("treatments");
    }
}
