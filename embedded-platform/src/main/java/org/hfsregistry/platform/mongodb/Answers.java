package org.hfsregistry.platform.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Asks a server whether it is there. */
final class Answers {

    private static final int WITHIN_SECONDS = 10;

    private Answers() {}

    static void ping(String uri) {
        try (MongoClient client = client(uri, WITHIN_SECONDS, TimeUnit.SECONDS)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        }
    }

    static MongoClient client(String uri, long within, TimeUnit unit) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(within, unit))
                .build());
    }
}
