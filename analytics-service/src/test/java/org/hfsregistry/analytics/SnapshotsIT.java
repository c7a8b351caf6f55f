package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers are frozen; then the data change, and another instance is started on them. */
class SnapshotsIT {
    private static final String N = "$.groups[?(@.hospitalId=='" + Examples.HOSPITAL + "')].n";

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("snapshots");

    private static final RunningAnalytics frozeIt = small.analytics();

    @SuppressWarnings("NullAway.Init")
    private static RunningAnalytics restarted;

    @SuppressWarnings("NullAway.Init")
    private static String id;

    @SuppressWarnings("NullAway.Init")
    private static String liveBefore;

    @BeforeAll
    static void freezes_changes_and_restarts() throws Exception {
        liveBefore = frozeIt.get("/v1/statistics/mvd-success").body();
        HttpResponse<String> made = freeze(frozeIt, "{\"title\":\"Before the change\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        id = JsonPath.read(made.body(), "$.id");
        assertThat(made.headers().firstValue("Location")).contains("/v1/snapshots/" + id);
        for (int i = 0; i < 12; i++) {
            small.registry()
                    .register(Case.of(Examples.HOSPITAL, "later-" + i, 500 + i)
                            .assessed(365, SpasmGrade.E0)
                            .document());
        }
        frozeIt.waitFor(small.registry().published());
        restarted = small.another();
    }

    @AfterAll
    static void stops() {
        restarted.close();
    }

    private static HttpResponse<String> freeze(RunningAnalytics analytics, String body) {
        return analytics.post(
                "/v1/snapshots",
                body,
                "Authorization",
                "Bearer " + analytics.tokens().admin());
    }

    private static String asOf(String path) {
        return path + (path.contains("?") ? "&" : "?") + "asOf=" + id;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String researcher() {
        return "Bearer " + restarted.tokens().researcher();
    }

    private static String code(HttpResponse<String> refused) {
        return JsonPath.read(refused.body(), "$.code");
    }

    @Test
    void a_frozen_number_is_the_one_that_was_and_the_live_one_has_moved_on() {
        String frozen = restarted.get(asOf("/v1/statistics/mvd-success")).body();

        assertThat(frozen).isEqualTo(liveBefore);
        assertThat(JsonPath.<List<Integer>>read(frozen, N)).containsExactly(60);
        assertThat(JsonPath.<List<Integer>>read(
                        restarted.get("/v1/statistics/mvd-success").body(), N))
                .containsExactly(72);
        assertThat(frozeIt.get(asOf("/v1/statistics/mvd-success")).body()).isEqualTo(frozen);
    }

    @Test
    void every_answer_is_there_by_its_address_with_its_checksum_for_everybody_and_for_researchers() throws Exception {
        for (String[] as : List.of(new String[0], new String[] {"Authorization", researcher()})) {
            HttpResponse<String> whole = restarted.get("/v1/snapshots/" + id, as);
            JsonNode snapshot = JsonMapper.shared().readTree(whole.body());
            StringBuilder lines = new StringBuilder();
            lines.append(snapshot.path("title").asString()).append('\n');
            lines.append(snapshot.path("frozenAt").asString()).append('\n');
            for (JsonNode number : snapshot.path("numbers")) {
                HttpResponse<String> answer = restarted.get(number.path("href").asString(), as);
                String checksum = number.path("checksum").asString();
                assertThat(answer.statusCode())
                        .as(number.path("href").asString())
                        .isEqualTo(200);
                assertThat(sha256(answer.body())).isEqualTo(checksum);
                assertThat(answer.headers().firstValue("ETag")).contains('"' + checksum + '"');
                assertThat(JsonMapper.shared().readTree(answer.body())).isEqualTo(number.path("answer"));
                assertThat(number.path("answer").has("positions")).isEqualTo(as.length > 0);
                lines.append(checksum)
                        .append("  ")
                        .append(number.path("question").asString())
                        .append('\n');
            }
            String checksum = sha256(lines.toString());
            assertThat(snapshot.path("numbers").size()).isGreaterThan(50);
            assertThat(snapshot.path("checksum").asString()).isEqualTo(checksum);
            assertThat(whole.headers().firstValue("ETag")).contains('"' + checksum + '"');
            assertThat(snapshot.has("positions")).isEqualTo(as.length > 0);
            assertThat(snapshot.path("definitions").size()).isEqualTo(13);
        }
    }

    @Test
    void all_answers_are_of_one_data_version() {
        JsonNode snapshot = JsonMapper.shared()
                .readTree(restarted.get("/v1/snapshots/" + id).body());
        long quality = snapshot.path("dataVersion").asLong();
        for (JsonNode number : snapshot.path("numbers")) {
            boolean withQuarantine = number.path("question").asString().startsWith("quality?")
                    || number.path("question").asString().equals("quality");
            assertThat(number.path("answer").path("dataVersion").asLong())
                    .as(number.path("question").asString())
                    .isEqualTo(withQuarantine ? quality : quality - 1);
        }
    }

    @Test
    void it_may_be_kept_for_ever_and_is_not_sent_twice() {
        String path = asOf("/v1/statistics/mvd-recurrence?by=year");
        HttpResponse<String> first = restarted.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        assertThat(restarted.get(path, "Authorization", researcher()).headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, private, immutable");
        assertThat(restarted.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(restarted.get("/v1/snapshots/" + id).headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, public, immutable");
        String whole = restarted
                .get("/v1/snapshots/" + id)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(restarted.get("/v1/snapshots/" + id, "If-None-Match", whole).statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_hospital_gets_what_everybody_does() {
        String path = asOf("/v1/statistics/mvd-success");
        String own = restarted
                .getAs(restarted.tokens().hospital(SmallRegistry.OTHER_HOSPITAL), path)
                .body();

        assertThat(own).isEqualTo(restarted.get(path).body());
        assertThat(JsonPath.<List<String>>read(own, N.replace("h-01", "h-02").replace(".n", ".status")))
                .containsExactly("insufficient-data");
    }

    @Test
    void some_hospitals_of_it_and_a_table_can_be_had() {
        HttpResponse<String> one = restarted.get(asOf("/v1/statistics/mvd-success?hospital=h-01&hospital=nowhere"));
        assertThat(JsonPath.<List<Object>>read(one.body(), "$.groups[*].hospitalId"))
                .containsExactly("h-01", "nowhere");
        assertThat(JsonPath.<List<Object>>read(one.body(), "$.groups[*].n")).containsExactly(60);
        assertThat(JsonPath.<String>read(one.body(), "$.groups[1].status")).isEqualTo("insufficient-data");
        assertThat(JsonPath.<List<String>>read(one.body(), "$.unknownHospitals"))
                .containsExactly("nowhere");
        HttpResponse<String> table = restarted.get(asOf("/v1/statistics/mvd-success"), "Accept", "text/csv");
        assertThat(table.body()).startsWith("row,definition,asOf,dataVersion,").contains("group,mvd-success/1,");
        assertThat(table.headers().firstValue("ETag"))
                .isNotEqualTo(restarted
                        .get(asOf("/v1/statistics/mvd-success"))
                        .headers()
                        .firstValue("ETag"));
        assertThat(JsonPath.<List<Object>>read(
                        restarted.get(asOf("/v1/hospitals?hospital=h-01")).body(), "$.groups[*].hospitalId"))
                .containsExactly("h-01");
    }

    @Test
    void what_is_usual_may_be_said() {
        assertThat(restarted
                        .get(asOf("/v1/statistics/mvd-success?grades=E0&at=365&level=0.950&by=hospital"))
                        .body())
                .isEqualTo(liveBefore);
    }

    @Test
    void what_was_not_frozen_is_refused_and_what_was_is_named() {
        HttpResponse<String> filtered = restarted.get(asOf("/v1/statistics/mvd-success?sex=female"));
        assertThat(filtered.statusCode()).isEqualTo(404);
        assertThat(code(filtered)).isEqualTo("NOT_FROZEN");
        List<String> frozen = JsonPath.read(filtered.body(), "$.frozen");
        assertThat(frozen).hasSize(24).allMatch(path -> restarted.get(path).statusCode() == 200);

        assertThat(code(restarted.get(asOf("/v1/statistics/mvd-success?by=year&hospital=h-01"))))
                .isEqualTo("NOT_FROZEN");
        assertThat(code(restarted.get(asOf("/v1/hospitals?level=0.9")))).isEqualTo("NOT_FROZEN");
        assertThat(code(restarted.get("/v1/statistics/mvd-success?asOf=20200101T000000Z-0123456789ab")))
                .isEqualTo("NO_SUCH_SNAPSHOT");
        assertThat(restarted.get("/v1/snapshots/20200101T000000Z-0123456789ab").statusCode())
                .isEqualTo(404);
    }

    @Test
    void wrong_parameters_are_refused_as_everywhere() {
        assertThat(code(restarted.get(asOf("/v1/statistics/mvd-success?sx=female"))))
                .isEqualTo("UNKNOWN_PARAMETER");
        assertThat(code(restarted.get("/v1/statistics/mvd-success?asOf=a&asOf=b")))
                .isEqualTo("WRONG_PARAMETER");
        assertThat(restarted.get(asOf("/v1/statistics/mvd-luck")).statusCode()).isEqualTo(404);
        assertThat(code(restarted.get(
                        asOf("/v1/statistics/monitoring"),
                        "Authorization",
                        "Bearer " + restarted.tokens().hospital("h-01"))))
                .isEqualTo("UNKNOWN_PARAMETER");
    }

    @Test
    void the_newest_is_listed_first() {
        String later = JsonPath.read(
                freeze(frozeIt, "{\"title\":\"After the change\"}").body(), "$.id");

        List<String> ids = JsonPath.read(restarted.get("/v1/snapshots").body(), "$.snapshots[*].id");
        assertThat(ids.indexOf(later)).isNotNegative().isLessThan(ids.indexOf(id));
        assertThat(JsonPath.<List<Integer>>read(
                        restarted
                                .get("/v1/statistics/mvd-success?asOf=" + later)
                                .body(),
                        N))
                .containsExactly(72);
    }

    @Test
    void only_an_admin_freezes_and_only_under_a_title() {
        for (String token :
                List.of(frozeIt.tokens().researcher(), frozeIt.tokens().hospital("h-01"))) {
            HttpResponse<String> refused =
                    frozeIt.post("/v1/snapshots", "{\"title\":\"Mine\"}", "Authorization", "Bearer " + token);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(code(refused)).isEqualTo("ADMIN_ONLY");
            assertThat(code(frozeIt.post("/v1/snapshots", "", "Authorization", "Bearer " + token)))
                    .as("who may is asked before what is wanted")
                    .isEqualTo("ADMIN_ONLY");
        }
        assertThat(frozeIt.post("/v1/snapshots", "{\"title\":\"Mine\"}").statusCode())
                .isEqualTo(403);
        for (String body : List.of(
                "",
                "no json",
                "[]",
                "{}",
                "{\"title\":\" \"}",
                "{\"title\":\"a\\nb\"}",
                "{\"title\":1}",
                "{\"title\":\"a\",\"note\":\"b\"}",
                "{\"title\":\"" + "a".repeat(201) + "\"}")) {
            HttpResponse<String> refused = freeze(frozeIt, body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(code(refused)).as(body).isEqualTo("WRONG_TITLE");
            assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains("{\"title\": ");
        }
    }
}
