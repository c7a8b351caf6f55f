package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.FreePorts;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole registry as a person starts it, from an outcome at intake to the number at analytics. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration BETWEEN_ASKING = Duration.ofMillis(10);
    private static final int LAST = Integer.MAX_VALUE;

    /** Looks like nothing else in the folder. */
    private static final String PATIENT = "MRN-7731-äöü-raw";

    private static final String PATIENT_OF_A_FAULTY_ROW = "MRN-7732-äöü-faulty";
    private static final String PATIENT_OF_A_BROKEN_ROW = "MRN-7733-äöü-broken";
    private static final String PATIENT_OF_A_REFUSED_OUTCOME = "MRN-7734-äöü-refused";
    private static final String PATIENT_OF_A_QUARANTINED_OUTCOME = "MRN-7735-äöü-quarantined";
    private static final List<String> PATIENTS = List.of(
            PATIENT,
            PATIENT_OF_A_FAULTY_ROW,
            PATIENT_OF_A_BROKEN_ROW,
            PATIENT_OF_A_REFUSED_OUTCOME,
            PATIENT_OF_A_QUARANTINED_OUTCOME,
            "patient-0001",
            "patient-0108");

    @TempDir
    private static Path data;

    private static final Addresses ADDRESSES = FreePorts.addresses();
    private static RunningRegistry registry;
    private static BearerTokens tokens;

    @BeforeAll
    static void start() throws Exception {
        registry = RunningRegistry.start(data, ADDRESSES);
        tokens = new BearerTokens(
                ADDRESSES.of(Server.ISSUER), new RunFolder(data).keys().clientSecret());
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void the_papers_figures_come_back() {
        assertThat(registry.tables())
                .anySatisfy(
                        line -> assertThat(line).startsWith("baldauf-2019").contains("320", "201", "77.6%", "62.8%"))
                .anyMatch(line -> line.startsWith("20 of 20 compared figures agree with the papers"))
                .noneMatch(line -> line.contains("DIFFERS"));
    }

    @Test
    void an_outcome_counts_and_its_repetition_correction_and_retraction_do_as_they_should() throws Exception {
        String hospital = "it-counting";
        accepted(hospital, assessment("a-1", 1, "t-1", "E0"));
        awaitCount(hospital, 1, 1);

        accepted(hospital, assessment("a-1", 1, "t-1", "E0"));
        accepted(hospital, assessment("a-2", 1, "t-2", "E0"));
        awaitCount(hospital, 2, 2);

        accepted(hospital, assessment("a-1", 2, "t-1", "E3"));
        awaitCount(hospital, 2, 1);

        accepted(hospital, retraction("r-1", "a-2"));
        awaitCount(hospital, 1, 0);
    }

    @Test
    void each_outcome_is_in_the_number_soon_after_its_post() {
        String hospital = "it-speed";
        List<Duration> latencies = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            Instant posting = Instant.now();
            accepted(hospital, assessment("a-" + i, 1, "t-" + i, "E0"));
            awaitCount(hospital, i, i);
            latencies.add(Duration.between(posting, Instant.now()));
        }

        assertThat(latencies)
                .hasSize(11)
                .allSatisfy(latency -> assertThat(latency).isLessThan(SOON));
        System.out.printf(
                "From the post of an outcome to its number: median %d ms of %s%n",
                latencies.stream().sorted().toList().get(latencies.size() / 2).toMillis(), latencies);
    }

    @Test
    void faulty_and_refused_outcomes_are_told_apart_from_the_good_one_beside_them() {
        String hospital = "it-faulty";
        String faulty = assessment("a-2", 1, "t-2", "E9").replace(PATIENT, PATIENT_OF_A_FAULTY_ROW);
        String broken = assessment("a-3", 1, "t-3", "E0")
                .replace(PATIENT, PATIENT_OF_A_BROKEN_ROW)
                .replace("}", "");
        Answer batch = LocalHttp.post(
                registry.at(Server.INTAKE, "/v1/outcomes/batch"),
                "Bearer " + tokens.hospital(hospital),
                "application/x-ndjson",
                String.join("\n", assessment("a-1", 1, "t-1", "E0"), faulty, broken)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(batch.text()).contains("\"received\":3", "\"accepted\":1", "\"rejected\":2");

        Answer refused = post(
                registry.at(Server.INTAKE, "/v1/outcomes"),
                tokens.hospital(hospital),
                assessment("a-4", 1, "t-4", "E9").replace(PATIENT, PATIENT_OF_A_REFUSED_OUTCOME));
        assertThat(refused.status()).as(refused.response().body()).isBetween(400, 422);

        accepted(hospital, assessment("a-5", 1, "t-1", "E0").replace(PATIENT, PATIENT_OF_A_QUARANTINED_OUTCOME));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receipt(hospital, "a-5").text()).contains("quarantined"));
        awaitCount(hospital, 1, 1);
    }

    @Test
    void a_hospitals_few_cases_are_whole_to_itself_and_to_nobody_else() throws Exception {
        String hospital = "it-small";
        accepted(hospital, assessment("a-1", 1, "t-1", "E0"));
        awaitCount(hospital, 1, 1);

        assertThat(group(hospital, tokens.researcher()).has("n")).isFalse();
        assertThat(group(hospital, tokens.hospital("it-other")).has("n")).isFalse();
    }

    @Test
    void nobody_gets_in_without_the_right_token() {
        URI intake = registry.at(Server.INTAKE, "/v1/outcomes");
        String body = assessment("a-1", 1, "t-1", "E0");

        assertThat(post(intake, "nonsense", body).status()).isEqualTo(401);
        assertThat(post(intake, tokens.researcher(), body).status()).isEqualTo(403);
        assertThat(post(intake, tokens.hospital("it-mine"), body.replace("{", "{\"hospitalId\":\"it-theirs\","))
                        .status())
                .isEqualTo(403);
        assertThat(LocalHttp.get(registry.at(Server.REGISTRY, "/v1/treatments")).status())
                .isEqualTo(401);
        assertThat(LocalHttp.get(registry.at(Server.REGISTRY, "/v1/treatments"), tokens.hospital("it-mine"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(LAST - 2)
    void a_second_run_on_the_same_folder_is_refused() throws Exception {
        Process second = RunningRegistry.process(data, ADDRESSES);
        String printed = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(printed).contains("is in use by the process").contains("--data");
    }

    @Test
    @Order(LAST - 1)
    void a_killed_run_leaves_no_process_and_the_next_one_has_its_numbers() throws Exception {
        String hospital = "it-killed";
        accepted(hospital, assessment("a-1", 1, "t-1", "E0"));
        awaitCount(hospital, 1, 1);
        List<String> tables = registry.tables();
        List<ProcessHandle> services = registry.services();

        registry.kill();
        assertThat(services).hasSize(3);
        for (ProcessHandle service : services) {
            service.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertNoPatientIdIsInAnyFile();
        String log = intakesLog();
        registry = RunningRegistry.start(data, ADDRESSES);

        assertThat(intakesLog())
                .as("what was logged before is kept")
                .startsWith(log)
                .hasSizeGreaterThan(log.length());
        assertThat(registry.tables()).isEqualTo(tables);
        assertThat(registry.printed())
                .anyMatch(line -> line.contains("from an earlier run"))
                .noneMatch(line -> line.contains("outcomes accepted"));
        awaitCount(hospital, 1, 1);
    }

    @Test
    @Order(LAST)
    void no_patient_id_is_in_any_file_of_the_folder() throws Exception {
        assertThat(registry.stop()).isZero();

        assertNoPatientIdIsInAnyFile();
        // That what is kept can be found this way at all:
        assertThat(filesWith("it-killed"))
                .anyMatch(file -> file.startsWith(data.resolve("servers/kafka")))
                .anyMatch(file -> file.startsWith(data.resolve("servers/mongodb")));
    }

    private static void assertNoPatientIdIsInAnyFile() throws IOException {
        for (String id : PATIENTS) {
            assertThat(filesWith(id)).as(id).isEmpty();
        }
    }

    private static String intakesLog() throws IOException {
        return Files.readString(new RunFolder(data).logs().resolve("intake.log"), StandardCharsets.UTF_8);
    }

    private static List<Path> filesWith(String text) throws IOException {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static void accepted(String hospital, String outcome) {
        Answer answer = post(registry.at(Server.INTAKE, "/v1/outcomes"), tokens.hospital(hospital), outcome);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    }

    private static Answer post(URI address, String bearer, String outcome) {
        return LocalHttp.post(
                address, "Bearer " + bearer, "application/json", outcome.getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitCount(String hospital, int assessed, int successes) {
        String token = tokens.hospital(hospital);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_ASKING)
                .untilAsserted(() -> {
                    JsonNode group = group(hospital, token);
                    assertThat(group.path("n").asInt(0)).as("%s", group).isEqualTo(assessed);
                    assertThat(group.path("successes").asInt(0)).as("%s", group).isEqualTo(successes);
                });
    }

    private static Answer receipt(String hospital, String outcomeId) {
        return LocalHttp.get(registry.at(Server.REGISTRY, "/v1/outcomes/" + outcomeId), tokens.hospital(hospital));
    }

    private static JsonNode group(String hospital, String token) {
        return LocalHttp.get(registry.at(Server.ANALYTICS, "/v1/statistics/mvd-success?hospital=" + hospital), token)
                .json()
                .at("/groups/0");
    }

    private static String assessment(String outcomeId, int revision, String treatmentId, String grade) {
        return """
                {"type":"mvd-outcome","outcomeId":"%s","revision":%d,"patientId":"%s","treatmentId":"%s","side":"left",\
                "treatedOn":"2021-05-03","assessedOn":"2022-05-03","spasmGrade":"%s"}""".formatted(outcomeId, revision, PATIENT, treatmentId, grade);
    }

    private static String retraction(String outcomeId, String retracts) {
        return """
                {"type":"retraction","outcomeId":"%s","retracts":"%s","reason":"reported for the wrong operation"}""".formatted(outcomeId, retracts);
    }
}
