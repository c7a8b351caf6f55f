package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.local.up.Hospital.assessment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.up.OtlpReceiver.ToldSpan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a run tells of the way of an outcome where somebody has said where traces go. */
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
        run = SharedRun.alone(receiver.environment(), "--sample", "none");
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
        Hospital hospital = new Hospital(run, "it-discreet");
        String outcome = assessment("outcome-of-8402", 1, "MRN-8402", "operation-of-8402", "E0");
        hospital.submits(outcome.replace("outcome-of-8402", "outcome-a").replace("operation-of-8402", "op-a"));
        hospital.post("/v1/outcomes", "application/json", hospital.token(), outcome.replace("E0", "MRN-8402"));
        LocalHttp.get(run.at(Server.REGISTRY, "/v1/outcomes/outcome-of-8402"), hospital.token());
        LocalHttp.get(run.at(Server.REGISTRY, "/v1/treatments/operation-of-8402/history"), hospital.token());
        LocalHttp.get(run.at(Server.REGISTRY, "/no-such-page/MRN-8402?patient=MRN-8402"), hospital.token());
        LocalHttp.delete(run.at(Server.REGISTRY, "/v1/patients/MRN-8402?basis=consent"), hospital.token());

        await().atMost(Hospital.PATIENCE)
                .until(() -> receiver.spans().stream()
                        .map(ToldSpan::name)
                        .anyMatch("http delete /v1/patients/{patientId}"::equals));
        assertThat(receiver.bytes()).doesNotContain("8402").doesNotContain("it-discreet");
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
