package org.hfsregistry.faults.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.hfsregistry.faults.check.CompareNumbers;
import org.hfsregistry.faults.deployed.Deployment;
import org.hfsregistry.faults.deployed.Part;
import org.hfsregistry.faults.load.Load;
import org.hfsregistry.local.proof.Finding;
import org.hfsregistry.local.proof.ProofReport;
import org.hfsregistry.local.proof.Proved;
import org.hfsregistry.local.proof.Proving;
import org.hfsregistry.local.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What somebody did to the treatments in the store is put right by a rebuild, and every number with it. */
class RebuiltNumbersIT {

    private static final Set<Part> PARTS = EnumSet.complementOf(EnumSet.of(Part.OTHER_REGISTRY));
    private static final List<String> HOSPITALS = List.of("h-1", "h-2", "h-3");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ENOUGH_ROWS = 400;

    @TempDir
    private Path data;

    private int startedAnew;
    private final long seed = Long.getLong("hfs.faults.seed", System.nanoTime());

    @Test
    void analytics_that_follows_and_one_that_starts_anew_tell_the_numbers_of_before_the_damage() throws Exception {
        System.out.println("Seed of the load (-Dhfs.faults.seed=): " + seed);
        try (Deployment registry = Deployment.start(data, Deployment.project(), PARTS)) {
            submit(registry);
            Map<String, Map<String, JsonNode>> before = numbers(registry);

            int damaged = damage(registry.mongodbUri());
            startAnalyticsAnew(registry);
            assertThat(numbers(registry))
                    .as("seed %d, damaged", seed)
                    .allSatisfy((hospital, numbers) -> assertThat(numbers).isNotEqualTo(before.get(hospital)));

            Proved rebuilt = new Proving(
                            registry.address(Part.REGISTRY), registry.tokens().admin(), new Unheard())
                    .rebuild(List.of(), true);
            assertThat(rebuilt.replaced()).as("seed %d", seed).isEqualTo(damaged);
            assertThat(rebuilt.isPutRight()).isTrue();

            FaultRun.awaitCounted(registry);
            assertThat(numbers(registry))
                    .as("seed %d, of one that followed", seed)
                    .isEqualTo(before);
            startAnalyticsAnew(registry);
            assertThat(numbers(registry)).as("seed %d, out of the store", seed).isEqualTo(before);
        }
    }

    private void submit(Deployment registry) throws InterruptedException {
        Random random = new Random(seed);
        try (Load load = new Load(
                registry.address(Part.INTAKE), List.of(registry.address(Part.REGISTRY)), registry.tokens()::hospital)) {
            HOSPITALS.forEach(hospital -> load.begin(hospital, 40, new Random(random.nextLong())));
            await().atMost(PATIENCE).until(() -> load.account().acknowledged().get() >= ENOUGH_ROWS);
            load.end();
        }
        FaultRun.awaitCounted(registry);
    }

    /** Out of each three treatments one goes, one is there twice, and one has lost what was reported of it. */
    private static int damage(String mongodbUri) {
        ConnectionString uri = new ConnectionString(mongodbUri);
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> treatments = client.getDatabase(Objects.requireNonNull(uri.getDatabase()))
                    .getCollection("treatments");
            List<Document> all = treatments
                    .find(Filters.exists("treatment.outcomes.0"))
                    .sort(new Document("_id", 1))
                    .into(new ArrayList<>());
            for (int at = 0; at < all.size(); at++) {
                Document document = all.get(at);
                String id = document.getString("_id");
                Document treatment = document.get("treatment", Document.class);
                switch (at % 3) {
                    case 0 -> treatments.deleteOne(Filters.eq("_id", id));
                    case 1 -> {
                        treatment.put("treatmentId", treatment.getString("treatmentId") + "-twice");
                        treatments.insertOne(document.append("_id", id + "-twice"));
                    }
                    default -> {
                        treatment.put("outcomes", List.of());
                        treatments.replaceOne(Filters.eq("_id", id), document);
                    }
                }
            }
            return all.size();
        }
    }

    /** Without its columns, so that it has to read the store. */
    private void startAnalyticsAnew(Deployment registry) throws Exception {
        registry.kill(Part.ANALYTICS);
        Path columns = new RunFolder(data).columns();
        if (Files.exists(columns)) {
            Files.move(columns, data.resolve("columns-" + ++startedAnew));
        }
        registry.start(Part.ANALYTICS);
        registry.awaitReady(() -> {});
        FaultRun.awaitCounted(registry);
    }

    private static Map<String, Map<String, JsonNode>> numbers(Deployment registry) {
        return HOSPITALS.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        hospital -> CompareNumbers.told(
                                registry.address(Part.ANALYTICS),
                                hospital,
                                registry.tokens().hospital(hospital))));
    }

    /** The end tells enough. */
    private static final class Unheard implements ProofReport {
        @Override
        public void found(Finding finding) {}

        @Override
        public void reached(Proved soFar) {}
    }
}
