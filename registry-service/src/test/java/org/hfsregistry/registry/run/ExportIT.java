package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports by HTTP: what is in them, and that one which broke off can't be taken for a whole one. */
class ExportIT extends OneRegistry {

    private static final String LARGE = "h-large";
    private static final String BROKEN = "h-broken";
    private static final int MANY = 400;

    @BeforeAll
    static void start() {
        List<Outcome> outcomes = new ArrayList<>(Examples.ofEachType());
        outcomes.add(assessment(Examples.HOSPITAL, 1, 2, SpasmGrade.E2));
        outcomes.add(assessment(Examples.HOSPITAL, 1, 1, SpasmGrade.E1));
        outcomes.add(assessment(Examples.HOSPITAL, 2, 1, SpasmGrade.E1));
        outcomes.add(assessment(Examples.HOSPITAL, 2, 1, SpasmGrade.E0));
        outcomes.add(assessment(Examples.HOSPITAL, 3, 1, SpasmGrade.E0));
        outcomes.add(new Retraction("r-3", 1, Examples.HOSPITAL, "o-003", "the wrong patient"));
        IntStream.range(0, MANY).forEach(number -> {
            outcomes.add(assessment(LARGE, number, 1, SpasmGrade.E0));
            outcomes.add(assessment(BROKEN, number, 1, SpasmGrade.E0));
        });
        surroundings.submit(outcomes);
        registry = Registry.start(surroundings);
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
        registry.database()
                .getCollection("treatments")
                .updateOne(Filters.eq("_id", BROKEN + "/t-398"), Updates.set("treatment.version", "none"));
    }

    @Test
    void has_what_counts_and_nothing_else() {
        Registry.Answer answer = registry.get(Examples.HOSPITAL, "/v1/export");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Content-Disposition")).contains("filename=\"outcomes-h-01.ndjson\"");
        assertThat(outcomes(answer))
                .containsExactly(
                        Examples.eligibleCases(),
                        Examples.hospitalProfile(),
                        assessment(Examples.HOSPITAL, 1, 2, SpasmGrade.E2),
                        assessment(Examples.HOSPITAL, 2, 1, SpasmGrade.E1),
                        Examples.botoxRelief(),
                        Examples.medicationResponse(),
                        Examples.followUpEnded(),
                        Examples.mvdOutcome());
    }

    @Test
    void submitted_again_all_of_it_is_a_duplicate() {
        List<Outcome> exported = outcomes(registry.get(LARGE, "/v1/export?format=ndjson"));
        assertThat(exported).hasSize(MANY);

        surroundings.submit(exported);
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));

        assertThat(exported)
                .allSatisfy(outcome -> assertThat(registry.get(LARGE, "/v1/outcomes/" + outcome.outcomeId())
                                .json()
                                .get("status")
                                .asString())
                        .isEqualTo("duplicate"));
    }

    @Test
    void a_table_has_a_header_and_a_row_each() {
        Registry.Answer answer = registry.get(LARGE, "/v1/export?format=csv");

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.response().body().lines())
                .hasSize(MANY + 1)
                .first()
                .satisfies(header -> assertThat(header).startsWith("type,outcomeId,revision,hospitalId,patientId"));
    }

    @Test
    void a_hospital_without_records_exports_none() {
        assertThat(registry.get("h-none", "/v1/export").response().body()).isEmpty();
        assertThat(registry.get("h-none", "/v1/export?format=csv")
                        .response()
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void an_admin_exports_one_or_all() throws Exception {
        assertThat(outcomes(registry.getAsAdmin("/v1/export?hospitalId=" + LARGE)))
                .extracting(Outcome::hospitalId)
                .hasSize(MANY)
                .containsOnly(LARGE);
        assertThatIOException().as("all has the broken one").isThrownBy(() -> whole("/v1/export", TOKENS.admin(), ""));
    }

    @Test
    void it_is_zipped_where_that_is_asked_for() throws Exception {
        HttpResponse<byte[]> zipped = whole("/v1/export", TOKENS.hospital(LARGE), "gzip");
        HttpResponse<byte[]> plain = whole("/v1/export", TOKENS.hospital(LARGE), "");

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/export?format=ndjson", "/v1/export?format=csv"})
    void one_that_breaks_off_does_not_look_whole(String path) {
        String token = TOKENS.hospital(BROKEN);

        assertThatIOException().isThrownBy(() -> whole(path, token, ""));
        assertThatIOException().isThrownBy(() -> whole(path, token, "gzip"));
        await().untilAsserted(() -> assertThat(registry.stored("accesses").values())
                .anySatisfy(access -> {
                    assertThat(access.getString("result")).isEqualTo("broken-off");
                    assertThat(access.getString("hospitalId")).isEqualTo(BROKEN);
                    assertThat(access.getLong("records")).isEqualTo(398);
                }));
    }

    @Test
    void a_format_that_is_none_is_a_problem() {
        Registry.Answer answer = registry.get(LARGE, "/v1/export?format=xlsx");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).isEqualTo("The parameter format must be ndjson or csv.");
    }

    private static HttpResponse<byte[]> whole(String path, String token, String encoding)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + registry.port() + path))
                .header("Authorization", "Bearer " + token);
        if (!encoding.isEmpty()) {
            request.header("Accept-Encoding", encoding);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        }
    }

    private static List<Outcome> outcomes(Registry.Answer answer) {
        return answer.response().body().lines().map(ExportIT::outcome).toList();
    }

    private static Outcome outcome(String line) {
        return ((OutcomeReading.Accepted) OutcomeJson.read(line.getBytes(UTF_8), Submission.REGISTRY)).outcome();
    }

    private static Outcome assessment(String hospitalId, int number, int revision, SpasmGrade grade) {
        return Examples.assessment(
                hospitalId,
                "o-%03d".formatted(number),
                revision,
                "t-%03d".formatted(number),
                Examples.patient(number),
                Examples.TREATED,
                365,
                grade);
    }
}
