package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.patient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After an erasure the bytes of the patient's pseudonyms, two that were merged, are in no file of broker and store but in the log of what was submitted,
 * when compaction has run and the servers were stopped.
 */
class ErasedBytesIT {

    private static final String ERASED = patient(77).value();
    private static final String MERGED = patient(79).value();
    private static final String STAYS = patient(78).value();
    private static final int OTHERS = 60;

    @TempDir
    private Path folder;

    @Test
    void a_pseudonym_is_found_before_and_not_after_the_erasure() {
        Tokens tokens = new Tokens();
        String submitted;
        try (Platform platform = Platform.privateForTests(folder);
                Surroundings surroundings = new Surroundings(platform, tokens, folder)) {
            Topics topics = surroundings.topics();
            submitted = topics.submitted().name();
            surroundings.make(
                    compactedSoon(topics.treatments()), topics.treatments().partitions());
            try (Registry registry = Registry.start(surroundings)) {
                surroundings.submit(
                        of(77, "o-1", 1, "t-1"),
                        of(77, "o-1", 1, "t-2"),
                        of(78, "o-2", 1, "t-2"),
                        of(79, "o-3", 1, "t-3"));
                others(surroundings, 1);
                followed(surroundings, registry);
                assertThat(filesWith(ERASED, submitted)).anyMatch(file -> file.contains("kafka"));
                assertThat(filesWith(ERASED, submitted)).anyMatch(file -> file.endsWith("store.mv"));

                registry.post(
                        "/v1/patients/" + MERGED + "/merges",
                        tokens.hospital(HOSPITAL),
                        "application/json",
                        "{\"mergedPatientId\":\"" + ERASED + "\"}");
                followed(surroundings, registry);
                assertThat(filesWith(MERGED, submitted)).anyMatch(file -> file.endsWith("store.mv"));

                registry.erase("/v1/patients/" + ERASED + "?basis=GDPR", tokens.hospital(HOSPITAL));
                followed(surroundings, registry);
                // a segment is left alone while it is written to: what comes later ends it, and is none of the patient
                int[] revision = {2};
                await().pollInterval(Duration.ofSeconds(2))
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> {
                            others(surroundings, revision[0]++);
                            followed(surroundings, registry);
                            return Stream.of(ERASED, MERGED)
                                    .flatMap(patient -> filesWith(patient, submitted).stream())
                                    .noneMatch(file -> file.contains("kafka"));
                        });
            }
        }
        assertThat(filesWith(STAYS, submitted))
                .anyMatch(file -> file.contains("kafka"))
                .anyMatch(file -> file.endsWith("store.mv"));
        assertThat(filesWith(ERASED, submitted)).isEmpty();
        assertThat(filesWith(MERGED, submitted)).isEmpty();
    }

    @Test
    void a_partition_to_which_nothing_is_written_any_more_loses_it_too() {
        Tokens tokens = new Tokens();
        try (Platform platform = Platform.privateForTests(folder);
                Surroundings surroundings = new Surroundings(platform, tokens, folder)) {
            Topics topics = surroundings.topics();
            String submitted = topics.submitted().name();
            surroundings.make(
                    compactedSoon(topics.treatments()), topics.treatments().partitions());
            try (Registry registry = Registry.start(surroundings, "--hfs.topics.compacted-within=200ms")) {
                surroundings.submit(of(77, "o-1", 1, "t-1"));
                followed(surroundings, registry);
                assertThat(filesWith(ERASED, submitted)).anyMatch(file -> file.contains("kafka"));

                registry.erase("/v1/patients/" + ERASED + "?basis=GDPR", tokens.hospital(HOSPITAL));

                await().pollInterval(Duration.ofSeconds(1))
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> filesWith(ERASED, submitted).stream().noneMatch(file -> file.contains("kafka")));
            }
        }
    }

    private static Topics.Topic compactedSoon(Topics.Topic topic) {
        Map<String, String> configuration = new HashMap<>(topic.configuration());
        configuration.putAll(Map.of(
                "segment.ms", "100",
                "min.cleanable.dirty.ratio", "0.0",
                "delete.retention.ms", "0",
                "max.compaction.lag.ms", "100",
                "file.delete.delay.ms", "0"));
        return new Topics.Topic(topic.name(), topic.partitions(), configuration);
    }

    /** So many treatments that each partition of their topic gets some. */
    private static void others(Surroundings surroundings, int revision) {
        surroundings.submit(IntStream.range(0, OTHERS)
                .mapToObj(number -> of(100 + number, "other-" + number, revision, "t-other-" + number))
                .toList());
    }

    private static Outcome of(int patient, String outcomeId, int revision, String treatmentId) {
        return Examples.assessment(
                HOSPITAL, outcomeId, revision, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }

    private static void followed(Surroundings surroundings, Registry registry) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(1))
                .until(() -> surroundings.followed(registry));
    }

    /** But for the log of what was submitted, which holds it until its retention ends. */
    private List<String> filesWith(String text, String submitted) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(file -> !file.contains(submitted))
                    .filter(file -> contains(Path.of(file), text))
                    .toList();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return List.of("kafka: a file went while it was looked for");
        }
    }

    /** Such servers write texts as they are, a byte a character; the control above shows that they do. */
    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }
}
