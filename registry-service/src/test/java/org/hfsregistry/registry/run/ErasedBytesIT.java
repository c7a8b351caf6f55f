package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.patient;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.ErasedBytes;
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
        ErasedBytes bytes;
        try (Platform platform = Platform.privateForTests(folder);
                Surroundings surroundings = new Surroundings(platform, tokens, folder)) {
            Topics topics = surroundings.topics();
            bytes = new ErasedBytes(folder, topics);
            surroundings.make(
                    ErasedBytes.compactedSoon(topics.treatments()),
                    topics.treatments().partitions());
            try (Registry registry = Registry.start(surroundings)) {
                surroundings.submit(
                        of(77, "o-1", 1, "t-1"),
                        of(77, "o-1", 1, "t-2"),
                        of(78, "o-2", 1, "t-2"),
                        of(79, "o-3", 1, "t-3"));
                others(surroundings, 1);
                followed(surroundings, registry);
                assertThat(bytes.filesWith(ERASED)).anyMatch(file -> file.contains("kafka"));
                assertThat(bytes.filesWith(ERASED)).anyMatch(file -> file.endsWith("store.mv"));

                registry.post(
                        "/v1/patients/" + MERGED + "/merges",
                        tokens.hospital(HOSPITAL),
                        "application/json",
                        "{\"mergedPatientId\":\"" + ERASED + "\"}");
                followed(surroundings, registry);
                assertThat(bytes.filesWith(MERGED)).anyMatch(file -> file.endsWith("store.mv"));

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
                                    .flatMap(patient -> bytes.filesWith(patient).stream())
                                    .noneMatch(file -> file.contains("kafka"));
                        });
            }
        }
        assertThat(bytes.filesWith(STAYS))
                .anyMatch(file -> file.contains("kafka"))
                .anyMatch(file -> file.endsWith("store.mv"));
        assertThat(bytes.filesWith(ERASED)).isEmpty();
        assertThat(bytes.filesWith(MERGED)).isEmpty();
    }

    @Test
    void a_partition_to_which_nothing_is_written_any_more_loses_it_too() {
        Tokens tokens = new Tokens();
        try (Platform platform = Platform.privateForTests(folder);
                Surroundings surroundings = new Surroundings(platform, tokens, folder)) {
            Topics topics = surroundings.topics();
            ErasedBytes bytes = new ErasedBytes(folder, topics);
            surroundings.make(
                    ErasedBytes.compactedSoon(topics.treatments()),
                    topics.treatments().partitions());
            try (Registry registry = Registry.start(surroundings, "--hfs.topics.compacted-within=200ms")) {
                surroundings.submit(of(77, "o-1", 1, "t-1"));
                passOnToAnother(surroundings, registry);
                mergeAndPart(surroundings, registry, tokens.hospital(HOSPITAL));
                assertThat(bytes.filesWith(ERASED)).anyMatch(file -> file.contains("kafka"));
                assertThat(bytes.filesWith(MERGED)).anyMatch(file -> file.contains("kafka"));

                registry.erase("/v1/patients/" + ERASED + "?basis=GDPR", tokens.hospital(HOSPITAL));
                registry.erase("/v1/patients/" + MERGED + "?basis=GDPR", tokens.hospital(HOSPITAL));

                await().pollInterval(Duration.ofSeconds(1))
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> Stream.of(ERASED, MERGED)
                                .flatMap(patient -> bytes.filesWith(patient).stream())
                                .noneMatch(file -> file.contains("kafka")));
                assertThat(bytes.filesWith(STAYS)).anyMatch(file -> file.contains("kafka"));
            }
        }
    }

    /** Treatments that were thought the erased patient's for a while; one in each partition or so. */
    private static void passOnToAnother(Surroundings surroundings, Registry registry) {
        for (int[] revisionAndPatient : new int[][] {{1, 77}, {2, 78}}) {
            surroundings.submit(IntStream.range(0, OTHERS)
                    .mapToObj(number ->
                            of(revisionAndPatient[1], "passed-" + number, revisionAndPatient[0], "t-passed-" + number))
                    .toList());
            followed(surroundings, registry);
        }
    }

    /** Treatments that stood under the id of another while both were taken for one person. */
    private static void mergeAndPart(Surroundings surroundings, Registry registry, String token) {
        surroundings.submit(IntStream.range(0, OTHERS)
                .mapToObj(number -> of(78, "parted-" + number, 1, "t-parted-" + number))
                .toList());
        followed(surroundings, registry);
        registry.post(
                "/v1/patients/" + MERGED + "/merges",
                token,
                "application/json",
                "{\"mergedPatientId\":\"" + STAYS + "\"}");
        followed(surroundings, registry);
        registry.erase("/v1/patients/" + MERGED + "/merges/" + STAYS, token);
        followed(surroundings, registry);
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
}
