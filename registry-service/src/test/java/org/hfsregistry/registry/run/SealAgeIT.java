package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the history is sealed is told to whoever watches metrics. */
class SealAgeIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void it_is_told_for_how_long_sealing_fails() {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Registry registry = Registry.start(surroundings, "--hfs.registry.seal-every=50ms")) {
            surroundings.submit(assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));
            await().atMost(SOON)
                    .until(() -> registry.stored("seals").keySet().stream().anyMatch(seal -> seal.endsWith("1")));
            await().atMost(SOON).until(() -> age(registry) < 1);
            String first = registry.stored("seals").keySet().iterator().next();
            String next = first.substring(0, first.length() - 1) + "2";
            MongoCollection<Document> seals = registry.database().getCollection("seals");
            seals.insertOne(new Document("_id", next).append("from", "nowhere"));

            surroundings.submit(assessment("o-2", 1, "t-1", 400, SpasmGrade.E0));
            await().atMost(SOON).until(() -> age(registry) > 3);
            assertThat(registry.metric("hfs_registry_arrivals_total")).isEqualTo(2);

            seals.deleteOne(Filters.eq("_id", next));
            await().atMost(SOON).until(() -> age(registry) < 1);
        }
    }

    private static double age(Registry registry) {
        return registry.metric("hfs_registry_seal_age_seconds");
    }
}
