package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;

import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.pseudonym.KeyFile;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.pseudonym.UnusableKey;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From one pseudonym key to the next: registry first, then the intakes, one after the other. */
class RotationIT {

    private static final int PATIENTS = 600;
    private static final PatientPseudonym PATIENT = Examples.patient(7);

    @TempDir
    private Path folder;

    private Surroundings surroundings;
    private String[] secondKey;
    private PseudonymChain two;

    @BeforeEach
    void open() throws IOException {
        surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
        secondKey = key(0, "k2", 1);
        two = PseudonymChain.after("k1", List.of(new KeyFile("k2", folder.resolve("k2")).key()));
    }

    @AfterEach
    void close() {
        surroundings.close();
    }

    @Test
    void a_patient_stays_one_patient_whatever_key_an_outcome_comes_under() {
        try (Registry registry = Registry.start(surroundings)) {
            List<MvdOutcome> first = new ArrayList<>();
            IntStream.range(0, PATIENTS)
                    .forEach(number -> first.add(outcome("o-" + number, "t-" + number, Examples.patient(number), 365)));
            first.add(outcome("o-7", "t-7", PATIENT, 400));
            surroundings.submit(first);
            awaitAll(registry);
        }
        try (Registry registry = Registry.start(surroundings, secondKey)) {
            surroundings.submit(
                    outcome("o-later", "t-later", two.newest(PATIENT), 365),
                    outcome("o-rolling", "t-rolling", PATIENT, 365),
                    outcome("o-7", "t-7", two.newest(PATIENT), 365),
                    outcome("o-7-again", "t-7", PATIENT, 500));
            awaitAll(registry);

            assertThat(registry.stored("treatments").values())
                    .hasSize(PATIENTS + 2)
                    .allSatisfy(
                            stored -> assertThat(stored.getString("patientId")).startsWith("k2-2."));
            Map<String, CloudEvent> topic = surroundings.treatmentsTopic();
            assertThat(topic).hasSize(PATIENTS + 2);
            topic.values()
                    .forEach(event -> assertThat(pseudonyms(event))
                            .allMatch(pseudonym -> pseudonym.keyName().equals("k2-2")));
            assertThat(List.of("t-7", "t-later", "t-rolling"))
                    .allSatisfy(treatment -> assertThat(
                                    pseudonyms(Objects.requireNonNull(topic.get(HOSPITAL + "/" + treatment))))
                            .containsOnly(two.newest(PATIENT)));
            assertThat(status(registry, "o-7")).isEqualTo("duplicate");
            assertThat(version(registry, "t-8")).isEqualTo(2);
            assertThat(version(registry, "t-7")).isEqualTo(3);
            assertThat(registry.stored("quarantine").values())
                    .singleElement()
                    .satisfies(refused -> assertThat(
                                    refused.get("outcome", Document.class).getString("patientId"))
                            .isEqualTo(two.newest(PATIENT).value()));
            assertThat(registry.stored("history").values())
                    .filteredOn(came -> came.get("outcome", Document.class)
                            .getString("patientId")
                            .startsWith("k1."))
                    .hasSize(PATIENTS + 3);
            assertThat(registry.verification().findings()).isEmpty();
        }
    }

    @Test
    void a_registry_that_lacks_a_key_takes_nothing_in_and_says_so_until_it_has_it() {
        try (Registry registry = Registry.start(surroundings)) {
            surroundings.submit(outcome("o-1", "t-1", two.newest(PATIENT), 365));
            awaitHeld(registry);

            assertThat(registry.askWithoutToken("/actuator/health/liveness").status())
                    .isEqualTo(200);
            assertThat(registry.stored("history")).isEmpty();
            assertThat(registry.stored("quarantine")).isEmpty();
        }
        try (Registry registry = Registry.start(surroundings, secondKey)) {
            awaitAll(registry);
            assertThat(status(registry, "o-1")).isEqualTo("registered");
            assertThat(readiness(registry)).isEqualTo(200);
        }
        try (Registry behind = Registry.start(surroundings)) {
            surroundings.submit(outcome("o-2", "t-2", PATIENT, 365));
            awaitHeld(behind);
            assertThat(behind.stored("treatments")).hasSize(1);
        }
        try (Registry registry = Registry.start(surroundings, secondKey)) {
            awaitAll(registry);
            assertThat(registry.stored("treatments").values())
                    .extracting(stored -> stored.getString("patientId"))
                    .containsExactly(
                            two.newest(PATIENT).value(), two.newest(PATIENT).value());
        }
    }

