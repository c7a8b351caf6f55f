package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsIT {

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("refusals");

    private static final RunningAnalytics analytics = small.analytics();

    @Test
    void a_bad_token_is_refused_and_none_is_everybody() {
        HttpResponse<String> refused = analytics.getAs("nonsense", "/v1/hospitals");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("BAD_TOKEN");
        assertThat(analytics.get("/v1/hospitals").statusCode()).isEqualTo(200);
    }

    @Test
    void a_statistic_that_there_is_not_is_told_those_there_are() {
        for (String asked : List.of("mvd-sucess", "mvd-sucess?asOf=any")) {
            HttpResponse<String> none = analytics.get("/v1/statistics/" + asked);

            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(JsonPath.<String>read(none.body(), "$.code")).isEqualTo("NOT_FOUND");
            assertThat(JsonPath.<String>read(none.body(), "$.detail"))
                    .startsWith("There is no statistic of this name. Did you mean mvd-success? There are mvd-success, ")
                    .contains("quality, ")
                    .endsWith("monitoring.");
        }
    }

    @Test
    void a_hospital_of_which_nobody_knows_is_one_of_too_few_and_is_said_to_be_unknown() {
        String known = JsonPath.<List<String>>read(
                        analytics.get("/v1/hospitals").body(), "$.groups[*].hospitalId")
                .getFirst();
        for (String path :
                List.of("/v1/hospitals?", "/v1/statistics/mvd-success?", "/v1/statistics/quality?by=year&")) {
            String answer = analytics.get(path + "hospital=nobody").body();
            assertThat(JsonPath.<List<String>>read(answer, "$.unknownHospitals"))
                    .as(path)
                    .containsExactly("nobody");
            assertThat(JsonPath.<String>read(answer, "$.note")).contains("a hospital nobody", "/v1/hospitals");
            assertThat(analytics.get(path + "hospital=" + known).body())
                    .doesNotContain("unknownHospitals", "Nothing is known of");
        }
        assertThat(JsonPath.<List<String>>read(
                        analytics
                                .get("/v1/statistics/mvd-success?hospital=nobody")
                                .body(),
                        "$.groups[*].status"))
                .containsExactly("insufficient-data");
    }

    @Test
    void a_path_that_there_is_not_is_told_the_nearest_and_a_method_those_that_are_taken() {
        HttpResponse<String> none = analytics.get("/v1/hospital");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(none.body(), "$.detail")).contains("Did you mean /v1/hospitals?");

        HttpResponse<String> posted = analytics.post("/v1/hospitals", "{}");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(JsonPath.<String>read(posted.body(), "$.detail")).isEqualTo("This path takes GET.");
    }

    @Test
    void a_filter_that_is_not_known_is_refused_and_not_ignored() {
        HttpResponse<String> refused = analytics.get("/v1/statistics/mvd-success?vesel=aica");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(JsonPath.<String>read(refused.body(), "$.parameter")).isEqualTo("vesel");
        assertThat(JsonPath.<String>read(refused.body(), "$.detail"))
                .contains("did you mean vessel?")
                .contains("repeatOperation, grades, at");
    }

    @Test
    void a_parameter_that_is_like_none_is_refused_without_a_guess() {
        HttpResponse<String> refused = analytics.get("/v1/statistics/mvd-success?foo=1");

        assertThat(JsonPath.<String>read(refused.body(), "$.detail"))
                .doesNotContain("did you mean")
                .contains("from, to");
    }

    @ParameterizedTest
    @CsvSource({"sex=female&from=2020-01-01, sex", "sex=female&etiology=tumour, etiology", "sex=female&by=year, by"})
    void of_traits_that_may_not_be_asked_for_together_one_is_named(String query, String parameter) {
        HttpResponse<String> refused = analytics.get("/v1/statistics/mvd-success?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.parameter")).isEqualTo(parameter);
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains("no other filter or grouping");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvd-success?grades=E9",
                "mvd-success?grades=E0,T0",
                "mvd-success?at=180",
                "mvd-success?at=90&at=365",
                "mvd-recurrence?gap=-1",
                "mvd-recurrence?gap=soon",
                "mvd-recurrence?gap=%2B90",
                "mvd-recurrence?gap=91",
                "mvd-recurrence?gap=91&hospital=h-01",
                "botox-relief?level=0x1p-1",
                "botox-relief?level=0.95d",
                "botox-relief?level=%200.95",
                "botox-relief?level=95",
                "botox-relief?by=month",
                "mvd-success?by=product",
                "botox-relief?by=product&hospital=h-01&hospital=h-02",
                "mvd-success?from=2020-02-30",
                "mvd-success?from=2020-01-02",
                "mvd-success?to=2020-06-30",
                "mvd-success?from=2021-01-01&to=2020-12-31",
                "mvd-success?ageFrom=45",
                "mvd-success?ageFrom=60&ageTo=49",
                "mvd-success?sex=f",
                "mvd-success?sex=female&vessel=aica",
                "mvd-success?repeatOperation=yes",
                "botox-relief?by=product&sex=female",
                "botox-relief?by=network&hospital=h-01",
                "botox-relief?hospital=a/b"
            })
    void a_wrong_value_is_refused(String question) {
        HttpResponse<String> refused = analytics.get("/v1/statistics/" + question);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("WRONG_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "image/png", "text/", "application/json;q=0", "*/*;q=x"})
    void an_accept_that_asks_for_nothing_that_is_given_is_told_what_is(String accept) {
        for (String path : List.of("/v1/hospitals", "/v1/statistics/mvd-success")) {
            HttpResponse<String> refused = analytics.get(path, "Accept", accept);

            assertThat(refused.statusCode()).as(path).isEqualTo(406);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("NOT_ACCEPTABLE");
            assertThat(JsonPath.<String>read(refused.body(), "$.detail"))
                    .contains("application/json")
                    .contains("text/csv");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/hospitals",
                "/v1/statistics/mvd-success",
                "/v1/statistics/mvd-recurrence",
                "/v1/statistics/mvd-time-to-relief",
                "/v1/statistics/botox-relief"
            })
    void a_parameter_that_is_not_known_is_refused_with_the_nearest_one_everywhere(String path) {
        HttpResponse<String> refused = analytics.get(path + "?hopsital=h-01", "Accept", "nonsense");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains("did you mean hospital?");
    }

    @Test
    void what_the_server_refuses_is_a_problem_too() {
        HttpResponse<String> refused = analytics.get("/v1/hospitals;a=b");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<Map<String, Object>>read(refused.body(), "$"))
                .containsEntry("code", "BAD_REQUEST")
                .doesNotContainKeys("path", "timestamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/statistics/nonsense", "/nowhere"})
    void what_is_not_there_is_a_problem_too(String path) {
        HttpResponse<String> refused = analytics.get(path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void another_gap_is_answered_to_a_hospital_about_itself_and_shows_nothing_else() {
        String token = analytics.tokens().hospital(Examples.HOSPITAL);
        String path = "/v1/statistics/mvd-recurrence?gap=500";
        HttpResponse<String> own = analytics.getAs(token, path + "&hospital=h-01");

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<Integer>read(own.body(), "$.groups[0].atRisk")).isEqualTo(45);
        assertThat(JsonPath.<Integer>read(own.body(), "$.groups[0].recurrences"))
                .isZero();
        assertThat(JsonPath.<Map<String, Object>>read(own.body(), "$.network")).containsOnlyKeys("suppressed");
        assertThat(analytics.getAs(token, path).statusCode()).isEqualTo(400);
        assertThat(analytics.getAs(token, path + "&hospital=h-02").statusCode()).isEqualTo(400);
        assertThat(analytics.getAs(analytics.tokens().researcher(), path).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_trend_of_some_sessions_is_for_the_hospital_itself() {
        String path = "/v1/statistics/botox-trend?hospital=h-01&by=year";
        HttpResponse<String> refused = analytics.get(path);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.parameter")).isEqualTo("by");
        assertThat(analytics
                        .getAs(analytics.tokens().hospital(Examples.HOSPITAL), path)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void monitoring_is_for_the_hospital_itself_and_for_an_admin_who_names_it() {
        String path = "/v1/statistics/monitoring";
        refusesAllButTheHospital(path);

        for (String body : ofTheHospital(path)) {
            assertThat(JsonPath.<Integer>read(body, "$.groups[0].observed")).isEqualTo(15);
            assertThat(JsonPath.<List<String>>read(body, "$.groups[0].suppressed"))
                    .as("the network less the hospital is the other one")
                    .contains("expected", "series");
        }
    }

    @Test
    void what_is_missing_is_for_the_hospital_itself_and_for_an_admin_who_names_it() {
        String path = "/v1/statistics/missing";
        refusesAllButTheHospital(path);

        for (String body : ofTheHospital(path)) {
            assertThat(JsonPath.<Integer>read(body, "$.groups[0].traits.mvd.sex.missing"))
                    .isEqualTo(60);
        }
    }

    /** To the hospital, and to an admin who names it. */
    private static List<String> ofTheHospital(String path) {
        String own = analytics
                .getAs(analytics.tokens().hospital(Examples.HOSPITAL), path)
                .body();
        String named = analytics
                .getAs(analytics.tokens().admin(), path + "?hospital=h-01")
                .body();
        return List.of(own, named);
    }

    private static void refusesAllButTheHospital(String path) {
        assertThat(analytics.get(path).statusCode()).isEqualTo(403);
        HttpResponse<String> refused =
                analytics.getAs(analytics.tokens().hospital(SmallRegistry.OTHER_HOSPITAL), path + "?hospital=h-01");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("HOSPITAL_ONLY");
        assertThat(analytics.getAs(analytics.tokens().researcher(), path).statusCode())
                .isEqualTo(403);
        assertThat(analytics.getAs(analytics.tokens().admin(), path).statusCode())
                .isEqualTo(400);
    }
}
