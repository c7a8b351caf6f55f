package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesIT {

    private static final String HOSPITAL = Examples.HOSPITAL;

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(
                folder, Platform.forTests().kafkaBootstrap(), "outcomes.", "--hfs.intake.receipts.at=http://registry/");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    static List<Outcome> outcomes() {
        return Examples.ofEachType();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void each_type_stands_on_the_topic_as_the_contract_writes_it(Outcome outcome) {
        String patientId = "MRN-" + outcome.outcomeId();
        String sent = RawOutcomes.json(outcome, patientId);

        HttpResponse<String> answer = intake.submit(HOSPITAL, sent);

        assertThat(answer.body()).isEqualTo("""
                        {"outcomeId":"%s","hospitalId":"h-01","revision":%d,"status":"accepted",\
                        "receipt":"http://registry/v1/outcomes/%1$s","warnings":[]}""".formatted(outcome.outcomeId(), outcome.revision()));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("http://registry/v1/outcomes/" + outcome.outcomeId());
        ConsumerRecord<String, byte[]> kept = kept(outcome.outcomeId());
        assertThat(kept.value()).asString(UTF_8).isEqualTo(expected(outcome, patientId));
        assertThat(OutcomeJson.read(kept.value(), Submission.REGISTRY)).isInstanceOf(OutcomeReading.Accepted.class);
        if (outcome instanceof TreatmentOutcome) {
            assertThat(kept.value()).asString(UTF_8).doesNotContain(patientId).contains("k1.");
        }
    }

    private static String expected(Outcome outcome, String patientId) {
        if (!(outcome instanceof TreatmentOutcome ofTreatment)) {
            return new String(OutcomeJson.write(outcome), UTF_8);
        }
        PatientPseudonym pseudonym = new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY))
                .ofHospital(HOSPITAL)
                .pseudonym(patientId);
        return new String(OutcomeJson.write(outcome), UTF_8)
                .replace(ofTreatment.patientId().value(), String.valueOf(pseudonym));
    }

    @Test
    void an_event_says_who_submitted_what_and_when() {
        Instant before = Instant.now();
        intake.submit(HOSPITAL, RawOutcomes.assessment("o-event"));
        intake.submit(HOSPITAL, RawOutcomes.assessment("o-event-2"));

        ConsumerRecord<String, byte[]> kept = kept("o-event");
        assertThat(kept.key()).isEqualTo(HOSPITAL);
        CloudEvent event = KafkaMessageFactory.createReader(kept).toEvent();
        assertThat(event.getType()).isEqualTo(EventType.OUTCOME_SUBMITTED_V1);
        assertThat(event.getSource()).hasToString("/hospitals/h-01");
        assertThat(event.getSubject()).isEqualTo("o-event");
        assertThat(event.getExtension(EventType.SUBMITTED_BY)).isEqualTo("client-of-h-01");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getTime())
                .isNotNull()
                .satisfies(time -> assertThat(time.toInstant()).isBetween(before, Instant.now()));
        assertThat(event.getId())
                .isNotEqualTo(KafkaMessageFactory.createReader(kept("o-event-2"))
                        .toEvent()
                        .getId());
        assertThat(kept.headers().lastHeader("ce_specversion").value())
                .asString(UTF_8)
                .isEqualTo("1.0");
    }

    @Test
    void takes_gzip() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(RawOutcomes.assessment("o-zipped").getBytes(UTF_8));
        }
        HttpResponse<String> answer =
                intake.send(intake.request("/v1/outcomes", intake.tokens().hospital(HOSPITAL))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(zipped.toByteArray())));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(kept("o-zipped").key()).isEqualTo(HOSPITAL);
    }

    @Test
    void warns_of_a_large_dose() {
        String injection = RawOutcomes.json(Examples.botoxRelief(), "P-1").replace("22.5", "250");
        HttpResponse<String> answer = intake.submit(HOSPITAL, injection);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"warnings\":[{\"code\":").contains("doseUnits");
    }

    @Test
    void tells_all_faults_at_once() {
        long before = intake.log().size();
        HttpResponse<String> answer =
                intake.submit(HOSPITAL, RawOutcomes.assessment("o-faulty", "E7").replace("2024-01-15", "2022-01-15"));
        assertProblem(answer, 422, "INVALID_OUTCOME");
        assertThat(answer.body())
                .contains("\"errors\":[{\"code\":\"")
                .contains("\"UNKNOWN_CODE\",\"field\":\"spasmGrade\",\"value\":\"E7\",\"message\":\"")
                .contains("\"BEFORE_TREATED\"")
                .contains("\"fix\":\"");
        assertThat(intake.log().size()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":", "", "  \n", "[1", "{} {}", "\u0000"})
    void refuses_what_is_not_json(String body) {
        assertProblem(intake.submit(HOSPITAL, body), 400, "MALFORMED_JSON");
    }

    @Test
    void refuses_what_is_nested_too_deeply() {
        assertProblem(intake.submit(HOSPITAL, "{\"patient\":" + "[".repeat(1000)), 400, "NESTED_TOO_DEEPLY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-ndjson", "nonsense", "*/*"})
    void names_the_type_that_a_path_takes(String type) {
        HttpResponse<String> answer =
                intake.send(intake.request("/v1/outcomes", intake.tokens().hospital(HOSPITAL))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("hello")));
        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.body()).contains("taken here: application/json, application/cloudevents+json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "\"text\""})
    void refuses_json_that_is_no_outcome(String body) {
        assertProblem(intake.submit(HOSPITAL, body), 422, "INVALID_OUTCOME");
    }

    @Test
    void refuses_an_outcome_of_another_hospital() {
        assertProblem(intake.submit("h-02", RawOutcomes.json(Examples.mvdOutcome(), "P-1")), 403, "OTHER_HOSPITAL");
    }

    @Test
    void refuses_who_may_not_submit() {
        String json = RawOutcomes.assessment("o-refused");
        assertProblem(with(intake.tokens().token("c", HOSPITAL, "records.read"), json), 403, "INSUFFICIENT_SCOPE");
        assertProblem(with(intake.tokens().researcher(), json), 403, "INSUFFICIENT_SCOPE");
        assertProblem(with(intake.tokens().token("c", null, "outcomes.submit"), json), 403, "NO_HOSPITAL");
        assertProblem(with(intake.tokens().token("c", "h/01", "outcomes.submit"), json), 403, "NO_HOSPITAL");
    }

    @Test
    void refuses_a_body_over_the_limit_and_takes_one_at_it() {
        String json = RawOutcomes.assessment("o-long");
        String longest = json + " ".repeat(64 * 1024 - json.length());
        assertThat(intake.submit(HOSPITAL, longest).statusCode()).isEqualTo(202);
        assertProblem(intake.submit(HOSPITAL, longest + " "), 413, "BODY_TOO_LONG");
        assertProblem(intake.submit(HOSPITAL, json.repeat(20_000)), 413, "BODY_TOO_LONG");
    }

    @Test
    void refuses_other_types_and_encodings() {
        String token = intake.tokens().hospital(HOSPITAL);
        assertProblem(
                intake.send(intake.request("/v1/outcomes", token)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("hello"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                intake.send(intake.request("/v1/outcomes", token)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "br")
                        .POST(BodyPublishers.ofString("hello"))),
                415,
                "UNSUPPORTED_ENCODING");
        assertProblem(
                intake.send(intake.request("/v1/outcomes", token)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("this is not gzip"))),
                400,
                "NOT_GZIP");
    }

    @Test
    void answers_other_paths_and_methods_with_problems() {
        String token = intake.tokens().hospital(HOSPITAL);
        assertProblem(intake.send(intake.request("/v1/nothing", token).GET()), 404, "NOT_FOUND");
        assertProblem(intake.send(intake.request("/v1/outcomes", token).GET()), 405, "METHOD_NOT_ALLOWED");
        assertProblem(intake.send(intake.request("/v1//outcomes", token).GET()), 400, "BAD_REQUEST");
    }

    @Test
    void health_and_metrics_are_open() {
        intake.submit(HOSPITAL, RawOutcomes.assessment("o-counted"));
        intake.submit(HOSPITAL, RawOutcomes.assessment("o-counted", "E8"));
        for (String path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            assertThat(open(path).body()).contains("\"status\":\"UP\"");
        }
        assertThat(open("/actuator/prometheus").body())
                .contains("hfs_intake_outcomes_accepted_total")
                .contains("hfs_intake_outcomes_rejected_total{application=\"intake-service\",code=\"UNKNOWN_CODE\"}")
                .contains("hfs_intake_publish_seconds_count{application=\"intake-service\",result=\"acknowledged\"}")
                .contains("kafka_producer");
        assertThat(open("/actuator/env").statusCode()).as("it is not there").isEqualTo(404);
    }

    private static HttpResponse<String> open(String path) {
        return intake.send(intake.request(path, "").setHeader("Authorization", ""));
    }

    private static HttpResponse<String> with(String token, String json) {
        return intake.send(intake.request("/v1/outcomes", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static ConsumerRecord<String, byte[]> kept(String outcomeId) {
        List<ConsumerRecord<String, byte[]>> records = intake.log().all().stream()
                .filter(record ->
                        new String(record.headers().lastHeader("ce_subject").value(), UTF_8).equals(outcomeId))
                .toList();
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body())
                .contains("\"status\":" + status)
                .contains("\"code\":\"" + code + "\"")
                .contains("\"type\":\"about:blank\"")
                .contains("\"title\":\"")
                .contains("\"detail\":\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
