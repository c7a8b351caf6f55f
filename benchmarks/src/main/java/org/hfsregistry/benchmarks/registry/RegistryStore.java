package org.hfsregistry.benchmarks.registry;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.hfsregistry.contract.registered.Position;

/** The registry's database as anybody sees it who looks in. */
final class RegistryStore implements AutoCloseable {

    private static final int ASKED_AT_ONCE = 1000;

    private final MongoClient client;
    private final MongoDatabase database;

    RegistryStore(String uri) {
        ConnectionString connection = new ConnectionString(uri);
        this.client = MongoClients.create(connection);
        this.database = client.getDatabase(Objects.requireNonNull(connection.getDatabase()))
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** With the write concern of the registry. */
    MongoDatabase database() {
        return database;
    }

    /** The offset to go on from, of each partition that was followed. */
    Map<Integer, Long> noted() {
        Map<Integer, Long> noted = new TreeMap<>();
        for (BsonDocument position :
                database.getCollection("positions", BsonDocument.class).find(Filters.exists("next"))) {
            noted.put(
                    position.getInt32("_id").getValue(),
                    position.getNumber("next").longValue());
        }
        return noted;
    }

    /** What the registry wrote of these offsets, cut into batches as the registry did, for each partition by itself. */
    List<Written> written(Map<Integer, Long> from, Map<Integer, Long> to, int batchSize) {
        List<Written> batches = new ArrayList<>();
        to.forEach((partition, end) -> {
            long start = from.getOrDefault(partition, 0L);
            for (long next = start; next < end; next += batchSize) {
                batches.add(written(partition, next, Math.min(end, next + batchSize)));
            }
        });
        return batches;
    }

    private Written written(int partition, long from, long to) {
        List<RawBsonDocument> history = found(
                "history",
                LongStream.range(from, to)
                        .mapToObj(offset -> new Position(partition, offset).key())
                        .toList());
        return new Written(
                partition,
                to,
                Map.of(
                        "history",
                        history,
                        "treatments",
                        found("treatments", ids(history, "treatmentId")),
                        "outcomes",
                        found("outcomes", ids(history, "outcomeId"))));
    }

    private static List<String> ids(List<RawBsonDocument> history, String field) {
        return history.stream()
                .map(entry -> entry.getString("hospitalId").getValue() + "/"
                        + entry.getString(field).getValue())
                .distinct()
                .toList();
    }

    private List<RawBsonDocument> found(String collection, List<String> keys) {
        Map<String, RawBsonDocument> found = new HashMap<>();
        MongoCollection<RawBsonDocument> all = database.getCollection(collection, RawBsonDocument.class);
        for (int at = 0; at < keys.size(); at += ASKED_AT_ONCE) {
            all.find(Filters.in("_id", keys.subList(at, Math.min(keys.size(), at + ASKED_AT_ONCE))))
                    .forEach(document -> found.put(document.getString("_id").getValue(), document));
        }
        if (found.size() != keys.size()) {
            throw new IllegalStateException("%d of %d are in %s".formatted(found.size(), keys.size(), collection));
        }
        return keys.stream().map(key -> Objects.requireNonNull(found.get(key))).toList();
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * What a batch left in the store.
     *
     * @param next the offset to go on from in its partition
     * @param documents by their collections
     */
    record Written(int partition, long next, Map<String, List<RawBsonDocument>> documents) {}
}
