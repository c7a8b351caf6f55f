package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a record behind the registry's back is found and named; what the registry does itself is not. */
class ProofIT {

    private static final String SEAL_OFTEN = "--hfs.registry.seal-every=50ms";
    private static final String HOSPITAL = Examples.HOSPITAL;
    private static final int OUTCOMES = 1200;

    private final Tokens tokens = new Tokens();

    @TempDir
    private Path folder;

    private Surroundings surroundings;
    private Registry registry;

    @BeforeEach
    void start() {
        surroundings = new Surroundings(Platform.forTests(), tokens, folder);
        registry = Registry.start(surroundings, SEAL_OFTEN);
        surroundings.submit(MixedOutcomes.of(OUTCOMES));
        surroundings.submit(
                assessment("o-1", 1, "t-1", 365, SpasmGrade.E0),
                assessment("o-2", 1, "t-1", 400, SpasmGrade.E0),
                assessment("o-3", 1, "t-2", 365, SpasmGrade.E0),
                assessment("o-3", 2, "t-1", 370, SpasmGrade.E1));
        awaitSealed();
    }

    @AfterEach
    void stop() {
        registry.close();
        surroundings.close();
    }

    private void awaitFollowed() {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(1))
                .until(() -> surroundings.followed(registry));
    }

    private void awaitSealed() {
        awaitFollowed();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> registry.verification().count("unsealedEntries") == 0);
    }

    @Test
    void what_is_done_to_the_history_is_found_and_named() {
        Proof untouched = registry.verification();
        assertThat(untouched.findings()).isEmpty();
        assertThat(untouched.isProved()).isTrue();
        assertThat(untouched.count("sealedEntries")).isEqualTo(OUTCOMES + 4);
        assertThat(untouched.count("documents"))
                .isEqualTo(registry.stored("treatments").size()
                        + registry.stored("hospitals").size());
        assertThat(registry.verification(untouched.heads()).isProved()).isTrue();

        String entry = entryOf("o-2");
        Proof altered = whereSet("history", entry, "outcome.spasmGrade", "E3");
        assertThat(altered.found()).containsExactly("entry-altered t-1", "document-differs t-1");
        assertThat(altered.findings().getFirst().get("offset").asLong())
                .isEqualTo(Long.parseLong(entry.split("-", 2)[1]));
        assertThat(altered.message(1)).contains("o-2");
        assertThat(altered.isProved()).isFalse();
        assertThat(whereSet("history", entry, "submittedBy", "somebody-else").found())
                .containsExactly("entry-altered t-1", "document-differs t-1");
        assertThat(whereSet("history", entryOf("o-1"), "verdict", "unheard-of").found())
                .containsExactly("entry-altered t-1", "entry-unreadable", "document-differs t-1");
        assertThat(whereDeleted("history", entry).found()).containsExactly("entry-missing", "document-differs t-1");

        surroundings.submit(assessment("o-4", 1, "t-4", 365, SpasmGrade.E0));
        awaitSealed();
        String seal = "%s-%019d".formatted(entry.split("-", 2)[0], 1);
        assertThat(whereDeleted("seals", seal).found()).containsExactly("seal-missing");
        assertThat(whereSet("seals", seal, "to", 1_000_000L).found()).contains("seal-altered");
        assertThat(whereSet("seals", seal, "from", "nowhere").found()).contains("seal-missing");
        assertThat(registry.verification().findings()).isEmpty();
    }

    @Test
    void what_is_done_to_documents_is_found_and_named() {
        String treatment = HOSPITAL + "/t-1";
        Proof altered = whereSet("treatments", treatment, "treatment.outcomes.1.outcome.spasmGrade", "E3");
        assertThat(altered.found()).containsExactly("document-differs t-1");
        assertThat(altered.message(0)).contains("o-2 is another in the history").doesNotContain("o-1");
        assertThat(whereSet("treatments", treatment, "treatment", new Document())
                        .found())
                .containsExactly("document-differs t-1");
        assertThat(whereSet("treatments", treatment, "version", 99L).found()).containsExactly("document-differs t-1");
        for (String field : List.of("hospitalId", "kind", "treatedOn", "patientId")) {
            Proof hidden = whereSet("treatments", treatment, field, null);
            assertThat(hidden.found()).as(field).containsExactly("document-differs t-1");
            assertThat(hidden.message(0)).contains("a field beside the document");
        }
        assertThat(whereDeleted("treatments", HOSPITAL + "/t-2").found()).containsExactly("document-missing t-2");
        Document bogus = bogus();
        of("treatments").insertOne(bogus);
        assertThat(registry.verification().found()).containsExactly("document-added t-bogus");
        of("treatments").deleteOne(Filters.eq("_id", bogus.getString("_id")));
        assertThat(registry.verification().findings()).isEmpty();
    }

    @Test
    void an_older_backup_is_told_by_seals_that_were_written_down() {
        Map<String, List<Document>> backup = backup();
        surroundings.submit(assessment("o-4", 1, "t-4", 365, SpasmGrade.E0));
        awaitSealed();
        String[] writtenDown = registry.verification().heads();
        registry.close();

        restore(backup);
        registry = Registry.start(surroundings, "--hfs.registry.followers=1", "--hfs.registry.seal-every=1h");
        awaitFollowed();
        assertThat(registry.verification().isProved()).isTrue();
        assertThat(registry.verification(writtenDown).found()).containsExactly("known-seal-missing");
        registry.close();

        registry = Registry.start(surroundings, SEAL_OFTEN);
        assertThat(registry.verification().isProved()).isTrue();
        assertThat(registry.verification(writtenDown).found()).containsExactly("known-seal-differs");
    }

    /** And with a second registry that seals at the same time. */
    @Test
    void a_record_is_proved_while_it_grows() {
        List<Outcome> stream = MixedOutcomes.of(OUTCOMES * 80);
        AtomicInteger submitted = new AtomicInteger(OUTCOMES);
        AtomicBoolean proved = new AtomicBoolean();
        try (Registry second = Registry.start(surroundings, SEAL_OFTEN)) {
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                while (!proved.get() && submitted.get() < stream.size()) {
                    surroundings.submit(stream.subList(submitted.get(), submitted.addAndGet(50)));
                    awaitFollowed();
                }
            });
            for (int times = 0; times < 3; times++) {
                Proof one = registry.verification();
                assertThat(one.findings()).isEmpty();
                assertThat(second.verification(one.heads()).findings()).isEmpty();
            }
            proved.set(true);
            load.join();
        }
        awaitSealed();
        assertThat(submitted.get()).isBetween(OUTCOMES + 1, stream.size() - 1);
        assertThat(registry.verification().count("sealedEntries")).isEqualTo(submitted.get() + 4L);
    }

    @Test
    void a_clean_stop_leaves_nothing_unsealed() {
        registry.close();
        registry = Registry.start(surroundings, "--hfs.registry.seal-every=1h");
        surroundings.submit(assessment("o-4", 1, "t-4", 365, SpasmGrade.E0));
        awaitFollowed();
        assertThat(registry.verification().count("unsealedEntries")).isEqualTo(1);
        registry.close();

        registry = Registry.start(surroundings, "--hfs.registry.seal-every=1h");
        assertThat(registry.verification().count("unsealedEntries")).isZero();
    }

    @Test
    void only_the_registrys_staff_proves_and_one_at_a_time() {
        assertThat(registry.verification(tokens.hospital(HOSPITAL), "").status())
                .isEqualTo(403);
        assertThat(registry.verification(tokens.researcher(), "").status()).isEqualTo(403);
        assertThat(registry.post("/v1/rebuild", tokens.hospital(HOSPITAL)).status())
                .isEqualTo(403);
        assertThat(registry.verification(tokens.admin(), "# a note\n\n").status())
                .isEqualTo(200);

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            List<Integer> answers = IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> registry.verification(tokens.admin(), "").status()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).isSubsetOf(200, 409).contains(200);
            return answers.contains(409);
        });
        assertThat(registry.verification().isProved()).isTrue();
    }

    private String entryOf(String outcomeId) {
        return registry.stored("history").values().stream()
                .filter(entry -> HOSPITAL.equals(entry.getString("hospitalId"))
                        && outcomeId.equals(entry.getString("outcomeId")))
                .map(entry -> entry.getString("_id"))
                .findFirst()
                .orElseThrow();
    }

    private Document bogus() {
        Document bogus = Objects.requireNonNull(registry.stored("treatments").get(HOSPITAL + "/t-1"));
        bogus.put("_id", HOSPITAL + "/t-bogus");
        bogus.get("treatment", Document.class).put("treatmentId", "t-bogus");
        return bogus;
    }

    private Proof whereSet(String collection, String id, String field, @Nullable Object value) {
        Document before = Objects.requireNonNull(registry.stored(collection).get(id));
        of(collection).updateOne(Filters.eq("_id", id), new Document("$set", new Document(field, value)));
        Proof proof = registry.verification();
        of(collection).replaceOne(Filters.eq("_id", id), before);
        return proof;
    }

    private Proof whereDeleted(String collection, String id) {
        Document before = Objects.requireNonNull(of(collection).findOneAndDelete(Filters.eq("_id", id)));
        Proof proof = registry.verification();
        of(collection).insertOne(before);
        return proof;
    }

    private MongoCollection<Document> of(String collection) {
        return registry.database().getCollection(collection);
    }

    private Map<String, List<Document>> backup() {
        Map<String, List<Document>> backup = new TreeMap<>();
        for (String name : registry.database().listCollectionNames()) {
            backup.put(name, of(name).find().into(new ArrayList<>()));
        }
        return backup;
    }

    /** Straight into the store, while nothing runs on it. */
    private void restore(Map<String, List<Document>> backup) {
        ConnectionString uri = new ConnectionString(surroundings.mongodbUri());
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase(Objects.requireNonNull(uri.getDatabase()));
            backup.forEach((name, documents) -> {
                database.getCollection(name).deleteMany(Filters.empty());
                if (!documents.isEmpty()) {
                    database.getCollection(name).insertMany(documents);
                }
            });
        }
    }
}
