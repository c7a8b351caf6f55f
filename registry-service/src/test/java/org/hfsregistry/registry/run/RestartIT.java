package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is stopped and started anew in the middle of a stream comes to the same end as one that was left alone. */
class RestartIT {

    private static final int OUTCOMES = 6000;
    private static final int HOSPITALS = 9;
    private static final long SEED = 20250301;

    @TempDir
    private Path folder;

    @Test
    void the_record_is_the_same_as_without_a_restart() {
        List<Outcome> stream = stream();
        try (Surroundings alone = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Surroundings disturbed = new Surroundings(Platform.forTests(), new Tokens(), folder)) {
            alone.submit(stream);
            disturbed.submit(stream);
            try (Registry registry = Registry.start(alone)) {
                awaitAll(alone, registry);
            }
            int restarts = 0;
            for (boolean followed = false; !followed; restarts++) {
                try (Registry registry = Registry.start(disturbed)) {
                    long before = Surroundings.noted(registry);
                    await().pollInterval(Duration.ofMillis(5))
                            .atMost(Duration.ofMinutes(1))
                            .until(() -> Surroundings.noted(registry) > before || disturbed.followed(registry));
                    followed = disturbed.followed(registry);
                }
            }
            assertThat(restarts).isGreaterThan(1);
            try (Registry ofAlone = Registry.start(alone);
                    Registry ofDisturbed = Registry.start(disturbed)) {
                for (String collection : List.of("treatments", "outcomes", "history", "quarantine")) {
                    assertThat(withoutTimes(ofDisturbed.stored(collection)))
                            .as(collection)
                            .isEqualTo(withoutTimes(ofAlone.stored(collection)));
                }
                assertThat(ofDisturbed.stored("history")).hasSize(OUTCOMES);
                assertThat(published(disturbed))
                        .isEqualTo(ofDisturbed.stored("treatments").keySet());
                assertPublishedIsStored(disturbed, ofDisturbed);
            }
        }
    }

    private static void awaitAll(Surroundings surroundings, Registry registry) {
        await().atMost(Duration.ofMinutes(2)).until(() -> surroundings.followed(registry));
    }

    private static Set<String> published(Surroundings surroundings) {
        return surroundings.treatmentsTopic().keySet();
    }

    private static void assertPublishedIsStored(Surroundings surroundings, Registry registry) {
        Map<String, Document> stored = registry.stored("treatments");
        surroundings.treatmentsTopic().forEach((id, event) -> {
            TreatmentDocument published = DocumentJson.treatment(
                    Objects.requireNonNull(event.getData()).toBytes());
            Document treatment = Objects.requireNonNull(stored.get(id)).get("treatment", Document.class);
            assertThat(DocumentJson.treatment(treatment.toJson().getBytes(UTF_8)))
                    .isEqualTo(published);
        });
    }

    /** Assessments, corrections, moves, conflicts, contradictions and retractions of a few hundred treatments. */
    private static List<Outcome> stream() {
        Random random = new Random(SEED);
        List<Outcome> stream = new ArrayList<>();
        for (int number = 0; number < OUTCOMES; number++) {
            String hospital = "h-" + random.nextInt(HOSPITALS);
            int treatment = random.nextInt(60);
            String outcome = "o-" + (treatment * 3 + random.nextInt(3));
            stream.add(
                    random.nextInt(25) == 0
                            ? new Retraction("r-" + number, 1, hospital, outcome, "entered twice")
                            : Examples.assessment(
                                    hospital,
                                    outcome,
                                    1 + random.nextInt(4),
                                    "t-" + (random.nextInt(20) == 0 ? treatment + 1 : treatment),
                                    Examples.patient(treatment % 50),
                                    Examples.TREATED.plusDays(treatment % 7),
                                    300 + random.nextInt(2),
                                    random.nextBoolean() ? SpasmGrade.E0 : SpasmGrade.E1));
        }
        return stream;
    }

    private static Map<String, Document> withoutTimes(Map<String, Document> documents) {
        Map<String, Document> without = new TreeMap<>();
        documents.forEach((id, document) -> without.put(id, withoutTimes(document)));
        return without;
    }

    private static Document withoutTimes(Document document) {
        Document without = new Document();
        document.forEach((field, value) -> {
            if (!List.of("changedAt", "registeredAt", "decidedAt", "quarantinedAt")
                    .contains(field)) {
                without.put(field, withoutTimes(value));
            }
        });
        return without;
    }

    private static Object withoutTimes(Object value) {
        return switch (value) {
            case Document document -> withoutTimes(document);
            case List<?> list -> list.stream().map(RestartIT::withoutTimes).toList();
            default -> value;
        };
    }
}
