package org.hfsregistry.faults.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.hfsregistry.contract.fixture.ErasedBytes;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.faults.deployed.Deployment;
import org.hfsregistry.faults.deployed.Part;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.platform.RunServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After an erasure the bytes of the patient's pseudonym are in no file of a whole registry but in the log of what was submitted:
 * neither of broker and store, nor in what analytics saves, nor in what services log. A patient's own id never is in any.
 */
class ErasedBytesIT {

    private static final Topics TOPICS = new Topics("");
    private static final String HOSPITAL = "h-of-the-erased";
    private static final String ERASED = "erased-4711-patient";
    private static final String STAYS = "other-4712-patient";
    private static final int OTHERS = 60;

    @TempDir
    private Path data;

    @Test
    void a_pseudonym_is_found_before_and_in_no_folder_after_the_erasure() throws Exception {
        String erased;
        String stays;
        try (Deployment registry =
                Deployment.start(data, Deployment.project(), RunServers.EMBEDDED, EnumSet.noneOf(Part.class))) {
            make(registry, ErasedBytes.compactedSoon(TOPICS.treatments()));
            start(registry, Part.INTAKE, Part.REGISTRY);
            submit(registry, outcome("o-1", 1, ERASED) + outcome("o-2", 1, STAYS) + others(1));
            start(registry, Part.ANALYTICS);
            FaultRun.awaitCounted(registry);
            erased = pseudonym(registry, "of-o-1");
            stays = pseudonym(registry, "of-o-2");
            awaitSaved();
            assertThat(bytes().filesWith(erased)).anyMatch(file -> file.contains("kafka"));
            assertThat(bytes().filesWith(erased)).anyMatch(file -> file.endsWith("store.mv"));

            Answer taken = LocalHttp.delete(
                    registry.address(Part.REGISTRY).resolve("/v1/patients/" + erased + "?basis=GDPR"),
                    registry.tokens().hospital(HOSPITAL));
            assertThat(taken.status()).as(taken.response().body()).isEqualTo(202);
            FaultRun.awaitCounted(registry);
            awaitCompacted(registry, erased);
        }
        assertThat(bytes().filesWith(stays))
                .anyMatch(file -> file.contains("kafka"))
                .anyMatch(file -> file.endsWith("store.mv"));
        assertThat(columnsWith(HOSPITAL)).as("saved at the end").isNotEmpty();
        assertThat(bytes().filesWith(erased)).isEmpty();
        assertThat(bytes().filesWith(ERASED)).isEmpty();
        assertThat(bytes().filesWith(STAYS)).isEmpty();
    }

    private static void make(Deployment registry, Topics.Topic topic) throws Exception {
        NewTopic made = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", registry.kafkaBootstrap()))) {
            admin.createTopics(Set.of(made.configs(topic.configuration())))
                    .all()
                    .get();
        }
    }

    private static void start(Deployment registry, Part... parts) throws InterruptedException {
        List.of(parts).forEach(registry::start);
        registry.awaitReady(() -> {});
    }

    /** Analytics looks now and then whether there is something to be saved. */
    private void awaitSaved() {
        await().atMost(Duration.ofMinutes(2)).until(() -> !columnsWith(HOSPITAL).isEmpty());
    }

    /** A segment is left alone while it is written to: what comes later ends it, and is none of the patient. */
    private void awaitCompacted(Deployment registry, String pseudonym) {
        int[] revision = {2};
        await().pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    submit(registry, others(revision[0]++));
                    FaultRun.awaitCounted(registry);
                    return bytes().filesWith(pseudonym).stream().noneMatch(file -> file.contains("kafka"));
                });
    }

    private static void submit(Deployment registry, String rows) {
        Answer answer = LocalHttp.post(
                registry.address(Part.INTAKE).resolve("/v1/outcomes/batch"),
                "Bearer " + registry.tokens().hospital(HOSPITAL),
                "application/x-ndjson",
                rows.getBytes(UTF_8));
        assertThat(answer.text()).contains("\"rejected\":0");
    }

    /** So many treatments that each partition of their topic gets some. */
    private static String others(int revision) {
        return IntStream.range(0, OTHERS)
                .mapToObj(number -> outcome("other-" + number, revision, STAYS))
                .collect(Collectors.joining());
    }

    private static String outcome(String id, int revision, String patientId) {
        return """
            {"type": "mvd-outcome", "outcomeId": "%s", "revision": %d, "patientId": "%s", "treatmentId": "of-%s", \
            "side": "left", "treatedOn": "2021-05-03", "assessedOn": "2022-05-03", "spasmGrade": "E%d"}
            """.formatted(id, revision, patientId, id, revision % 4);
    }

    private static String pseudonym(Deployment registry, String treatmentId) {
        return LocalHttp.get(
                        registry.address(Part.REGISTRY).resolve("/v1/treatments/" + treatmentId),
                        registry.tokens().hospital(HOSPITAL))
                .json()
                .findValuesAsString("patientId")
                .getFirst();
    }

    private ErasedBytes bytes() {
        return new ErasedBytes(data, TOPICS);
    }

    private List<String> columnsWith(String text) {
        String columns = new RunFolder(data).columns().toString();
        return bytes().filesWith(text).stream()
                .filter(file -> file.startsWith(columns))
                .toList();
    }
}
