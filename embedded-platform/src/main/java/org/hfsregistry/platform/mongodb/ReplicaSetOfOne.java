package org.hfsregistry.platform.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bson.Document;

/** Makes a lone {@code mongod} the primary of a replica set, which transactions and change streams ask for. */
final class ReplicaSetOfOne {

    static final String NAME = "hfs";

    private static final Duration PRIMARY_WITHIN = Duration.ofSeconds(60);
    private static final int ALREADY_INITIALIZED = 23;
    private static final int ASKED_EVERY_MILLIS = 100;

    private ReplicaSetOfOne() {}

    /**
     * Returns when the server takes writes.
     *
     * @param uri a direct connection to the server
     * @param member the server's address as it sees it itself
     * @param lives whether there is still something to wait for
     * @return whether it became primary
     */
    static boolean initiate(String uri, String member, BooleanSupplier lives) throws InterruptedException {
        Instant last = Instant.now().plus(PRIMARY_WITHIN);
        try (MongoClient client = Answers.client(uri, ASKED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            MongoDatabase admin = client.getDatabase("admin");
            while (lives.getAsBoolean() && Instant.now().isBefore(last)) {
                if (isPrimary(admin, member)) {
                    return true;
                }
                Thread.sleep(ASKED_EVERY_MILLIS);
            }
            return false;
        }
    }

    private static boolean isPrimary(MongoDatabase admin, String member) {
        try {
            Document hello = admin.runCommand(new Document("hello", 1));
            if (!hello.containsKey("setName")) {
                initiate(admin, member);
            }
            return hello.getBoolean("isWritablePrimary", false) && hello.containsKey("setName");
        } catch (MongoException notYet) {
            return false;
        }
    }

    private static void initiate(MongoDatabase admin, String member) {
        Document config =
                new Document("_id", NAME).append("members", List.of(new Document("_id", 0).append("host", member)));
        try {
            admin.runCommand(new Document("replSetInitiate", config));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != ALREADY_INITIALIZED) {
                throw e;
            }
        }
    }
}
