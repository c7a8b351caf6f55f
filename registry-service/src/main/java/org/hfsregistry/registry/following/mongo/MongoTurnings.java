package org.hfsregistry.registry.following.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.hfsregistry.registry.following.Turning;
import org.hfsregistry.registry.following.Turnings;
import org.hfsregistry.registry.mongodb.Stored;
import org.springframework.stereotype.Repository;

/** The collection {@code turnings}: a document a pseudonym key, by its name. */
@Repository
class MongoTurnings implements Turnings {

    private final MongoCollection<BsonDocument> collection;

    MongoTurnings(MongoDatabase database) {
        this.collection = database.getCollection("turnings", BsonDocument.class);
    }

    @Override
    public Set<String> begun() {
        return collection.find().map(stored -> Stored.text(stored, "_id")).into(new HashSet<>());
    }

    @Override
    public Turning to(String key) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", key)).first())
                .map(MongoTurnings::read)
                .orElse(Turning.NOT_BEGUN);
    }

    @Override
    public void note(String key, Turning turning) {
        BsonDocument stored = new BsonDocument("_id", new BsonString(key))
                .append("stage", new BsonString(turning.stage().name()));
        Stored.append(stored, "after", turning.after());
        stored.append("documents", new BsonInt64(turning.documents()));
        collection.replaceOne(Filters.eq("_id", key), stored, new ReplaceOptions().upsert(true));
    }

    private static Turning read(BsonDocument stored) {
        return new Turning(
                Turning.Stage.valueOf(Stored.text(stored, "stage")),
                Stored.optionalText(stored, "after"),
                stored.getNumber("documents").longValue());
    }
}
