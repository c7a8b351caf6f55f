package org.hfsregistry.analytics.frozen.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import org.bson.types.Binary;
import org.hfsregistry.analytics.frozen.Checksum;
import org.hfsregistry.analytics.frozen.Snapshots;
import org.hfsregistry.analytics.frozen.SnapshotsKit;
import org.hfsregistry.analytics.frozen.StoreAway;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MongoSnapshotsIT extends SnapshotsKit {
    private static final String NAME = "snapshots-kit";
    private static final String URI = Platform.forTests().mongodbUri(NAME);
    private static final MongoClient CLIENT = MongoClients.create(URI);

    @AfterAll
    static void closes() {
        CLIENT.close();
    }

    @Override
    protected Snapshots empty() {
        database().getCollection("snapshots").deleteMany(Filters.empty());
        database().getCollection("snapshot_answers").deleteMany(Filters.empty());
        return new MongoSnapshots(CLIENT, () -> new ConnectionString(URI));
    }

    private static MongoDatabase database() {
        return CLIENT.getDatabase(NAME);
    }

    @Test
    void an_answer_that_was_changed_behind_its_back_is_not_told() {
        Snapshots snapshots = empty();
        byte[] answer = "{\"n\":11}".getBytes(StandardCharsets.UTF_8);
        Checksum checksum = Checksum.of(answer);
        snapshots.keep(checksum, answer);
        byte[] other = Pieces.packed("{\"n\":12}".getBytes(StandardCharsets.UTF_8));
        database()
                .getCollection("snapshot_answers")
                .updateOne(Filters.eq("_id", checksum.hex() + "/0"), Updates.set("gzip", new Binary(other)));

        assertThatThrownBy(() -> snapshots.answer(checksum)).hasMessageContaining("another");
    }

    @Test
    void a_store_that_is_away_is_told_as_such() {
        String nowhere = "mongodb://127.0.0.1:1/" + NAME + "?serverSelectionTimeoutMS=100";
        try (MongoClient client = MongoClients.create(nowhere)) {
            Snapshots away = new MongoSnapshots(client, () -> new ConnectionString(nowhere));
            assertThatThrownBy(away::all).isInstanceOf(StoreAway.class);
        }
    }
}
