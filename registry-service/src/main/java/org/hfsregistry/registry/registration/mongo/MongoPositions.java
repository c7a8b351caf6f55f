package org.hfsregistry.registry.registration.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.Objects;
import java.util.OptionalLong;
import org.bson.BsonDocument;
import org.hfsregistry.registry.registration.Claim;
import org.hfsregistry.registry.registration.Positions;
import org.springframework.stereotype.Repository;

/** The collection {@code positions}: a document a partition, with the epoch of the claim that may note. */
@Repository
class MongoPositions implements Positions {

    private final MongoCollection<BsonDocument> collection;

    MongoPositions(MongoDatabase database) {
        this.collection = database.getCollection("positions", BsonDocument.class);
    }

    @Override
    public Claim claim(int partition) {
        BsonDocument stored = Objects.requireNonNull(collection.findOneAndUpdate(
                Filters.eq("_id", partition),
                Updates.inc("epoch", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return new Claim(
                partition,
                stored.getNumber("epoch").longValue(),
                stored.containsKey("next")
                        ? OptionalLong.of(stored.getNumber("next").longValue())
                        : OptionalLong.empty());
    }

    @Override
    public boolean note(Claim claim, long next) {
        return collection
                        .updateOne(
                                Filters.and(Filters.eq("_id", claim.partition()), Filters.eq("epoch", claim.epoch())),
                                Updates.set("next", next))
                        .getMatchedCount()
                == 1;
    }
}
