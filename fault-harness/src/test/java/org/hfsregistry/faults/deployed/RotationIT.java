package org.hfsregistry.faults.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.platform.RunServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The pseudonym key is rotated as docs/keys.md says, with the services as they are deployed. */
class RotationIT {

    private static final Set<Part> PARTS = EnumSet.complementOf(EnumSet.of(Part.OTHER_REGISTRY));
    private static final String HOSPITAL = "rotated";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    @Test
    void a_patient_of_three_operations_before_during_and_after_is_one_patient() throws Exception {
        try (Deployment services = Deployment.start(data, Deployment.project(), RunServers.EMBEDDED, PARTS)) {
            submit(services, "before");
            awaitReceipt(services, "before");
            byte[] secret = new byte[32];
            secret[0] = 1;
            Files.writeString(
                    data.resolve("keys/pseudonym-2.key"), Base64.getEncoder().encodeToString(secret));

            restart(services, Part.REGISTRY);
            submit(services, "during");
            restart(services, Part.INTAKE);
            submit(services, "after");
            awaitReceipt(services, "after");

            List<String> pseudonyms =
                    get(services, Part.REGISTRY, "/v1/treatments").findValuesAsString("patientId");
            assertThat(pseudonyms).hasSize(3).allMatch(pseudonym -> pseudonym.startsWith("k2-2."));
            assertThat(pseudonyms.stream().distinct()).hasSize(1);
            awaitCounted(services, "after");
        }
    }

    private static void restart(Deployment services, Part part) throws InterruptedException {
        services.kill(part);
        services.start(part);
        services.awaitReady(() -> {});
    }

    private static void submit(Deployment services, String id) {
        String outcome = """
                {"type": "mvd-outcome", "outcomeId": "%1$s", "patientId": "4711", "treatmentId": "of-%1$s", "side": "left",
                 "treatedOn": "2023-03-01", "assessedOn": "2024-03-01", "spasmGrade": "E0"}""".formatted(id);
        Answer answer = LocalHttp.post(
                services.address(Part.INTAKE).resolve("/v1/outcomes"),
                "Bearer " + services.tokens().hospital(HOSPITAL),
                "application/json",
                outcome.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    }

    private static void awaitReceipt(Deployment services, String outcomeId) {
        await().atMost(PATIENCE).until(() -> receipts(services, outcomeId).has(0));
        assertThat(receipts(services, outcomeId).get(0).get("status").asString())
                .isEqualTo("registered");
    }

    private static JsonNode receipts(Deployment services, String outcomeId) {
        return get(services, Part.REGISTRY, "/v1/outcomes?outcomeId=" + outcomeId)
                .get("receipts");
    }

    /** By the places that the receipt names, and by the numbers of an answer that has reached them. */
    private static void awaitCounted(Deployment services, String outcomeId) {
        await().atMost(PATIENCE)
                .until(() -> receipts(services, outcomeId).get(0).has("countedFrom"));
        JsonNode countedFrom = receipts(services, outcomeId).get(0).get("countedFrom");
        await().atMost(PATIENCE).until(() -> isReached(countedFrom, success(services)));
        assertThat(success(services).at("/groups/0/n").asInt()).isEqualTo(3);
    }

    private static boolean isReached(JsonNode countedFrom, JsonNode answer) {
        return countedFrom
                .valueStream()
                .allMatch(place -> answer.path("positions")
                                .path(place.get("topic").asString())
                                .path(place.get("partition").asInt())
                                .asLong(0)
                        >= place.get("offset").asLong());
    }

    private static JsonNode success(Deployment services) {
        return get(services, Part.ANALYTICS, "/v1/statistics/mvd-success?hospital=" + HOSPITAL);
    }

    private static JsonNode get(Deployment services, Part part, String path) {
        return LocalHttp.get(
                        services.address(part).resolve(path), services.tokens().hospital(HOSPITAL))
                .json();
    }
}
