package org.hfsregistry.registry.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a database is brought up, whichever server it is on. The second version is made up. */
class SchemaVersionsIT {

    private static final int DOCUMENTS = 10;

    private MongoClient client;
    private MongoDatabase database;
    private final AtomicInteger firsts = new AtomicInteger();
    private final SchemaStep first = new SchemaStep(1, "first", _ -> firsts.incrementAndGet());

    @BeforeEach
    void open() {
        String name = "schema" + UUID.randomUUID().toString().replace("-", "");
        client = MongoClients.create(Platform.forTests().mongodbUri(name));
        database = client.getDatabase(name);
        operations()
                .insertMany(IntStream.range(0, DOCUMENTS)
                        .mapToObj(day -> new Document("_id", day).append("day", "2024-03-%02d".formatted(day + 1)))
                        .toList());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_step_that_was_interrupted_half_way_is_taken_up_and_ended_by_the_next_start() {
        AtomicInteger changed = new AtomicInteger();
        SchemaStep interrupted = second(_ -> yearsOf(DOCUMENTS / 2, changed));
        SchemaStep whole = second(_ -> yearsOf(DOCUMENTS, changed));

        assertThatIllegalStateException()
                .isThrownBy(() -> start(first, interrupted))
                .withMessage("killed");
        assertThat(operations().countDocuments(Filters.eq("year", 2024))).isEqualTo(DOCUMENTS / 2);
        assertThat(isDone("00001 first")).isTrue();
        assertThat(isDone("00002 years")).isFalse();

        start(first, whole);
        start(first, whole);

        assertThat(operations().countDocuments(Filters.eq("year", 2024))).isEqualTo(DOCUMENTS);
        assertThat(changed).hasValue(DOCUMENTS);
        assertThat(firsts).hasValue(1);
        assertThat(isDone("00002 years")).isTrue();
    }

    @Test
    void several_registries_may_bring_a_database_up_at_once() throws Exception {
        CyclicBarrier bothAreInIt = new CyclicBarrier(2);
        SchemaStep step = second(_ -> {
            await(bothAreInIt);
            yearsOf(DOCUMENTS, new AtomicInteger());
        });

        try (ExecutorService registries = Executors.newFixedThreadPool(2)) {
            Future<?> one = registries.submit(() -> start(first, step));
            Future<?> another = registries.submit(() -> start(first, step));
            one.get(1, TimeUnit.MINUTES);
            another.get(1, TimeUnit.MINUTES);
        }

        assertThat(operations().countDocuments(Filters.eq("year", 2024))).isEqualTo(DOCUMENTS);
        assertThat(schema().countDocuments()).isEqualTo(2);
        assertThat(isDone("00002 years")).isTrue();
    }

    @Test
    void an_older_registry_refuses_a_database_that_a_newer_one_has_begun_to_change() {
        assertThatIllegalStateException().isThrownBy(() -> start(first, second(_ -> yearsOf(0, new AtomicInteger()))));

        assertThatExceptionOfType(NewerSchema.class)
                .isThrownBy(() -> start(first))
                .withMessage("the database has version 2 of the schema, and this registry knows versions up to 1");
    }

    @Test
    void steps_go_by_their_versions_whoever_owns_them() {
        StringBuilder order = new StringBuilder();

        start(
                new SchemaStep(10, "a", _ -> order.append("4")),
                new SchemaStep(2, "a", _ -> order.append("3")),
                new SchemaStep(1, "b", _ -> order.append("2")),
                new SchemaStep(1, "a", _ -> order.append("1")));

        assertThat(order).hasToString("1234");
    }

    @Test
    void two_steps_of_one_name_are_a_mistake() {
        assertThatIllegalStateException().isThrownBy(() -> start(first, first));
    }

    @Test
    void a_database_from_before_there_were_versions_is_brought_up_and_keeps_what_it_has() {
        operations().createIndex(Indexes.ascending("day"));

        start(SchemaStep.indexes(1, "operations", Indexes.ascending("day"), Indexes.ascending("year")));

        assertThat(operations().countDocuments()).isEqualTo(DOCUMENTS);
        assertThat(isDone("00001 indexes of operations")).isTrue();
    }

    private static SchemaStep second(Consumer<MongoDatabase> work) {
        return new SchemaStep(2, "years", work);
    }

    /** Gives those that have none a year, and is killed after so many. */
    private void yearsOf(int most, AtomicInteger changed) {
        for (Document operation :
                operations().find(Filters.exists("year", false)).sort(new Document("_id", 1))) {
            if (changed.get() == most) {
                throw new IllegalStateException("killed");
            }
            int year = Integer.parseInt(operation.getString("day").substring(0, 4));
            operations().updateOne(Filters.eq(operation.getInteger("_id")), Updates.set("year", year));
            changed.incrementAndGet();
        }
    }

    private void start(SchemaStep... steps) {
        new SchemaVersions(database, List.of(() -> List.of(steps))).afterSingletonsInstantiated();
    }

    private boolean isDone(String step) {
        return schema().countDocuments(Filters.and(Filters.eq(step), Filters.exists("doneAt"))) == 1;
    }

    private MongoCollection<Document> schema() {
        return database.getCollection("schema");
    }

    private MongoCollection<Document> operations() {
        return database.getCollection("operations");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
