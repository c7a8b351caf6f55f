package org.hfsregistry.analytics.feed.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.feed.FeedInterrupted;
import org.hfsregistry.analytics.feed.Store;
import org.hfsregistry.analytics.feed.UnreadableDocuments;
import org.hfsregistry.contract.json.DocumentJson;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.stereotype.Component;

/** Reads the registry's hospitals and treatments. */
@Component
final class MongoStore implements Store {
    private static final int AT_ONCE = 1_000;
    private static final String DEFAULT_DATABASE = "hfs";
    private static final JsonWriterSettings PLAIN_JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final MongoClient client;
    private final ConnectionString connection;
    private final UnreadableDocuments unreadable;

    MongoStore(MongoClient client, MongoConnectionDetails details, UnreadableDocuments unreadable) {
        this.client = client;
        this.connection = details.getConnectionString();
        this.unreadable = unreadable;
    }

    @Override
    public void read(Consumer<List<Change>> some) {
        read("hospitals", "hospital", json -> Change.of(DocumentJson.hospital(json)), some);
        read("treatments", "treatment", json -> Change.of(DocumentJson.treatment(json)), some);
    }

    private void read(String collection, String field, Function<byte[], Change> reading, Consumer<List<Change>> some) {
        try (MongoCursor<BsonDocument> documents = database()
                .getCollection(collection, BsonDocument.class)
                .find()
                .batchSize(AT_ONCE)
                .cursor()) {
            List<Change> changes = new ArrayList<>(AT_ONCE);
            while (documents.hasNext()) {
                read(collection, documents.next(), field, reading).ifPresent(changes::add);
                if (changes.size() == AT_ONCE) {
                    some.accept(changes);
                    changes = new ArrayList<>(AT_ONCE);
                }
            }
            some.accept(changes);
        } catch (MongoException unreachable) {
            throw new FeedInterrupted(unreachable);
        }
    }

    private Optional<Change> read(
            String collection, BsonDocument document, String field, Function<byte[], Change> reading) {
        try {
            String json = document.getDocument(field).toJson(PLAIN_JSON);
            return Optional.of(reading.apply(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | ArithmeticException | BsonInvalidOperationException poison) {
            unreadable.note(collection, String.valueOf(document.get("_id")), poison);
            return Optional.empty();
        }
    }

    private MongoDatabase database() {
        String named = connection.getDatabase();
        return client.getDatabase(named == null ? DEFAULT_DATABASE : named);
    }
}
