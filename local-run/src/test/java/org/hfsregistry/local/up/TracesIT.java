package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.local.up.Hospital.assessment;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** The span of a client, in which it sends a request. */
    private static final String CLIENT = "00f067aa0ba902b7";

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
    void one_trace_goes_from_the_request_through_the_log_to_the_number() throws Exception {
        String trace = "1bf92f3577b34da6a3ce929d0e0e4736";
        Hospital hospital = new Hospital(run, "it-traced");
        assertThat(posted(hospital, "/v1/outcomes", trace, assessment("t-1", 1, "4711", "op-1", "E0"))
                        .statusCode())
                .isEqualTo(202);
        hospital.awaitCount(1, 1);

        ToldSpan post = awaited(trace, "http post /v1/outcomes", 1).getFirst();
        ToldSpan register = awaited(trace, REGISTER, 1).getFirst();
        ToldSpan count = awaited(trace, COUNT, 1).getFirst();
        assertThat(List.of(post, register, count))
                .extracting(ToldSpan::service)
                .containsExactly("intake", "registry-service", "analytics-service");
        assertThat(List.of(post, register, count))
                .extracting(ToldSpan::parent)
                .containsExactly(CLIENT, post.id(), register.id());
    }

    @Test
    void a_batch_has_one_trace_however_many_rows_it_has() throws Exception {
        String trace = "2bf92f3577b34da6a3ce929d0e0e4736";
        Hospital hospital = new Hospital(run, "it-traced-batch");
        String rows = IntStream.range(0, ROWS)
                .mapToObj(row -> assessment("b-" + row, 1, "patient-" + row, "op-" + row, "E0"))
                .collect(Collectors.joining("\n"));
        assertThat(posted(hospital, "/v1/outcomes/batch", trace, rows).body()).contains("\"accepted\":" + ROWS);
        hospital.awaitCount(ROWS, ROWS);

        ToldSpan batch = awaited(trace, "http post /v1/outcomes/batch", 1).getFirst();
        List<ToldSpan> registered = awaited(trace, REGISTER, ROWS);
        assertThat(registered)
                .hasSizeLessThan(ROWS)
                .extracting(ToldSpan::parent)
                .containsOnly(batch.id());
        assertThat(awaited(trace, COUNT, ROWS))
                .extracting(ToldSpan::parent)
                .isSubsetOf(registered.stream().map(ToldSpan::id).toList());
    }

    @Test
    void no_span_names_a_patient_or_what_a_hospital_sent() {
        asksAboutAPatient();

        await().atMost(Hospital.PATIENCE)
                .untilAsserted(() -> assertThat(receiver.spans())
                        .extracting(ToldSpan::name)
                        .contains("http delete /v1/patients/{*patientId}"));
        assertThat(receiver.bytes()).doesNotContain("MRN-8402", "x8402", "it-discreet");
    }

    @Test
    void each_line_of_the_logs_is_json_with_the_traces_id_and_names_no_patient() throws Exception {
        asksAboutAPatient();
        String trace = "3bf92f3577b34da6a3ce929d0e0e4736";
        HttpRequest.Builder export =
                HttpRequest.newBuilder(run.at(Server.ANALYTICS, "/v1/export/treatments?format=csv"));
        assertThat(sent(export, run.tokens().researcher(), trace).statusCode()).isEqualTo(200);

        for (String service : List.of("intake", "registry", "analytics")) {
            assertThat(log(service))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.path("@timestamp").asString(""))
                            .as("%s", line)
                            .isNotEmpty())
                    .noneMatch(line -> line.toString().contains("MRN-8402"));
        }
        assertThat(log("analytics"))
                .filteredOn(line -> line.path("traceId").asString("").equals(trace))
                .anyMatch(line -> line.path("message").asString("").startsWith("Export of "));
    }

    private static List<JsonNode> log(String service) throws IOException {
        Path file = new RunFolder(run.data()).logs().resolve(service + ".log");
        return Files.readAllLines(file).stream()
                // the JVM's own, such as those of native access
                .filter(line -> !line.startsWith("WARNING: "))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static void asksAboutAPatient() {
        Hospital hospital = new Hospital(run, "it-discreet");
        String outcome = assessment("outcome-x8402", 1, "MRN-8402-raw", "operation-x8402", "E0");
        hospital.submits(outcome.replace("outcome-x8402", "outcome-a").replace("operation-x8402", "op-a"));
        hospital.post("/v1/outcomes", "application/json", hospital.token(), outcome.replace("E0", "MRN-8402-raw"));
        LocalHttp.get(run.at(Server.REGISTRY, "/v1/outcomes/outcome-x8402"), hospital.token());
        LocalHttp.get(run.at(Server.REGISTRY, "/v1/treatments/operation-x8402/history"), hospital.token());
        LocalHttp.get(run.at(Server.REGISTRY, "/no-such-page/MRN-8402-raw?patient=MRN-8402-raw"), hospital.token());
        LocalHttp.delete(run.at(Server.REGISTRY, "/v1/patients/MRN-8402-raw?basis=consent"), hospital.token());
    }

    private static HttpResponse<String> posted(Hospital hospital, String path, String trace, String body)
            throws Exception {
        String type = path.endsWith("/batch") ? "application/x-ndjson" : "application/json";
        return sent(
                HttpRequest.newBuilder(run.at(Server.INTAKE, path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)),
                hospital.token(),
                trace);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request, String token, String trace) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request.header("Authorization", "Bearer " + token)
                            .header("traceparent", "00-" + trace + "-" + CLIENT + "-01")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** The spans of this name in a trace, once they stand for so many events; a span of a request stands for itself. */
    private static List<ToldSpan> awaited(String trace, String name, long events) {
        return await().atMost(Hospital.PATIENCE)
                .until(
                        () -> receiver.spans().stream()
                                .filter(span -> span.trace().equals(trace)
                                        && span.name().equals(name))
                                .toList(),
                        spans -> spans.stream()
                                        .mapToLong(span -> Math.max(1, span.events()))
                                        .sum()
                                >= events);
    }
}
