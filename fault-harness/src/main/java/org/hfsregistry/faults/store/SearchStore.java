package org.hfsregistry.faults.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;

/** Looks for texts in all documents of a database: what nobody is shown may be there all the same. */
public final class SearchStore {

    private SearchStore() {}

    /** Each document that has one of these texts anywhere: its collection and key. */
    public static List<String> naming(String mongodbUri, Collection<String> texts) {
        ConnectionString uri = new ConnectionString(mongodbUri);
        List<String> found = new ArrayList<>();
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase(Objects.requireNonNull(uri.getDatabase()));
            for (String name : database.listCollectionNames()) {
                MongoCollection<BsonDocument> collection = database.getCollection(name, BsonDocument.class);
                for (BsonDocument document : collection.find()) {
                    String json = document.toJson();
                    if (texts.stream().anyMatch(json::contains)) {
                        found.add(name + " " + document.get("_id"));
                    }
                }
            }
        }
        return found;
    }
}
