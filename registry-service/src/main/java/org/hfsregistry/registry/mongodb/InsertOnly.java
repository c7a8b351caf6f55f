package org.hfsregistry.registry.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import org.bson.BsonDocument;

/** Writing where what is there stays: a key that is taken is an answer, everything else that goes wrong is an outage. */
public final class InsertOnly {

    private InsertOnly() {}

    /**
     * Adds the documents whose keys are not taken.
     *
     * @return whether none was taken
     */
    public static boolean add(MongoCollection<BsonDocument> collection, List<BsonDocument> documents) {
        return taken(collection, documents).isEmpty();
    }

    /**
     * Adds the documents whose keys are not taken.
     *
     * @return the others, by their places in the list
     */
    public static List<Integer> taken(MongoCollection<BsonDocument> collection, List<BsonDocument> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            throwUnlessKeysAreTaken(e);
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).toList();
        }
    }

    /** Throws it on where it says anything but that keys are taken. */
    public static void throwUnlessKeysAreTaken(MongoBulkWriteException e) {
        boolean taken = e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        if (!taken) {
            throw e;
        }
    }
}
