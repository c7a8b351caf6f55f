package org.hfsregistry.registry.quarantine.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.hfsregistry.registry.mongodb.Stored;
import org.hfsregistry.registry.quarantine.Resubmission;
import org.hfsregistry.registry.quarantine.Resubmissions;
import org.springframework.stereotype.Repository;

/** The collection {@code resubmissions}: a document a quarantined arrival that was submitted again; of no patient. */
@Repository
class MongoResubmissions implements Resubmissions {

    private final MongoCollection<BsonDocument> collection;

    MongoResubmissions(MongoDatabase database) {
        this.collection = database.getCollection("resubmissions", BsonDocument.class);
    }

    /** Where the store holds a later one, the filter finds nothing and the insert meets its key. */
    @Override
    public void put(Resubmission resubmission) {
        try {
            collection.replaceOne(
                    Filters.and(
                            Filters.eq("_id", resubmission.quarantinedId()),
                            Filters.lt(
                                    "position.offset", resubmission.position().offset())),
                    write(resubmission),
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public List<Resubmission> of(Set<String> quarantinedIds) {
        return quarantinedIds.isEmpty()
                ? List.of()
                : collection
                        .find(Filters.in("_id", quarantinedIds))
                        .map(MongoResubmissions::read)
                        .into(new ArrayList<>());
    }

    private static BsonDocument write(Resubmission resubmission) {
        return new BsonDocument("_id", new BsonString(resubmission.quarantinedId()))
                .append("outcomeId", new BsonString(resubmission.outcomeId()))
                .append("revision", new BsonInt32(resubmission.revision()))
                .append("position", Stored.position(resubmission.position()))
                .append("at", Stored.time(resubmission.at()))
                .append("by", new BsonString(resubmission.by()));
    }

    private static Resubmission read(BsonDocument stored) {
        return new Resubmission(
                Stored.text(stored, "_id"),
                Stored.text(stored, "outcomeId"),
                stored.getInt32("revision").getValue(),
                Stored.position(stored.getDocument("position")),
                Stored.time(stored, "at"),
                Stored.text(stored, "by"));
    }
}
