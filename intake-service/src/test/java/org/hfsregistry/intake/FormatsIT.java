package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.intake.running.WrittenTable;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One and the same outcomes in whichever format are one and the same events. */
class FormatsIT {

    private static final String HOSPITAL = Examples.HOSPITAL;
    private static final String CSV = "text/csv";
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final String EVENT = """
            {"specversion":"1.0","id":"7","source":"/h","type":"org.hfsregistry.outcome-submitted.v1","data":%s}""";

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "formats.");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    private record Event(String key, String subject, String outcome) {}

    @Test
    void the_same_outcomes_are_the_same_events_in_every_format() {
        List<String> outcomes = Examples.ofEachType().stream()
                .map(outcome -> RawOutcomes.json(outcome, "MRN 17"))
                .toList();
        List<Event> lines = published(
                () -> assertTaken(outcomes.size(), batch("application/x-ndjson", String.join("\n", outcomes))));

        assertThat(lines).hasSize(outcomes.size());
        assertThat(published(() -> assertTaken(
                        outcomes.size(), batch("application/json", "[" + String.join(",\n", outcomes) + "]"))))
                .isEqualTo(lines);
        for (char separator : new char[] {',', ';', '\t'}) {
            assertThat(published(() -> assertTaken(
                            outcomes.size(), batch("text/csv; charset=utf-8", WrittenTable.of(outcomes, separator)))))
                    .isEqualTo(lines);
        }
        assertThat(published(() -> outcomes.forEach(outcome -> assertThat(
                                event("", EVENT.formatted(outcome)).statusCode())
                        .isEqualTo(202))))
                .isEqualTo(lines);
    }

    @Test
    void an_array_that_is_broken_in_the_middle_is_taken_up_to_there() {
        String array = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> RawOutcomes.assessment("a-" + i))
                .map(outcome -> outcome.contains("a-4") ? outcome.replace("}", "") : outcome)
                .toList()
                .toString();

        HttpResponse<String> answer = batch("application/json", array);

        assertThat(answer.body().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"row\":4,\"status\":\"rejected\",\"errors\":[{\"code\":\"MALFORMED_JSON\"");
        assertThat(answer.body()).contains("\"received\":4,\"accepted\":3,\"rejected\":1");
        assertProblem(batch("application/json", RawOutcomes.assessment("a-6")), 400, "NOT_AN_ARRAY");
    }

    @Test
    void a_table_tells_rows_by_line_and_fields_by_column() {
        List<Event> events = published(() -> {
            HttpResponse<String> answer = batch(CSV, """
                    record_id;type;outcomeId;patientId;treatmentId;side;treatedOn;assessedOn;spasmGrade;spasmReductionPct
                    1;mvd-outcome;c-1;P 1;t-1;left;2023-01-10;2024-01-15;E0;97,5

                    2;mvd-outcome;c-2;P 2;t-2;left;10.1.2023;2024-01-15;E9;97,5
                    """);
            assertThat(answer.body().lines().toList())
                    .satisfiesExactly(
                            row -> assertThat(row)
                                    .startsWith("{\"row\":4,\"outcomeId\":\"c-2\",\"status\":\"rejected\"")
                                    .contains("\"code\":\"NOT_A_DATE\",\"field\":\"treatedOn\",\"value\":\"10.1.2023\"")
                                    .contains("\"code\":\"UNKNOWN_CODE\",\"field\":\"spasmGrade\",\"value\":\"E9\""),
                            summary -> assertThat(summary)
                                    .contains(
                                            "\"received\":2,\"accepted\":1,\"rejected\":1,\"dryRun\":false,\"warnings\":[")
                                    .containsOnlyOnce("IGNORED_COLUMN"));
        });
        assertThat(events).extracting(Event::subject).containsExactly("c-1");
    }

    @Test
    void a_table_with_an_unknown_column_is_refused_before_a_row_is_taken() {
        assertThat(published(() -> {
                    HttpResponse<String> answer =
                            batch(CSV, "type,outcomeId,retracts,reson\nretraction,c-9,c-1,entered twice\n");
                    assertProblem(answer, 400, "INVALID_HEADER");
                    assertThat(answer.body())
                            .contains("\"code\":\"UNKNOWN_COLUMN\",\"field\":\"reson\"", "did you mean reason?");
                }))
                .isEmpty();
    }

    @Test
    void an_export_of_redcap_is_taken_with_the_type_in_the_address() {
        String table = """
                record_id,outcome_id,patient_id,treatment_id,side,treated_on,assessed_on,spasm_grade,\
                patient_triggers___cold,patient_triggers___speaking_chewing,assessment_complete
                1,rc-1,P-1,T-rc-1,left,2024-01-10,2025-01-12,E0,1,1,2
                2,rc-2,P-2,T-rc-2,left,2024-01-10,2025-01-12,E0,0,0,2
                3,rc-3,P-3,T-rc-3,left,2024-01-10,2025-01-12,E0,yes,0,2
                """;

        String answer = batch("?type=mvd-outcome", CSV, table).body();

        assertThat(answer)
                .contains("\"row\":4", "\"code\":\"NOT_A_CHECKBOX\",\"field\":\"patient_triggers___cold\"")
                .contains("\"received\":3,\"accepted\":2,\"rejected\":1")
                .contains("\"code\":\"IGNORED_COLUMN\",\"field\":\"record_id\"");
        assertThat(intake.log().all().stream()
                        .map(record -> new String(record.value(), UTF_8))
                        .toList())
                .anySatisfy(outcome ->
                        assertThat(outcome).contains("\"rc-1\"", "\"triggers\":[\"cold\",\"speaking-chewing\"]"))
                .anySatisfy(outcome -> assertThat(outcome).contains("\"rc-2\"").doesNotContain("triggers"));
        assertProblem(batch("?type=mvd", CSV, table), 400, "UNKNOWN_TYPE");
        assertProblem(batch("?type=mvd-outcome", "application/x-ndjson", "{}"), 400, "UNKNOWN_PARAMETER");
    }

    @Test
    void refuses_other_charsets_than_utf_8() {
        assertProblem(batch("text/csv; charset=windows-1252", "type,outcomeId\n"), 415, "UNSUPPORTED_CHARSET");
    }

    static Stream<Path> examples() throws Exception {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_tables_of_the_documentation_are_taken_whole(Path example) throws Exception {
        HttpResponse<String> answer = batch(CSV, Files.readString(example));

        assertThat(answer.body()).doesNotContain("warnings").contains("\"rejected\":0");
        assertThat(answer.body()).doesNotContain("\"received\":0");
    }

    @Test
    void the_faults_of_an_events_outcome_are_told_within_its_data() {
        HttpResponse<String> faulty = event("", EVENT.formatted(RawOutcomes.assessment("e-1", "E9")));
        assertProblem(faulty, 422, "INVALID_OUTCOME");
        assertThat(faulty.body()).contains("\"field\":\"data.spasmGrade\",\"value\":\"E9\"");

        HttpResponse<String> unknown =
                event("", EVENT.replace("outcome-submitted", "order-placed").formatted(RawOutcomes.assessment("e-2")));
        assertProblem(unknown, 422, "INVALID_EVENT");
        assertThat(unknown.body()).contains("\"field\":\"type\"", "send org.hfsregistry.outcome-submitted.v1");
    }

    @Test
    void a_dry_run_of_one_outcome_publishes_nothing() {
        String outcome = RawOutcomes.assessment("d-1");
        List<Event> events = published(() -> {
            for (HttpResponse<String> answer : List.of(
                    single("?dryRun=true", "application/json", outcome),
                    event("?dryRun=true", EVENT.formatted(outcome)))) {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("Location")).isEmpty();
                assertThat(answer.body()).isEqualTo("""
                        {"outcomeId":"d-1","hospitalId":"h-01","revision":1,"status":"accepted","dryRun":true,"warnings":[]}""");
            }
            HttpResponse<String> faulty =
                    single("?dryRun=true", "application/json", RawOutcomes.assessment("d-2", "E9"));
            assertProblem(faulty, 422, "INVALID_OUTCOME");
        });
        assertThat(events).isEmpty();
        assertProblem(single("?dryRun=yes", "application/json", outcome), 400, "UNKNOWN_DRY_RUN");
    }

    private static List<Event> published(Runnable submission) {
        int before = intake.log().all().size();
        submission.run();
        return intake.log().all().stream()
                .skip(before)
                .map(record -> new Event(
                        record.key(),
                        new String(record.headers().lastHeader("ce_subject").value(), UTF_8),
                        new String(record.value(), UTF_8)))
                .toList();
    }

    private static void assertTaken(int rows, HttpResponse<String> answer) {
        assertThat(answer.body())
                .isEqualTo("{\"summary\":{\"received\":%1$d,\"accepted\":%1$d,\"rejected\":0,\"dryRun\":false}}\n"
                        .formatted(rows));
    }

    private static HttpResponse<String> batch(String contentType, String body) {
        return batch("", contentType, body);
    }

    private static HttpResponse<String> batch(String parameters, String contentType, String body) {
        return intake.submitBatch(HOSPITAL, parameters, contentType, BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> event(String parameters, String event) {
        return single(parameters, "application/cloudevents+json; charset=utf-8", event);
    }

    private static HttpResponse<String> single(String parameters, String contentType, String body) {
        return intake.send(
                intake.request("/v1/outcomes" + parameters, intake.tokens().hospital(HOSPITAL))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
