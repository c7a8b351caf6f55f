package org.hfsregistry.platform.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdIndexTest {

    private final MVStore store = MVStore.open(null);
    private final KeyedDatabase database = new KeyedDatabase("hfs", store, new CursorRegistry());
    private final Index<Object> ids = index("_id");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void finds_by_id_whatever_else_a_query_demands() {
        put("a");
        put("b");

        assertThat(found(new Document("_id", "a"))).containsExactly("at a");
        assertThat(found(new Document("_id", "a").append("version", 2))).containsExactly("at a");
        assertThat(found(all(new Document("version", 2), new Document("_id", "b"))))
                .containsExactly("at b");
        assertThat(found(all(new Document("_id", new Document("$in", List.of("a", "b", "c"))), new Document("x", 1))))
                .containsExactlyInAnyOrder("at a", "at b");
        assertThat(found(new Document("_id", "c").append("version", 2))).isEmpty();
    }

    @Test
    void finds_the_texts_of_a_range() {
        List.of("h-1/t-2", "h-1/t-1", "h-1", "h-10/t-1", "h-2/t-1", 7).forEach(this::put);

        Document from = new Document("_id", new Document("$gte", "h-1/"));
        Document to = new Document("_id", new Document("$lt", "h-10"));
        assertThat(found(all(from, to))).containsExactly("at h-1/t-1", "at h-1/t-2");
        assertThat(found(all(to, new Document("kind", "mvd"), from))).containsExactly("at h-1/t-1", "at h-1/t-2");
        assertThat(found(new Document("_id", new Document("$gt", "h-1/").append("$lte", "h-10/t-1"))))
                .containsExactly("at h-1/t-1", "at h-1/t-2", "at h-10/t-1");
        assertThat(found(new Document("_id", new Document("$gte", "h-3").append("$lt", "h-1"))))
                .isEmpty();
    }

    @Test
    void leaves_queries_that_name_no_id_and_other_keys_to_others() {
        assertThat(ids.canHandle(new Document("version", 2))).isFalse();
        assertThat(ids.canHandle(new Document("$or", List.of(new Document("_id", "a"), new Document("version", 2)))))
                .isFalse();
        assertThat(ids.canHandle(new Document("_id", new Document("$gt", "a")).append("version", 2)))
                .isFalse();
        assertThat(ids.canHandle(new Document("_id", new Document("$gte", 1).append("$lt", 5))))
                .isFalse();
        assertThat(index("name").canHandle(new Document("name", "x").append("_id", "a")))
                .isFalse();
    }

    @Test
    void keeps_an_id_taken_once() {
        assertThat(ids.isUnique()).isTrue();
    }

    @Test
    void finds_ids_of_every_kind_also_when_there_are_many() {
        List<Object> all = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            all.addAll(List.of("t-" + number, number, number + 0.5, new Document("part", number)));
        }
        Collections.shuffle(all, new Random(1));
        all.forEach(id -> ids.add(new Document("_id", id), id, null));

        assertThat(ids.getCount()).isEqualTo(all.size());
        all.forEach(id -> assertThat(ids.getPositions(new Document("_id", id))).containsExactly(id));
        assertThat(ids.getPositions(new Document("_id", 7L))).containsExactly(7);
        assertThat(ids.getPositions(new Document("_id", "7"))).isEmpty();
        all.forEach(id -> assertThat(ids.remove(new Document("_id", id))).isEqualTo(id));
        assertThat(ids.getCount()).isZero();
    }

    private Index<Object> index(String key) {
        return database.openOrCreateUniqueIndex("treatments", key + "_", List.of(new IndexKey(key, true)), false);
    }

    private void put(Object id) {
        ids.add(new Document("_id", id), "at " + id, null);
    }

    private Iterable<Object> found(Document query) {
        assertThat(ids.canHandle(query)).isTrue();
        return ids.getPositions(query);
    }

    private static Document all(Document... demands) {
        return new Document("$and", List.of(demands));
    }
}
