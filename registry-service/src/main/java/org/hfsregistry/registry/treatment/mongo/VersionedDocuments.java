package org.hfsregistry.registry.treatment.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Dossiers.Revised;

/** Documents of one kind that are replaced only by the next version of themselves. */
final class VersionedDocuments<D extends Dossier<?>> {

    private final MongoCollection<BsonDocument> collection;
    private final Function<D, BsonDocument> write;
    private final Function<BsonDocument, D> read;

    VersionedDocuments(
            MongoCollection<BsonDocument> collection, Function<D, BsonDocument> write, Function<BsonDocument, D> read) {
        this.collection = collection;
        this.write = write;
        this.read = read;
    }

    List<D> find(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : collection.find(Filters.in("_id", ids)).map(read::apply).into(new ArrayList<>());
    }

    boolean put(List<Revised<D>> dossiers) {
        if (dossiers.isEmpty()) {
            return true;
        }
        List<WriteModel<BsonDocument>> writes =
                dossiers.stream().<WriteModel<BsonDocument>>map(this::put).toList();
        try {
            BulkWriteResult result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (result.getInsertedCount() + result.getMatchedCount() == writes.size()) {
                return true;
            }
        } catch (MongoBulkWriteException e) {
            InsertOnly.throwUnlessKeysAreTaken(e);
        }
        requireAnothersWork(dossiers);
        return false;
    }

    /** Versions only go up; so what still says what it said when it was read was not put by anybody meanwhile. */
    private void requireAnothersWork(List<Revised<D>> refused) {
        Map<String, Long> versions = new HashMap<>();
        refused.forEach(revised -> versions.put(revised.dossier().place().id(), revised.storedVersion()));
        for (D now : find(versions.keySet())) {
            String id = now.place().id();
            if (versions.getOrDefault(id, Revised.DAMAGED) == now.version()) {
                throw new IllegalStateException("the document " + id + " is damaged: it is of version " + now.version()
                        + ", and not found by it; ./registry rebuild --replace puts it right");
            }
        }
    }

    private WriteModel<BsonDocument> put(Revised<D> revised) {
        BsonDocument document = write.apply(revised.dossier());
        if (revised.storedVersion() == 0) {
            return new InsertOneModel<>(document);
        }
        Bson place = Filters.eq("_id", revised.dossier().place().id());
        return new ReplaceOneModel<>(
                revised.storedVersion() == Revised.DAMAGED
                        ? place
                        : Filters.and(place, Filters.eq("version", revised.storedVersion())),
                document);
    }
}
