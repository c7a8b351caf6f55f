package org.hfsregistry.analytics.frozen.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.hfsregistry.analytics.frozen.Checksum;
import org.hfsregistry.analytics.frozen.Snapshot;
import org.hfsregistry.analytics.frozen.Snapshots;
import org.hfsregistry.analytics.frozen.StoreAway;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * The collection {@code snapshots}, a document a snapshot, and {@code snapshot_answers}, some documents an answer: a piece of the
 * answer's bytes each, packed, under the answer's checksum. Pieces are cut before they are packed, so that each is the same
 * whoever packs it, and none is larger than a document may be.
 */
@Component
final class MongoSnapshots implements Snapshots {
    private static final String DEFAULT_DATABASE = "hfs";

    private final MongoClient client;
    private final ConnectionString connection;

    MongoSnapshots(MongoClient client, MongoConnectionDetails details) {
        this.client = client;
        this.connection = details.getConnectionString();
    }

    @Override
    public void keep(Checksum checksum, byte[] answer) {
        List<byte[]> pieces = Pieces.of(answer);
        // The piece by which it is found comes last: until then it is not there.
        for (int piece = pieces.size() - 1; piece >= 0; piece--) {
            insert(
                    answers(),
                    new BsonDocument("_id", new BsonString(id(checksum, piece)))
                            .append("pieces", new BsonInt32(pieces.size()))
                            .append("gzip", new BsonBinary(Pieces.packed(pieces.get(piece)))));
        }
    }

    @Override
    public void add(Snapshot snapshot) {
        insert(snapshots(), SnapshotDocument.write(snapshot));
    }

    private static void insert(MongoCollection<BsonDocument> collection, BsonDocument document) {
        reached(() -> {
            try {
                return collection.insertOne(document).wasAcknowledged();
            } catch (MongoWriteException refused) {
                if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw refused;
                }
                return true;
            }
        });
    }

    @Override
    public List<Snapshot> all() {
        return reached(() -> snapshots()
                .find()
                .sort(Sorts.descending("_id"))
                .map(SnapshotDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public Optional<Snapshot> find(String id) {
        return reached(() -> Optional.ofNullable(
                        snapshots().find(Filters.eq("_id", id)).first())
                .map(SnapshotDocument::read));
    }

    @Override
    public byte[] answer(Checksum checksum) {
        List<byte[]> packed = new ArrayList<>();
        int pieces = 1;
        while (packed.size() < pieces) {
            BsonDocument piece = piece(id(checksum, packed.size()));
            pieces = piece.getInt32("pieces").getValue();
            packed.add(piece.getBinary("gzip").getData());
        }
        byte[] answer = Pieces.joined(packed);
        if (!Checksum.of(answer).equals(checksum)) {
            throw new IllegalStateException("the answer kept as " + checksum.hex() + " is another now");
        }
        return answer;
    }

    private BsonDocument piece(String id) {
        return reached(() -> Optional.ofNullable(
                        answers().find(Filters.eq("_id", id)).first()))
                .orElseThrow(() -> new IllegalStateException("a piece of an answer is missing: " + id));
    }

    private static String id(Checksum checksum, int piece) {
        return checksum.hex() + "/" + piece;
    }

    private static <T> T reached(Supplier<T> answered) {
        try {
            return answered.get();
        } catch (MongoException away) {
            throw new StoreAway(away);
        }
    }

    private MongoCollection<BsonDocument> snapshots() {
        return database().getCollection("snapshots", BsonDocument.class);
    }

    private MongoCollection<BsonDocument> answers() {
        return database().getCollection("snapshot_answers", BsonDocument.class);
    }

    private MongoDatabase database() {
        String named = connection.getDatabase();
        return client.getDatabase(named == null ? DEFAULT_DATABASE : named)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
