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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
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
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            InsertOnly.throwUnlessKeysAreTaken(e);
            return false;
        }
    }

    private WriteModel<BsonDocument> put(Revised<D> revised) {
        BsonDocument document = write.apply(revised.dossier());
        return revised.storedVersion() == 0
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(
                        Filters.and(
                                Filters.eq("_id", revised.dossier().place().id()),
                                Filters.eq("version", revised.storedVersion())),
                        document);
    }
}
