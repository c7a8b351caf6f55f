package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.local.up.Hospital.assessment;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.up.OtlpReceiver.ToldSpan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run tells of the way of an outcome where somebody has said where traces go, and wants logs as JSON. */
class TracesIT {

    private static final String POST = "http post /v1/outcomes";
    private static final String BATCH = "http post /v1/outcomes/batch";
    private static final String REGISTER = "register";
    private static final String COUNT = "count";
    private static final int ROWS = 200;

    private static OtlpReceiver receiver;
    private static SharedRun run;

    @BeforeAll
    static void start() throws Exception {
        receiver = OtlpReceiver.start();
        Map<String, String> environment = new HashMap<>(receiver.environment());
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        run = SharedRun.alone(environment, "--sample", "none");
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void one_trace_goes_from_the_request_through_the_log_to_the_number() {
        Hospital hospital = new Hospital(run, "it-traced");
        hospital.submits(assessment("t-1", 1, "4711", "op-1", "E0"));
        hospital.awaitCount(1, 1);

        ToldSpan post = awaited(POST, "", 1).getFirst();
        ToldSpan register = awaited(REGISTER, post.id(), 1).getFirst();
        ToldSpan count = awaited(COUNT, register.id(), 1).getFirst();
        assertThat(List.of(post, register, count))
                .extracting(ToldSpan::service)
                .containsExactly("intake", "registry-service", "analytics-service");
        assertThat(List.of(register, count)).extracting(ToldSpan::trace).containsOnly(post.trace());
    }

    @Test
    void a_batch_has_one_trace_however_many_rows_it_has() {
        Hospital hospital = new Hospital(run, "it-traced-batch");
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> assessment("b-" + row, 1, "patient-" + row, "op-" + row, "E0"))
                .collect(Collectors.joining("\n"));
        Answer answer = hospital.post("/v1/outcomes/batch", "application/x-ndjson", hospital.token(), rows);
        assertThat(answer.text()).contains("\"accepted\":" + ROWS);
        hospital.awaitCount(ROWS, ROWS);

        ToldSpan batch = awaited(BATCH, "", 1).getFirst();
        List<ToldSpan> registered = awaited(REGISTER, batch.id(), ROWS);
        long counted = registered.stream()
                .flatMap(register -> awaited(COUNT, register.id(), register.events()).stream())
                .mapToLong(ToldSpan::events)
                .sum();
        assertThat(counted).isEqualTo(ROWS);
        assertThat(receiver.spans().stream()
                        .filter(span -> span.trace().equals(batch.trace()))
                        .filter(span -> span.service().equals("intake")))
                .hasSize(1);
    }

    @Test
    void no_span_names_a_patient_or_what_a_hospital_sent() {
        asksAboutAPatient();

        await().atMost(Hospital.PATIENCE)
                .until(() -> receiver.spans().stream()
                        .map(ToldSpan::name)
                        .anyMatch("http delete /v1/patients/{patientId}"::equals));
        assertThat(receiver.bytes()).doesNotContain("8402").doesNotContain("it-discreet");
    }

    @Test
    void each_line_of_the_logs_is_json_with_the_traces_id_and_names_no_patient() throws Exception {
        asksAboutAPatient();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpRequest export = HttpRequest.newBuilder(run.at(Server.ANALYTICS, "/v1/export/treatments?format=csv"))
                .header("Authorization", "Bearer " + run.tokens().researcher())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(export, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }

        for (String service : List.of("intake", "registry", "analytics")) {
            assertThat(log(service))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.path("@timestamp").asString())
                            .as("%s", line)
                            .isNotEmpty())
                    .noneMatch(line -> line.toString().contains("8402"));
        }
        await().atMost(Hospital.PATIENCE)
                .until(() -> log("analytics").stream()
                        .filter(line -> line.path("traceId").asString("").equals(trace))
                        .anyMatch(line -> line.path("message").asString().startsWith("Export of ")));
    }

    private static List<JsonNode> log(String service) throws IOException {
        Path file = new RunFolder(run.data()).logs().resolve(service + ".log");
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static void asksAboutAPatient() {
        Hospital hospital = new Hospital(run, "it-discreet");
        String outcome = assessment("outcome-of-8402", 1, "MRN-8402", "operation-of-8402", "E0");
        hospital.submits(outcome.replace("outcome-of-8402", "outcome-a").replace("operation-of-8402", "op-a"));
        hospital.post("/v1/outcomes", "application/json", hospital.token(), outcome.replace("E0", "MRN-8402"));
        LocalHttp.get(run.at(Server.REGISTRY, "/v1/outcomes/outcome-of-8402"), hospital.token());
        LocalHttp.get(run.at(Server.REGISTRY, "/v1/treatments/operation-of-8402/history"), hospital.token());
        LocalHttp.get(run.at(Server.REGISTRY, "/no-such-page/MRN-8402?patient=MRN-8402"), hospital.token());
        LocalHttp.delete(run.at(Server.REGISTRY, "/v1/patients/MRN-8402?basis=consent"), hospital.token());
    }

    /** The spans of this name that go on from that one, once they stand for so many events; a span of a request stands for itself. */
    private static List<ToldSpan> awaited(String name, String parent, long events) {
        return await().atMost(Hospital.PATIENCE)
                .until(
                        () -> receiver.spans().stream()
                                .filter(span ->
                                        span.name().equals(name) && span.parent().equals(parent))
                                .toList(),
                        spans -> spans.stream()
                                        .mapToLong(span -> Math.max(1, span.events()))
                                        .sum()
                                >= events);
    }
}
