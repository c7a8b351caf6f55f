package org.hfsregistry.platform;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledMongodbIT {

    private static final String GIVES_UP_SOON = "?serverSelectionTimeoutMS=2000";
    private static final int KILLS = 3;
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_A_KILL = 500;
    private static final int DOCUMENTS_OF_A_BATCH = 20;

    @TempDir
    private Path folder;

    @Test
    void has_every_write_it_acknowledged_before_it_was_killed_and_none_without_all_before_it() throws Exception {
        List<Writer> writers = IntStream.range(0, WRITERS).mapToObj(Writer::new).toList();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess mongodb = ServerProcess.mongodb(folder);
                    MongoClient client = MongoClients.create(mongodb.address() + GIVES_UP_SOON)) {
                writers.forEach(writer -> writer.checkWhatIsLeft(client));
                writeUntilKilled(mongodb, client, writers);
            }
        }
        try (ServerProcess mongodb = ServerProcess.mongodb(folder);
                MongoClient client = MongoClients.create(mongodb.address() + GIVES_UP_SOON)) {
            writers.forEach(writer -> writer.checkWhatIsLeft(client));
        }
    }

    private static void writeUntilKilled(ServerProcess mongodb, MongoClient client, List<Writer> writers)
            throws Exception {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_A_KILL);
        try (ExecutorService writing = Executors.newFixedThreadPool(WRITERS)) {
            writers.forEach(writer -> writing.execute(() -> writer.writeUntilTheServerIsGone(client, enough)));
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
            mongodb.kill();
        }
    }

    /** Writes a batch of history, then in another collection that it did: the way of the registry with its positions. */
    private static final class Writer {

        private final int number;
        private int written;
        private int acknowledged;

        Writer(int number) {
            this.number = number;
        }

        void writeUntilTheServerIsGone(MongoClient client, CountDownLatch enough) {
            try {
                while (true) {
                    history(client).insertMany(batch(written));
                    positions(client)
                            .replaceOne(
                                    eq(number),
                                    new Document("batches", written + 1),
                                    new ReplaceOptions().upsert(true));
                    written++;
                    acknowledged = written;
                    enough.countDown();
                }
            } catch (MongoException gone) {
                assertThat(acknowledged).isPositive();
            }
        }

        /** A batch is whole or not there; at most one is there that the position does not tell of. */
        void checkWhatIsLeft(MongoClient client) {
            Document position = positions(client).find(eq(number)).first();
            int told = position == null ? 0 : position.getInteger("batches");
            assertThat(told).isBetween(acknowledged, acknowledged + 1);

            List<Integer> left = history(client)
                    .find(eq("writer", number))
                    .map(document -> document.getInteger("place"))
                    .into(new ArrayList<>());
            left.sort(Comparator.naturalOrder());
            written = left.size() / DOCUMENTS_OF_A_BATCH;
            assertThat(written).isBetween(told, told + 1);
            assertThat(left)
                    .isEqualTo(IntStream.range(0, written * DOCUMENTS_OF_A_BATCH)
                            .boxed()
                            .toList());
            assertThat(history(client).find(eq(id(written * DOCUMENTS_OF_A_BATCH))))
                    .isEmpty();
            acknowledged = told;
        }

        private List<Document> batch(int batch) {
            int first = batch * DOCUMENTS_OF_A_BATCH;
            return IntStream.range(first, first + DOCUMENTS_OF_A_BATCH)
                    .mapToObj(place -> new Document("_id", id(place))
                            .append("writer", number)
                            .append("place", place))
                    .toList();
        }

        private String id(int place) {
            return number + "-" + place;
        }

        private static MongoCollection<Document> history(MongoClient client) {
            return client.getDatabase("hfs").getCollection("history");
        }

        private static MongoCollection<Document> positions(MongoClient client) {
            return client.getDatabase("hfs").getCollection("positions");
        }
    }
}
