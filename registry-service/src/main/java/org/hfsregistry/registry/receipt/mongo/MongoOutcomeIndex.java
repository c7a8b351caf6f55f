package org.hfsregistry.registry.receipt.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.springframework.stereotype.Repository;

/** The collection {@code outcomes}. An entry that has seen less never replaces one that has seen more. */
@Repository
class MongoOutcomeIndex implements OutcomeIndex {

    private final MongoCollection<BsonDocument> collection;

    MongoOutcomeIndex(MongoDatabase database) {
        this.collection = database.getCollection("outcomes", BsonDocument.class);
    }

    @Override
    public List<OutcomeEntry> find(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : collection.find(Filters.in("_id", ids)).map(StoredEntry::read).into(new ArrayList<>());
    }

    @Override
    public void add(Collection<OutcomeEntry> entries) {
        List<OutcomeEntry> all = List.copyOf(entries);
        put(InsertOnly.taken(collection, all.stream().map(StoredEntry::write).toList()).stream()
                .map(all::get)
                .toList());
    }

    @Override
    public void put(Collection<OutcomeEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<WriteModel<BsonDocument>> writes = entries.stream()
                .<WriteModel<BsonDocument>>map(MongoOutcomeIndex::put)
                .toList();
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            InsertOnly.throwUnlessKeysAreTaken(e);
        }
    }

    /** Where the store holds a newer one, the filter finds nothing and the insert meets its key. */
    private static WriteModel<BsonDocument> put(OutcomeEntry entry) {
        Position seen = entry.seen().orElseThrow();
        Bson older = Filters.and(
                Filters.eq("_id", entry.id()),
                Filters.or(Filters.ne("seen.partition", seen.partition()), Filters.lt("seen.offset", seen.offset())));
        return new ReplaceOneModel<>(older, StoredEntry.write(entry), new ReplaceOptions().upsert(true));
    }
}