    @Test
    void hospitals_of_other_partitions_do_not_wait_for_the_key() {
        List<MvdOutcome> others = IntStream.range(0, 60)
                .mapToObj(number -> Examples.assessment(
                        "h-other-" + number, "o-1", 1, "t-1", PATIENT, Examples.TREATED, 365, SpasmGrade.E0))
                .filter(outcome -> Surroundings.partition(outcome.hospitalId()) != Surroundings.partition(HOSPITAL))
                .toList();
        surroundings.submit(outcome("o-1", "t-1", two.newest(PATIENT), 365));
        surroundings.submit(others);
        try (Registry registry = Registry.start(surroundings)) {
            awaitHeld(registry);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> registry.stored("treatments").size() == others.size());
            surroundings.submit(others.stream()
                    .map(outcome -> Examples.assessment(
                            outcome.hospitalId(), "o-2", 1, "t-2", PATIENT, Examples.TREATED, 365, SpasmGrade.E0))
                    .toList());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> registry.stored("treatments").size() == 2 * others.size());

            assertThat(registry.get(HOSPITAL, "/v1/outcomes/o-1").status()).isEqualTo(404);
            assertThat(readiness(registry)).isEqualTo(503);
        }
    }

    @Test
    void a_key_that_was_used_by_mistake_can_be_refused() {
        PatientPseudonym mistaken = new PatientPseudonym("oops." + "0".repeat(22));
        surroundings.submit(outcome("o-1", "t-1", mistaken, 365), outcome("o-2", "t-2", PATIENT, 365));
        try (Registry registry = Registry.start(surroundings, "--hfs.registry.pseudonym.refused-keys=oops")) {
            awaitAll(registry);

            assertThat(status(registry, "o-2")).isEqualTo("registered");
            JsonNode quarantined =
                    registry.get(HOSPITAL, "/v1/quarantine").json().get(0);
            assertThat(quarantined.get("outcomeId").asString()).isEqualTo("o-1");
            assertThat(quarantined.get("code").asString()).isEqualTo("REFUSED_KEY");
            assertThat(quarantined.get("fix").asString()).isEqualTo("submit it again as it is");
        }
    }

    @Test
    void does_not_start_with_keys_that_can_not_be_meant() throws IOException {
        assertThatThrownBy(() -> Registry.start(
                                surroundings,
                                "--hfs.registry.pseudonym.later-keys[0].id=k2",
                                "--hfs.registry.pseudonym.later-keys[0].file=" + folder.resolve("none"))
                        .close())
                .hasRootCauseInstanceOf(UnusableKey.class)
                .hasStackTraceContaining(folder.resolve("none").toString());
        String[] sameSecret = key(1, "k3", 1);
        assertThatThrownBy(() -> Registry.start(surroundings, secondKey[0], secondKey[1], sameSecret[0], sameSecret[1])
                        .close())
                .hasStackTraceContaining("the keys k2 and k3 are the same secret");
    }

    private void awaitAll(Registry registry) {
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    private static void awaitHeld(Registry registry) {
        await().atMost(Duration.ofMinutes(1)).until(() -> readiness(registry) == 503);
    }

    private static int readiness(Registry registry) {
        return registry.askWithoutToken("/actuator/health/readiness").status();
    }

    private static String status(Registry registry, String outcomeId) {
        return registry.get(HOSPITAL, "/v1/outcomes/" + outcomeId)
                .json()
                .get("status")
                .asString();
    }

    private static long version(Registry registry, String treatmentId) {
        return Objects.requireNonNull(registry.stored("treatments").get(HOSPITAL + "/" + treatmentId))
                .get("version", Number.class)
                .longValue();
    }

    private static List<PatientPseudonym> pseudonyms(CloudEvent event) {
        byte[] document = Objects.requireNonNull(event.getData()).toBytes();
        return DocumentJson.treatment(document).outcomes().stream()
                .map(reported -> reported.outcome().patientId())
                .toList();
    }

    private static MvdOutcome outcome(String outcomeId, String treatmentId, PatientPseudonym patient, int daysAfter) {
        return Examples.assessment(
                HOSPITAL, outcomeId, 1, treatmentId, patient, Examples.TREATED, daysAfter, SpasmGrade.E0);
    }

    private String[] key(int place, String id, int firstByte) throws IOException {
        byte[] secret = new byte[32];
        secret[0] = (byte) firstByte;
        Path file = Files.writeString(folder.resolve(id), Base64.getEncoder().encodeToString(secret));
        String key = "--hfs.registry.pseudonym.later-keys[" + place + "].";
        return new String[] {key + "id=" + id, key + "file=" + file};
    }
}
