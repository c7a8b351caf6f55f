package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.description.ApiDescription;
import org.hfsregistry.description.fixture.Exchanges;
import org.hfsregistry.description.fixture.Mappings;
import org.hfsregistry.description.fixture.OpenApi;
import org.hfsregistry.description.fixture.OpenApi.RequestExample;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** The description of intake, held against its controllers and against requests and answers of a running one. */
class OpenApiIT {

    private static final String HOSPITAL = Examples.HOSPITAL;
    private static final String ONE = "/v1/outcomes";
    private static final String MANY = "/v1/outcomes/batch";
    private static final String PSEUDONYMS = "/v1/pseudonyms";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String FHIR = "application/fhir+json";

    private static final String AT_422 =
            "/paths/~1v1~1outcomes/post/responses/422/content/application~1problem+json/examples/several/value";
    private static final String AT_REPORT =
            "/paths/~1v1~1outcomes~1batch/post/responses/200/content/application~1x-ndjson/examples/report/value";

    private static final OpenApi DESCRIPTION = OpenApi.ofThisService();
    private static final String LONGEST_AND_ONE = "x".repeat(1024 * 1024 + 1);

    private final Exchanges exchanges = new Exchanges(DESCRIPTION);

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "openapi.");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void every_path_method_media_type_and_parameter_is_described_and_nothing_else() {
        assertThat(Mappings.of(DESCRIPTION)).isEqualTo(Mappings.of(intake.mappings(), OpenApiIT::isForMachines));
    }

    @Test
    void it_is_served_to_everybody() {
        HttpResponse<String> json = exchange("GET", "/openapi.json", "", "", "");
        HttpResponse<String> yaml = exchange("GET", "/openapi.yaml", "", "", "");

        assertThat(JsonMapper.shared().readTree(json.body())).isEqualTo(DESCRIPTION.document());
        assertThat(yaml.body())
                .isEqualTo(new String(ApiDescription.ofThisService().yaml(), UTF_8));
    }

    @Test
    void every_example_is_taken_and_the_answers_are_as_described() {
        List<RequestExample> examples = DESCRIPTION.requestExamples();
        assertThat(examples).hasSizeGreaterThan(10);
        for (RequestExample example : examples) {
            HttpResponse<String> answer = post(example.operation().path(), example.mediaType(), example.body());
            assertThat(answer.statusCode()).as("%s: %s", example, answer.body()).isBetween(200, 299);
            assertThat(answer.body())
                    .as("%s", example)
                    .doesNotContain("\"status\":\"rejected\"", "422 Unprocessable Entity");
        }
    }

    @Test
    void its_faulty_examples_are_told_in_these_words() {
        String ofOne = RawOutcomes.assessment("o-2", "E7").replace("2024-01-15", "2023-01-01");
        assertThat(JsonMapper.shared().readTree(post(ONE, JSON, ofOne).body()))
                .isEqualTo(DESCRIPTION.document().at(AT_422));

        String lines = String.join(
                "\n",
                RawOutcomes.assessment("o-mvd-1"),
                RawOutcomes.assessment("o-mvd-3"),
                RawOutcomes.assessment("o-mvd-2", "E7"));
        assertThat(post(MANY, NDJSON, lines).body())
                .isEqualTo(DESCRIPTION.document().at(AT_REPORT).asString());
    }

    @Test
    void what_is_refused_is_answered_as_described() {
        String good = RawOutcomes.assessment("o-1");
        String bad = RawOutcomes.assessment("o-2", "E7").replace("2024-01-15", "2022-01-15");
        post(ONE, JSON, good);
        post(ONE + "?dryRun=true", JSON, good);
        post(ONE + "?dryRun=perhaps", JSON, good);
        post(ONE + "?dryrun=true", JSON, good);
        post(ONE, JSON, "{");
        assertThat(post(ONE, JSON, bad).body()).contains("UNKNOWN_CODE", "BEFORE_TREATED");
        post(ONE, "application/cloudevents+json", "{\"data\":{}}");
        post(ONE, JSON, good.replace("{", "{\"hospitalId\":\"h-other\","));
        post(ONE, JSON, LONGEST_AND_ONE);
        post(ONE, "text/plain", good);
        post(MANY + "?rows=all", NDJSON, good + "\n" + bad + "\n{\n");
        post(MANY + "?dryRun=true", JSON, "[" + good + "," + bad + "]");
        post(MANY, JSON, "{}");
        post(MANY + "?rows=some", NDJSON, good);
        assertThat(post(MANY, "text/csv", "type;outcomeld;spasmgrade\n").body()).contains("INVALID_HEADER");
        post(MANY, "text/csv;charset=ISO-8859-1", "type\n");
        post(MANY + "?type=mvd", "text/csv", "outcomeId\n");
        bundles();
        pseudonyms();
        for (String path : List.of(ONE, MANY, "/fhir", PSEUDONYMS)) {
            String type = path.equals(MANY) ? NDJSON : JSON;
            exchange("POST", path, type, good, "");
            exchange("POST", path, type, good, "no.token");
            exchange("POST", path, type, good, intake.tokens().researcher());
            exchange("POST", path, type, good, intake.tokens().token("c", null, "outcomes.submit"));
        }

        assertThat(exchanges.unseen())
                .as(
                        "described, and asked for elsewhere: SlowClientsIT, RateIT, BrokerAwayIT, BatchesIT; no bug is known that answers 500")
                .containsExactlyInAnyOrder(
                        "GET /openapi.json 200",
                        "GET /openapi.json 500",
                        "GET /openapi.yaml 200",
                        "GET /openapi.yaml 500",
                        "POST /fhir 408",
                        "POST /fhir 429",
                        "POST /fhir 500",
                        "POST /fhir 503",
                        "POST /v1/outcomes 408",
                        "POST /v1/outcomes 429",
                        "POST /v1/outcomes 500",
                        "POST /v1/outcomes 503",
                        "POST /v1/outcomes/batch 408",
                        "POST /v1/outcomes/batch 429",
                        "POST /v1/outcomes/batch 500",
                        "POST /v1/outcomes/batch 503",
                        "POST /v1/pseudonyms 408",
                        "POST /v1/pseudonyms 429",
                        "POST /v1/pseudonyms 500");
    }

    private void bundles() {
        post("/fhir", FHIR, "{}");
        post("/fhir?dryRun=true", FHIR, bundle());
        post("/fhir?dryRun=perhaps", FHIR, bundle());
        post("/fhir", FHIR, bundle().replace("\"valueInteger\":5", "\"valueInteger\":-5"));
        post(
                "/fhir",
                FHIR,
                bundle().replace("\"valueInteger\":5", "\"valueInteger\":-5").replace("\"batch\"", "\"transaction\""));
        post("/fhir", "application/fhir+xml", "<Bundle/>");
        post("/fhir", FHIR, LONGEST_AND_ONE);
    }

    private void pseudonyms() {
        post(PSEUDONYMS, JSON, "{\"patientIds\":[\"MRN-17\"]}");
        post(PSEUDONYMS, JSON, "{}");
        post(PSEUDONYMS, JSON, LONGEST_AND_ONE);
        post(PSEUDONYMS, "text/plain", "MRN-17");
    }

    /** Pages are for people, and so is signing in to them. */
    private static boolean isForMachines(HandlerMethod handler) {
        String room = handler.getBeanType().getPackageName();
        return !room.startsWith("org.hfsregistry.intake.page") && !room.startsWith("org.hfsregistry.access");
    }

    private static String bundle() {
        return DESCRIPTION.requestExamples().stream()
                .filter(example -> example.mediaType().equals(FHIR))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return exchange("POST", path, type, body, intake.tokens().hospital(HOSPITAL));
    }

    private HttpResponse<String> exchange(String method, String path, String type, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        request.method(method, method.equals("POST") ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
        HttpResponse<String> answer = intake.send(request);
        exchanges.assertDescribed(request.build(), answer);
        return answer;
    }
}
