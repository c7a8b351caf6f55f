package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.cloudevents.CloudEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged record is put right out of its history, and whoever follows the topics learns of it. */
class RebuildIT {

    private static final String HOSPITAL = Examples.HOSPITAL;
    private static final String REPLACE = "?replace=true";

    private final Tokens tokens = new Tokens();

    @TempDir
    private Path folder;

    private Surroundings surroundings;
    private Registry registry;

    @BeforeEach
    void start() {
        surroundings = new Surroundings(Platform.forTests(), tokens, folder);
        registry = Registry.start(surroundings, "--hfs.registry.seal-every=50ms");
        surroundings.submit(MixedOutcomes.of(600));
        surroundings.submit(
                assessment("o-1", 1, "t-1", 365, SpasmGrade.E0),
                assessment("o-2", 1, "t-2", 365, SpasmGrade.E0),
                assessment("o-2", 2, "t-2", 365, SpasmGrade.E1),
                assessment("o-3", 1, "t-3", 365, SpasmGrade.E0),
                Examples.hospitalProfile());
        awaitFollowed();
    }

    @AfterEach
    void stop() {
        registry.close();
        surroundings.close();
    }

    private void awaitFollowed() {
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    @Test
    void what_was_damaged_is_made_anew_and_published() {
        Map<String, TreatmentDocument> before = stored();
        set("t-1", "treatment.outcomes.0.outcome.spasmGrade", "E3");
        set("t-1", "version", 7L);
        set("t-1", "treatment.version", 7L);
        set("t-2", "treatment", "nonsense");
        treatments().deleteOne(Filters.eq("_id", HOSPITAL + "/t-3"));
        Document bogus = Objects.requireNonNull(registry.stored("treatments").get(HOSPITAL + "/t-1"));
        bogus.put("_id", HOSPITAL + "/t-bogus");
        bogus.get("treatment", Document.class).put("treatmentId", "t-bogus");
        treatments().insertOne(bogus);
        registry.database().getCollection("hospitals").deleteOne(Filters.eq("_id", HOSPITAL));

        Proof compared = registry.rebuild("");
        assertThat(compared.found())
                .containsExactly(
                        "document-missing",
                        "document-differs t-1",
                        "document-differs t-2",
                        "document-missing t-3",
                        "document-added t-bogus");
        assertThat(compared.count("replaced")).isZero();
        assertThat(registry.rebuild("?replace=false").count("replaced")).isZero();

        assertThat(registry.rebuild(REPLACE).count("replaced")).isEqualTo(5);

        assertThat(registry.verification().findings()).isEmpty();
        Map<String, TreatmentDocument> after = stored();
        before.forEach((id, document) -> assertThat(contents(Objects.requireNonNull(after.get(id))))
                .as(id)
                .isEqualTo(contents(document)));
        assertThat(Objects.requireNonNull(after.get(HOSPITAL + "/t-bogus")).outcomes())
                .isEmpty();
        assertThat(Objects.requireNonNull(after.get(HOSPITAL + "/t-1")).version())
                .as("above the damaged one")
                .isEqualTo(8);
        assertThat(Objects.requireNonNull(after.get(HOSPITAL + "/t-3")).version())
                .as("above the one that was deleted")
                .isGreaterThan(
                        Objects.requireNonNull(before.get(HOSPITAL + "/t-3")).version());
        assertThat(published()).isEqualTo(after);
        assertThat(registry.stored("hospitals")).containsKey(HOSPITAL);
    }

    @Test
    void a_treatment_that_was_hidden_from_those_who_search_is_found_again() {
        treatments()
                .updateOne(
                        Filters.eq("_id", HOSPITAL + "/t-1"),
                        new Document("$unset", new Document("treatedOn", ""))
                                .append("$set", new Document("kind", "x")));
        assertThat(registry.get(HOSPITAL, "/v1/treatments/t-1").status()).isEqualTo(200);
        assertThat(registry.get(HOSPITAL, "/v1/treatments").response().body()).doesNotContain("\"t-1\"");

        Proof replaced = registry.rebuild(REPLACE);

        assertThat(replaced.found()).containsExactly("document-differs t-1");
        assertThat(replaced.count("replaced")).isEqualTo(1);
        assertThat(registry.get(HOSPITAL, "/v1/treatments").response().body()).contains("\"t-1\"");
        assertThat(registry.verification().findings()).isEmpty();
    }

    @Test
    void what_is_put_right_is_gone_on_with() {
        set("t-1", "treatment.outcomes.0.outcome.spasmGrade", "E3");
        registry.rebuild(REPLACE);

        surroundings.submit(
                assessment("o-1", 2, "t-1", 365, SpasmGrade.E2),
                Examples.retraction("r-3", "o-3"),
                assessment("o-2", 2, "t-2", 365, SpasmGrade.E1));
        awaitFollowed();

        assertThat(registry.verification().findings()).isEmpty();
        assertThat(published()).isEqualTo(stored());
        assertThat(registry.get(HOSPITAL, "/v1/outcomes/o-1")
                        .json()
                        .get("counts")
                        .get("revision")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_document_without_a_version_is_replaced_once() {
        set("t-1", "version", "nonsense");

        assertThat(registry.rebuild(REPLACE).count("replaced")).isEqualTo(1);
        Proof again = registry.rebuild(REPLACE);

        assertThat(again.findings()).isEmpty();
        assertThat(again.count("replaced")).isZero();
        surroundings.submit(assessment("o-1", 2, "t-1", 365, SpasmGrade.E2));
        awaitFollowed();
        assertThat(registry.verification().findings()).isEmpty();
    }

    /** As if it had been killed between putting right and publishing. */
    @Test
    void a_rebuild_that_was_broken_off_is_finished_by_the_next() {
        set("t-1", "version", 9L);
        set("t-1", "treatment.version", 9L);
        assertThat(published()).isNotEqualTo(stored());

        Proof again = registry.rebuild(REPLACE);

        assertThat(again.findings()).isEmpty();
        assertThat(again.count("replaced")).isZero();
        assertThat(published()).isEqualTo(stored());
    }

    @Test
    void nothing_is_made_of_a_history_that_is_not_proved() {
        awaitSealed();
        registry.database()
                .getCollection("history")
                .updateOne(ofOutcome("o-1"), new Document("$set", new Document("outcome.spasmGrade", "E3")));
        Map<String, TreatmentDocument> before = stored();

        Proof refused = registry.rebuild(REPLACE);

        assertThat(refused.found()).containsExactly("entry-altered t-1", "document-differs t-1");
        assertThat(refused.count("replaced")).isZero();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void nothing_is_made_of_a_history_that_was_altered_and_sealed_anew_where_a_seal_was_written_down() {
        awaitSealed();
        String[] writtenDown = registry.verification().heads();
        registry.close();
        registry = Registry.start(surroundings, "--hfs.registry.seal-every=1h");
        registry.database()
                .getCollection("history")
                .updateOne(ofOutcome("o-1"), new Document("$set", new Document("outcome.spasmGrade", "E3")));
        registry.database().getCollection("seals").deleteMany(Filters.empty());
        registry.close();
        registry = Registry.start(surroundings, "--hfs.registry.seal-every=50ms");
        awaitSealed();
        assertThat(registry.verification().found()).containsExactly("document-differs t-1");
        Map<String, TreatmentDocument> before = stored();

        Proof refused = registry.rebuild(REPLACE, writtenDown);

        assertThat(refused.found()).contains("known-seal-differs", "document-differs t-1");
        assertThat(refused.count("replaced")).isZero();
        assertThat(stored()).isEqualTo(before);
        assertThat(registry.post("/v1/rebuild" + REPLACE, tokens.admin(), "text/plain", "3 17 abc")
                        .status())
                .isEqualTo(400);
    }

    private void awaitSealed() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> registry.verification().count("unsealedEntries") == 0);
    }

    private static Bson ofOutcome(String outcomeId) {
        return Filters.and(Filters.eq("hospitalId", HOSPITAL), Filters.eq("outcomeId", outcomeId));
    }

    /** No query for a place or for a position meets them, and readers do who go by what documents say. */
    @Test
    void what_lies_under_keys_of_no_place_and_of_no_position_is_found() {
        Document bogus = Objects.requireNonNull(registry.stored("treatments").get(HOSPITAL + "/t-1"));
        treatments().insertOne(bogus.append("_id", "zzz"));
        assertThat(registry.verification().found()).containsExactly("document-added");
        treatments().deleteOne(Filters.eq("_id", "zzz"));

        MongoCollection<Document> history = registry.database().getCollection("history");
        Document entry = registry.stored("history").values().iterator().next();
        int partition = entry.get("position", Document.class).getInteger("partition");
        for (String key : List.of("zzz", new Position(99, 1).key(), new Position(partition, 900_000).key())) {
            history.insertOne(entry.append("_id", key));
            assertThat(registry.verification().found()).as(key).containsExactly("entry-added");
            history.deleteOne(Filters.eq("_id", key));
        }
        assertThat(registry.verification().findings()).isEmpty();
    }

    private MongoCollection<Document> treatments() {
        return registry.database().getCollection("treatments");
    }

    private void set(String treatmentId, String field, Object value) {
        treatments()
                .updateOne(
                        Filters.eq("_id", HOSPITAL + "/" + treatmentId),
                        new Document("$set", new Document(field, value)));
    }

    private Map<String, TreatmentDocument> stored() {
        Map<String, TreatmentDocument> documents = new TreeMap<>();
        registry.stored("treatments")
                .forEach((id, stored) -> documents.put(
                        id,
                        DocumentJson.treatment(
                                stored.get("treatment", Document.class).toJson().getBytes(UTF_8))));
        return documents;
    }

    private Map<String, TreatmentDocument> published() {
        Map<String, TreatmentDocument> documents = new TreeMap<>();
        for (Map.Entry<String, CloudEvent> event :
                surroundings.treatmentsTopic().entrySet()) {
            documents.put(
                    event.getKey(),
                    DocumentJson.treatment(
                            Objects.requireNonNull(event.getValue().getData()).toBytes()));
        }
        return documents;
    }

    /** All but the version. */
    private static TreatmentDocument contents(TreatmentDocument document) {
        return new TreatmentDocument(
                document.hospitalId(),
                document.treatmentId(),
                0,
                document.changedAt(),
                document.outcomes(),
                document.withdrawn());
    }
}
