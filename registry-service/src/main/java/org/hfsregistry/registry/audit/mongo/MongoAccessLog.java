package org.hfsregistry.registry.audit.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.registry.audit.Access;
import org.hfsregistry.registry.audit.AccessLog;
import org.hfsregistry.registry.audit.NoteAccesses;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.springframework.stereotype.Repository;

/** The collection {@code accesses}: a document an access. */
@Repository
class MongoAccessLog implements AccessLog, SchemaOwner {

    /** No hospital has this id. */
    private static final String EVERYBODYS = "*";

    private final MongoCollection<BsonDocument> collection;

    MongoAccessLog(MongoDatabase database) {
        this.collection = database.getCollection("accesses", BsonDocument.class);
    }

    @Override
    public List<SchemaStep> steps() {
        return List.of(SchemaStep.indexes(1, "accesses", Indexes.ascending("hospitalId", "_id")));
    }

    @Override
    public void add(List<Access> accesses) {
        InsertOnly.add(collection, accesses.stream().map(MongoAccessLog::write).toList());
    }

    @Override
    public List<Access> find(Selection selection) {
        List<Bson> filters = new ArrayList<>();
        selection.hospitalId().ifPresent(hospitalId -> filters.add(Filters.in("hospitalId", hospitalId, EVERYBODYS)));
        selection.from().ifPresent(from -> filters.add(Filters.gte("_id", NoteAccesses.idsFrom(from))));
        selection.before().ifPresent(before -> filters.add(Filters.lt("_id", NoteAccesses.idsFrom(before))));
        selection.after().ifPresent(after -> filters.add(Filters.gt("_id", after)));
        return collection
                .find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(selection.limit())
                .map(MongoAccessLog::read)
                .into(new ArrayList<>());
    }

    @Override
    public int forget(Instant before, int most) {
        List<BsonString> oldest = collection
                .find(Filters.lt("_id", NoteAccesses.idsFrom(before)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>());
        if (!oldest.isEmpty()) {
            collection.deleteMany(Filters.in("_id", oldest));
        }
        return oldest.size();
    }

    private static BsonDocument write(Access access) {
        BsonDocument stored = new BsonDocument("_id", new BsonString(access.id()))
                .append("at", Stored.time(access.at()))
                .append("clientId", new BsonString(access.clientId()));
        Stored.append(stored, "callerHospital", access.callerHospital());
        return stored.append("hospitalId", new BsonString(access.hospitalId().orElse(EVERYBODYS)))
                .append("request", new BsonString(access.request()))
                .append("records", new BsonInt64(access.records()))
                .append("result", new BsonString(access.result().code()));
    }

    private static Access read(BsonDocument stored) {
        String result = Stored.text(stored, "result");
        return new Access(
                Stored.text(stored, "_id"),
                Stored.time(stored, "at"),
                Stored.text(stored, "clientId"),
                Stored.optionalText(stored, "callerHospital"),
                Optional.of(Stored.text(stored, "hospitalId")).filter(id -> !id.equals(EVERYBODYS)),
                Stored.text(stored, "request"),
                stored.getNumber("records").longValue(),
                Arrays.stream(Access.Result.values())
                        .filter(one -> one.code().equals(result))
                        .findFirst()
                        .orElseThrow());
    }
}
