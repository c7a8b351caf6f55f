package org.hfsregistry.registry.merging.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.hfsregistry.registry.merging.KeptMerges;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.mongodb.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** The collection {@code merges}, read as it is, whatever somebody made of it. */
@Repository
class MongoKeptMerges implements KeptMerges {

    private static final Logger LOG = LoggerFactory.getLogger(MongoKeptMerges.class);
    private static final String HOSPITAL = "hospitalId";

    private final MongoCollection<BsonDocument> collection;

    MongoKeptMerges(MongoDatabase database) {
        this.collection = database.getCollection("merges", BsonDocument.class);
    }

    @Override
    public Map<String, List<Kept>> all() {
        Map<String, List<Kept>> found = new HashMap<>();
        for (BsonDocument stored : collection.find()) {
            if (stored.isString(HOSPITAL)) {
                found.computeIfAbsent(Stored.text(stored, HOSPITAL), _ -> new ArrayList<>())
                        .add(kept(stored));
            }
        }
        return found;
    }

    @Override
    public List<Kept> of(Set<String> hospitalIds) {
        return hospitalIds.isEmpty()
                ? List.of()
                : collection
                        .find(Filters.in(HOSPITAL, hospitalIds))
                        .map(MongoKeptMerges::kept)
                        .into(new ArrayList<>());
    }

    private static Kept kept(BsonDocument stored) {
        String id = stored.isString("_id") ? Stored.text(stored, "_id") : String.valueOf(stored.get("_id"));
        return new Kept(
                id,
                Stored.text(stored, HOSPITAL),
                BsonBoolean.TRUE.equals(stored.get(MongoMerges.DONE)),
                read(stored, id));
    }

    private static Optional<Merge> read(BsonDocument stored, String id) {
        try {
            return Optional.of(MongoMerges.read(stored))
                    .filter(merge -> merge.id().equals(id));
        } catch (RuntimeException e) {
            LOG.error("The merge {} can't be read", id, e);
            return Optional.empty();
        }
    }
}
