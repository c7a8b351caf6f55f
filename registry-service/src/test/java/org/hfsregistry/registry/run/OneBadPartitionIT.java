package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be applied stops its own partition and no other, also where one follower has them all. */
class OneBadPartitionIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final List<String> HOSPITALS =
            IntStream.range(0, 24).mapToObj(number -> "h-" + number).toList();
    private static final String DAMAGED = "h-0";
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    @Test
    void a_damaged_document_stops_no_hospital_of_another_partition_and_its_own_go_on_when_it_is_mended() {
        try (Surroundings surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
                Registry registry = Registry.start(surroundings, "--hfs.registry.followers=1")) {
            surroundings.submit(outcomes(0));
            await().atMost(SOON).until(() -> surroundings.followed(registry));
            Object version = version(registry);
            set(registry, "nonsense");

            for (int round = 1; round <= ROUNDS; round++) {
                surroundings.submit(outcomes(round));
                String last = "o-" + round;
                await().atMost(SOON).until(() -> others(surroundings).stream().allMatch(has(registry, last)));
            }
            assertThat(has(registry, "o-1").test(DAMAGED)).isFalse();

            set(registry, version);
            await().atMost(SOON).until(() -> surroundings.followed(registry));
            assertThat(HOSPITALS).allMatch(has(registry, "o-" + ROUNDS));
            assertThat(registry.stored("history")).hasSize(HOSPITALS.size() * (ROUNDS + 1));
        }
    }

    private static List<Outcome> outcomes(int round) {
        return HOSPITALS.stream()
                .<Outcome>map(hospital -> Examples.assessment(
                        hospital,
                        "o-" + round,
                        1,
                        "t",
                        Examples.patient(1),
                        Examples.TREATED,
                        365 + round,
                        SpasmGrade.E0))
                .toList();
    }

    private static List<String> others(Surroundings surroundings) {
        Map<String, Integer> partitions = surroundings
                .records(surroundings.topics().submitted())
                .stream()
                .collect(Collectors.toMap(ConsumerRecord::key, ConsumerRecord::partition, (one, _) -> one));
        List<String> others = HOSPITALS.stream()
                .filter(hospital -> !Objects.equals(partitions.get(hospital), partitions.get(DAMAGED)))
                .toList();
        assertThat(others).hasSizeGreaterThan(HOSPITALS.size() / 2);
        return others;
    }

    private static Predicate<String> has(Registry registry, String outcomeId) {
        return hospital -> registry.get(hospital, "/v1/outcomes/" + outcomeId).status() == 200;
    }

    private static Object version(Registry registry) {
        Document treatment =
                Objects.requireNonNull(registry.stored("treatments").get(DAMAGED + "/t"));
        return Objects.requireNonNull(treatment.get("version"));
    }

    private static void set(Registry registry, Object version) {
        registry.database()
                .getCollection("treatments")
                .updateOne(Filters.eq("_id", DAMAGED + "/t"), Updates.set("version", version));
    }
}
