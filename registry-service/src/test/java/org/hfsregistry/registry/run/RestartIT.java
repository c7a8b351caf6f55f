package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is stopped and started anew in the middle of a stream comes to the same end as one that was left alone. */
class RestartIT {

    private static final int OUTCOMES = 6000;

    @TempDir
    private Path folder;

    @Test
    void the_record_is_the_same_as_without_a_restart() {
        List<Outcome> stream = MixedOutcomes.of(OUTCOMES);
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
                assertThat(Kept.by(ofDisturbed)).isEqualTo(Kept.by(ofAlone));
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
}
