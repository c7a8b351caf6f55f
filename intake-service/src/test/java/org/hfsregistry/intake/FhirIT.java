package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.running.CapturedLog;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirIT {

    private static final String HOSPITAL = Examples.HOSPITAL;
    private static final String FHIR = "application/fhir+json";

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "fhir.");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"""
                mvd-outcome | op-1-year | MRN-4711 | `{"type":"mvd-outcome","outcomeId":"op-1-year","revision":2,\
                "hospitalId":"h-01","patientId":"MRN-4711","treatmentId":"op-1","side":"left",\
                "treatedOn":"2024-03-01","assessedOn":"2025-03-03","spasmGrade":"E0","spasmReductionPct":97.5,\
                "complicationGrade":"C1","complications":[{"kind":"facial-palsy","course":"transient"}],\
                "qualityOfLife":{"instrument":"hfs-7","score":3},"patient":{"birthYear":1961,"sex":"female"}}`""", """
                mvd-recurrence | op-1-recurrence | MRN-4711 | `{"type":"mvd-recurrence","outcomeId":"op-1-recurrence",\
                "revision":1,"hospitalId":"h-01","patientId":"MRN-4711","treatmentId":"op-1","side":"left",\
                "treatedOn":"2024-03-01","onsetOn":"2025-06-20","confirmed":true,"spasmGrade":"E2"}`""", """
                botox-relief | injection-5-relief | MRN-0815 | `{"type":"botox-relief",\
                "outcomeId":"injection-5-relief","revision":1,"hospitalId":"h-01","patientId":"MRN-0815",\
                "treatmentId":"injection-5","side":"right","treatedOn":"2024-09-10","injectionNumber":5,\
                "product":"onabotulinum","doseUnits":22.5,"responded":true,"onsetDays":4,"peakReductionPct":80,\
                "reliefEndedOn":"2024-12-10","complications":[{"kind":"ptosis","course":"transient"}]}`""", """
                medication-response | response1 | p2 | `{"type":"medication-response","outcomeId":"response1",\
                "revision":1,"hospitalId":"h-01","patientId":"p2","treatmentId":"course-1","side":"right",\
                "treatedOn":"2023-05-02","drug":"carbamazepine","doseMgPerDay":600,"assessedOn":"2023-08-01",\
                "response":"partial","stoppedOn":"2023-09-15","stoppedBecause":"side-effects",\
                "sideEffects":["drowsiness","dizziness"]}`"""})
    void each_documented_bundle_stands_on_the_topic_as_its_outcome(
            String example, String outcomeId, String patientId, String outcome) {
        HttpResponse<String> answer = post(example(example));
        HttpResponse<String> again = post(example(example));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(FHIR);
        assertThat(answer.body())
                .contains("\"status\":\"202 Accepted\"", "\"status\":\"200 OK\"", "\"code\":\"ACCEPTED\"")
                .doesNotContain("\"error\"");
        assertThat(again.body()).isEqualTo(answer.body());
        String pseudonym = String.valueOf(new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY))
                .ofHospital(HOSPITAL)
                .pseudonym(patientId));
        List<ConsumerRecord<String, byte[]>> kept = intake.log().all().stream()
                .filter(record ->
                        new String(record.headers().lastHeader("ce_subject").value(), UTF_8).equals(outcomeId))
                .toList();
        assertThat(kept).hasSize(2).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(HOSPITAL);
            assertThat(record.value()).asString(UTF_8).isEqualTo(outcome.replace(patientId, pseudonym));
            assertThat(OutcomeJson.read(record.value(), Submission.REGISTRY))
                    .isInstanceOf(OutcomeReading.Accepted.class);
        });
    }

    @Test
    void a_transaction_with_a_fault_leaves_nothing() {
        long before = intake.log().size();
        HttpResponse<String> answer = post(example("mvd-outcome").replace("\"E0\"", "\"E7\""));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"type\":\"transaction-response\"", "\"422 Unprocessable Entity\"")
                .contains("\"code\":\"UNKNOWN_CODE\"", "\"expression\":[\"Bundle.entry[2].resource.value\"]");
        assertThat(intake.log().size()).isEqualTo(before);
    }

    @Test
    void a_batch_keeps_what_is_good() {
        long before = intake.log().size();
        String batch = example("botox-relief")
                .replace("injection-5-relief", "in-a-batch")
                .replaceFirst("\"entry\": \\[", "\"entry\": [{\"resource\":{\"resourceType\":\"Encounter\"}},");
        HttpResponse<String> answer = post(batch);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"type\":\"batch-response\"", "\"422 Unprocessable Entity\"", "\"202 Accepted\"");
        assertThat(intake.log().size()).isEqualTo(before + 1);
    }

    @Test
    void a_dry_run_tells_what_would_become_of_it_and_leaves_nothing() {
        long before = intake.log().size();
        HttpResponse<String> good = postTo("/fhir?dryRun=true", example("mvd-outcome"));
        HttpResponse<String> bad =
                postTo("/fhir?dryRun=true", example("mvd-outcome").replace("\"E0\"", "\"E7\""));
        HttpResponse<String> misspelt = postTo("/fhir?dryrun=true", example("mvd-outcome"));

        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).contains("\"code\":\"CHECKED\"", "op-1-year").doesNotContain("202 Accepted");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("\"code\":\"UNKNOWN_CODE\"");
        assertProblem(misspelt, 400, "UNKNOWN_PARAMETER");
        assertThat(misspelt.body()).contains("did you mean dryRun?");
        assertThat(intake.log().size()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"resourceType\":\"Patient\"}"})
    void what_is_no_bundle_is_a_bad_request_answered_in_fhir(String body) {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(FHIR);
        assertThat(answer.body()).startsWith("{\"resourceType\":\"OperationOutcome\"");
    }

    @Test
    void takes_gzip_and_plain_json_and_refuses_the_rest_with_problems() throws IOException {
        String bundle = example("botox-relief").replace("injection-5-relief", "zipped");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bundle.getBytes(UTF_8));
        }
        String token = intake.tokens().hospital(HOSPITAL);
        assertThat(post(token, "application/json", "gzip", zipped.toByteArray()).statusCode())
                .isEqualTo(200);
        byte[] cut = Arrays.copyOf(zipped.toByteArray(), 200);
        assertProblem(post(token, FHIR, "gzip", cut), 400, "NOT_GZIP");
        byte[] plain = bundle.getBytes(UTF_8);
        assertProblem(post(token, "application/fhir+xml", "identity", plain), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(post(token, FHIR, "identity", new byte[1024 * 1024 + 1]), 413, "BODY_TOO_LONG");
        assertProblem(post(intake.tokens().researcher(), FHIR, "identity", plain), 403, "INSUFFICIENT_SCOPE");
        assertProblem(post("no.token", FHIR, "identity", plain), 401, "BAD_TOKEN");
    }

    @Test
    void no_patient_id_is_told_or_logged() {
        String id = "MRN 0815/4711";
        String good = example("mvd-outcome").replace("MRN-4711", id);
        try (CapturedLog log = CapturedLog.begin()) {
            StringBuilder answers = new StringBuilder();
            for (String place :
                    List.of("\"op-1\"", "\"op-1-year\"", "\"E0\"", "\"gender\"", "\"female\"", "\"final\"", "97.5")) {
                String spoilt = good.replace(place, "\"" + id + "\"");
                assertThat(spoilt).isNotEqualTo(good);
                answers.append(post(spoilt).body());
            }
            answers.append(post(good.substring(0, good.length() / 2)).body());
            assertThat(answers.toString())
                    .contains("NOT_AN_ID", "UNKNOWN_CODE", "NOT_R4", "MALFORMED_JSON")
                    .doesNotContain(id);
            assertThat(log.text()).doesNotContain(id);
        }
        String metrics = intake.send(intake.request("/actuator/prometheus", "").setHeader("Authorization", ""))
                .body();
        assertThat(metrics)
                .contains("hfs_intake_outcomes_rejected_total{application=\"intake-service\",code=\"NOT_R4\"}")
                .doesNotContain(id);
    }

    private static String example(String name) {
        try {
            return Files.readString(Path.of("..", "docs", "fhir", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> post(String body) {
        return postTo("/fhir", body);
    }

    private static HttpResponse<String> postTo(String path, String body) {
        return post(path, intake.tokens().hospital(HOSPITAL), FHIR, "identity", body.getBytes(UTF_8));
    }

    private static HttpResponse<String> post(String token, String type, String encoding, byte[] body) {
        return post("/fhir", token, type, encoding, body);
    }

    private static HttpResponse<String> post(String path, String token, String type, String encoding, byte[] body) {
        return intake.send(intake.request(path, token)
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
