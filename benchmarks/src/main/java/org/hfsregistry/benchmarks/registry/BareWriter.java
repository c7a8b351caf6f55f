package org.hfsregistry.benchmarks.registry;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.hfsregistry.benchmarks.registry.RegistryStore.Written;

/**
 * MongoDB's driver alone: the documents of the registry, made before, into collections of its own with the same indexes, in
 * batches of the same size, as many at a time, with the same write concern.
 */
final class BareWriter {

    private static final List<String> COLLECTIONS = List.of("history", "treatments", "outcomes");

    private final MongoDatabase database;
    private final String prefix;
    private final boolean notesPositions;
    private final int atATime;

    /** @param notesPositions whether each batch ends with its position */
    BareWriter(MongoDatabase database, String prefix, boolean notesPositions, int atATime) {
        this.database = database;
        this.prefix = prefix;
        this.notesPositions = notesPositions;
        this.atATime = atATime;
        for (String collection : COLLECTIONS) {
            for (Document index : database.getCollection(collection).listIndexes()) {
                Document keys = index.get("key", Document.class);
                if (!keys.keySet().equals(Set.of("_id"))) {
                    database.getCollection(prefix + collection).createIndex(keys, options(index));
                }
            }
        }
    }

    /** An index that has some documents only has the same here. */
    private static IndexOptions options(Document index) {
        IndexOptions options = new IndexOptions();
        Document some = index.get("partialFilterExpression", Document.class);
        return some == null ? options : options.partialFilterExpression(some);
    }

    /** Returns when all are written. */
    void write(List<Written> batches) throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Written> left = new ConcurrentLinkedQueue<>(batches);
        try (ExecutorService writers = Executors.newFixedThreadPool(atATime)) {
            List<? extends Future<?>> all = IntStream.range(0, atATime)
                    .mapToObj(_ -> writers.submit(() -> {
                        for (Written batch = left.poll(); batch != null; batch = left.poll()) {
                            write(batch);
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void write(Written batch) {
        for (String collection : COLLECTIONS) {
            database.getCollection(prefix + collection, RawBsonDocument.class)
                    .insertMany(
                            Objects.requireNonNull(batch.documents().get(collection)),
                            new InsertManyOptions().ordered(false));
        }
        if (notesPositions) {
            database.getCollection(prefix + "positions")
                    .updateOne(
                            Filters.eq("_id", batch.partition()),
                            Updates.set("next", batch.next()),
                            new UpdateOptions().upsert(true));
        }
    }
}
