package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.AsyncApi;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a hospital is in quarantine is published when it changes, and shown to operators. */
class QuarantineCountsIT {

    private static final String HOSPITAL = "h-counted";
    private static final String OFTEN = "--hfs.registry.count-quarantine-every=50ms";

    @Test
    void counts_follow_what_goes_to_quarantine_and_what_is_mended(@TempDir Path folder) {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder)) {
            surroundings.submit(outcome("o-1", 1, SpasmGrade.E0), outcome("o-1", 1, SpasmGrade.E2));
            surroundings.submit(outcome("o-2", 1, SpasmGrade.E0), outcome("o-2", 1, SpasmGrade.E2));
            try (Registry registry = Registry.start(surroundings, OFTEN)) {
                awaitLast(surroundings, 2, 0);
                assertThat(last(surroundings).byCode()).isEqualTo(Map.of("CONFLICT", 2));
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> registry.metric("hfs_registry_quarantine_open") == 2);

                surroundings.submit(outcome("o-1", 2, SpasmGrade.E2), outcome("o-2", 2, SpasmGrade.E2));
                awaitLast(surroundings, 0, 2);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> registry.metric("hfs_registry_quarantine_open") == 0);
            }
            int published = records(surroundings).size();
            assertThat(records(surroundings))
                    .allSatisfy(record -> AsyncApi.published()
                            .assertDescribed("quarantine", record.key(), Surroundings.headers(record), record.value()));

            try (Registry again = Registry.start(surroundings, OFTEN)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> records(surroundings).size() == published + 1);
                assertThat(last(surroundings).resolved())
                        .as("all is told at a start")
                        .isEqualTo(2);
                surroundings.submit(outcome("o-3", 1, SpasmGrade.E0), outcome("o-3", 1, SpasmGrade.E2));
                await().atMost(Duration.ofSeconds(30)).until(() -> again.metric("hfs_registry_quarantine_open") == 1);
            }
        }
    }

    private static void awaitLast(Surroundings surroundings, int open, int resolved) {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            List<ConsumerRecord<String, byte[]>> records = records(surroundings);
            if (records.isEmpty()) {
                return false;
            }
            QuarantineCounts last = last(surroundings);
            return last.open() == open && last.resolved() == resolved;
        });
    }

    private static QuarantineCounts last(Surroundings surroundings) {
        return DocumentJson.quarantine(Objects.requireNonNull(
                        KafkaMessageFactory.createReader(records(surroundings).getLast())
                                .toEvent()
                                .getData())
                .toBytes());
    }

    private static List<ConsumerRecord<String, byte[]>> records(Surroundings surroundings) {
        return surroundings.records(surroundings.topics().quarantine());
    }

    private static MvdOutcome outcome(String outcomeId, int revision, SpasmGrade grade) {
        return Examples.assessment(
                HOSPITAL, outcomeId, revision, "t-" + outcomeId, Examples.patient(1), Examples.TREATED, 365, grade);
    }
}
