package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.running.RegistryStandIn;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersIT {
    private static final String NAME = "answers";
    private static final String OTHER_HOSPITAL = "h-02";
    private static final Instant LATER = Instant.parse("2024-03-01T08:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RegistryStandIn registry;

    @SuppressWarnings("NullAway.Init")
    private static RunningAnalytics analytics;

    @BeforeAll
    static void registers_some_before_the_start_and_some_after_it() {
        registry = new RegistryStandIn(Platform.forTests(), NAME);
        registry.register(Examples.hospital(1, Examples.hospitalProfile()));
        for (int i = 0; i < 40; i++) {
            registry.register(operation(i).document());
        }
        analytics = new RunningAnalytics(folder, Platform.forTests(), NAME).waitFor(registry.published());
        registry.publishPoison("h-01/poison");
        for (int i = 40; i < 60; i++) {
            registry.register(operation(i).document());
        }
        for (int i = 0; i < 30; i++) {
            registry.register(session(i));
        }
        registry.register(Case.of(OTHER_HOSPITAL, "t-1", 1)
                .assessed(365, SpasmGrade.E0)
                .changedAt(LATER)
                .document());
        analytics.waitFor(registry.published());
    }

    /** 45 of 60 free of spasm after a year; of these 15 come back after 400 days. */
    private static Case operation(int number) {
        Case operation = Case.of(Examples.HOSPITAL, "t-" + number, number)
                .assessed(300, number < 45 ? SpasmGrade.E0 : SpasmGrade.E2);
        return number < 15 ? operation.recurred(700, true) : operation;
    }

    private static TreatmentDocument session(int number) {
        Case session = Case.of(Examples.HOSPITAL, "s-" + number, number);
        return number < 12
                ? session.notRelieved().document()
                : session.injected(true, Case.DAY.plusDays(90 + number), null, List.of(Complication.Kind.PTOSIS))
                        .document();
    }

    @AfterAll
    static void stop() {
        analytics.close();
        registry.close();
    }

    @Test
    void success_is_answered_with_its_definition_and_the_places_of_the_log() {
        HttpResponse<String> answer = analytics.getAs(
                analytics.tokens().hospital(Examples.HOSPITAL), "/v1/statistics/mvd-success?hospital=h-01");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        String body = answer.body();
        assertThat(JsonPath.<String>read(body, "$.definition.id")).isEqualTo("mvd-success/1");
        assertThat(JsonPath.<Integer>read(body, "$.dataVersion")).isEqualTo((int) registry.published());
        assertThat(JsonPath.<Integer>read(body, "$.positions['hfs.treatments'].length()"))
                .isEqualTo(12);
        assertThat(JsonPath.<String>read(body, "$.asOf")).isEqualTo("2024-03-01T08:00:00Z");
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].n")).isEqualTo(60);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].successes")).isEqualTo(45);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].rate")).isEqualTo(0.75);
        assertThat(JsonPath.<String>read(body, "$.groups[0].interval.method")).isEqualTo("wilson");
        assertThat(JsonPath.<Double>read(body, "$.groups[0].completeness")).isEqualTo(1.0);
    }

    @Test
    void everybody_gets_counts_only_where_they_and_their_complements_are_of_k() {
        String body = analytics.get("/v1/statistics/mvd-success").body();

        assertThat(JsonPath.<Integer>read(body, "$.groups[0].n")).isEqualTo(60);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].successes")).isEqualTo(45);
        assertThat(JsonPath.<String>read(body, "$.groups[1].hospitalId")).isEqualTo(OTHER_HOSPITAL);
        assertThat(JsonPath.<String>read(body, "$.groups[1].status")).isEqualTo("insufficient-data");
        assertThat(JsonPath.<Integer>read(body, "$.groups[1].length()")).isEqualTo(2);
        assertThat(JsonPath.<Map<String, Object>>read(body, "$.network"))
                .as("the network less the shown hospital is the hidden one")
                .doesNotContainKeys("n", "successes", "rate", "interval", "operations", "target")
                .containsKey("suppressed");
    }

    @Test
    void recurrence_has_its_curve_and_reads_it_at_a_year_and_later() {
        String body = analytics
                .getAs(analytics.tokens().hospital(Examples.HOSPITAL), "/v1/statistics/mvd-recurrence?gap=90")
                .body();

        assertThat(JsonPath.<Integer>read(body, "$.groups[0].atRisk")).isEqualTo(45);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].recurrences")).isEqualTo(15);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].curve[0].day")).isEqualTo(400);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].curve[0].incidence"))
                .as("the others were seen last on the day of their first E0")
                .isEqualTo(1.0);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].at['365'].atRisk")).isEqualTo(15);
    }

    @Test
    void relief_is_answered_for_everybody() {
        String body = analytics
                .get("/v1/statistics/botox-relief?hospital=h-01&level=0.9")
                .body();

        assertThat(JsonPath.<Integer>read(body, "$.groups[0].n")).isEqualTo(30);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].responders")).isEqualTo(18);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].responseRate")).isEqualTo(0.6);
        assertThat(JsonPath.<Double>read(body, "$.parameters.level")).isEqualTo(0.9);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].adverse.ptosis.count"))
                .isEqualTo(18);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].curve.length()"))
                .as("from 18 at risk down to 11")
                .isEqualTo(8);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].followedUpTo")).isEqualTo(109);
    }

    @Test
    void hospitals_are_listed_with_what_they_said_and_headline_numbers() {
        String body = analytics.get("/v1/hospitals").body();

        assertThat(JsonPath.<String>read(body, "$.groups[0].hospitalId")).isEqualTo("h-01");
        assertThat(JsonPath.<String>read(body, "$.groups[0].country")).isEqualTo("DE");
        assertThat(JsonPath.<Boolean>read(body, "$.groups[0].equipment.mri3t")).isTrue();
        assertThat(JsonPath.<String>read(body, "$.groups[0].team[0]")).isEqualTo("neurosurgeon");
        assertThat(JsonPath.<Integer>read(body, "$.groups[0]['mvd-success'].n")).isEqualTo(60);
        assertThat(JsonPath.<String>read(body, "$.groups[1]['botox-relief'].status"))
                .isEqualTo("insufficient-data");
    }

    @Test
    void a_repeated_question_is_answered_by_not_modified_until_the_audience_or_the_form_is_another() {
        String path = "/v1/statistics/mvd-success?hospital=h-01";
        HttpResponse<String> first = analytics.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(analytics.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(analytics
                        .get(path, "If-None-Match", tag, "Accept", "text/csv")
                        .statusCode())
                .isEqualTo(200);
        assertThat(analytics.get(path + "&level=0.9", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(analytics
                        .get(
                                path,
                                "If-None-Match",
                                tag,
                                "Authorization",
                                "Bearer " + analytics.tokens().researcher())
                        .statusCode())
                .isEqualTo(200);
        assertThat(first.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept", "Authorization"));
    }

    @Test
    void a_table_is_given_as_csv() {
        HttpResponse<String> answer = analytics.get("/v1/statistics/mvd-success", "Accept", "text/csv");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body().lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0))
                    .startsWith("row,definition,asOf,dataVersion,hospitalId,n,successes,rate,interval.method");
            assertThat(lines.get(1)).startsWith("group,mvd-success/1,").contains(",h-01,60,45,0.75,wilson,");
            assertThat(lines.get(2)).contains(",h-02,").contains("insufficient-data");
            assertThat(lines.get(3)).startsWith("network,");
        });
        assertThat(analytics
                        .get("/v1/statistics/mvd-success", "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void a_bad_token_is_refused_and_none_is_everybody() {
        HttpResponse<String> refused = analytics.getAs("nonsense", "/v1/hospitals");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("BAD_TOKEN");
        assertThat(analytics.get("/v1/hospitals").statusCode()).isEqualTo(200);
    }

    @Test
    void a_filter_that_is_not_known_is_refused_and_not_ignored() {
        HttpResponse<String> refused = analytics.get("/v1/statistics/mvd-success?vessel=aica");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(JsonPath.<String>read(refused.body(), "$.parameter")).isEqualTo("vessel");
        assertThat(JsonPath.<String>read(refused.body(), "$.detail"))
                .contains("vessel")
                .contains("hospital, level, by, grades, at");
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
                "botox-relief?by=year",
                "botox-relief?by=network&hospital=h-01",
                "botox-relief?hospital=a/b"
            })
    void a_wrong_value_is_refused(String question) {
        HttpResponse<String> refused = analytics.get("/v1/statistics/" + question);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("WRONG_PARAMETER");
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
    void a_level_is_rounded() {
        String body = analytics.get("/v1/statistics/botox-relief?level=0.90049").body();

        assertThat(JsonPath.<Double>read(body, "$.parameters.level")).isEqualTo(0.9);
    }

    @Test
    void what_the_server_refuses_is_a_problem_too() {
        HttpResponse<String> refused = analytics.get("/v1/hospitals;a=b");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<Map<String, Object>>read(refused.body(), "$"))
                .containsEntry("code", "BAD_REQUEST")
                .doesNotContainKeys("path", "timestamp");
    }

    @Test
    void health_names_no_places_of_the_log() {
        assertThat(JsonPath.<Map<String, Object>>read(
                        analytics.get("/actuator/health").body(), "$.components.feed.details"))
                .containsOnlyKeys("phase", "thousandsRead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/statistics/nonsense", "/nowhere"})
    void what_is_not_there_is_a_problem_too(String path) {
        HttpResponse<String> refused = analytics.get(path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void gauges_show_what_everybody_may_see_and_poison_is_counted() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(analytics.get("/actuator/prometheus").body())
                                .contains("hfs_mvd_success_rate{hospital=\"h-01\"} 0.75")
                                .contains("hfs_botox_relief_response_rate{hospital=\"h-01\"} 0.6")
                                .contains("hfs_analytics_unreadable_documents_total 1.0"));
        assertThat(analytics.get("/actuator/prometheus").body()).doesNotContain("hospital=\"h-02\"");
    }

    @Test
    void another_start_gives_the_same_numbers() {
        String[] paths = {
            "/v1/statistics/mvd-success",
            "/v1/statistics/mvd-recurrence",
            "/v1/statistics/botox-relief",
            "/v1/hospitals"
        };
        try (RunningAnalytics another =
                new RunningAnalytics(folder, Platform.forTests(), NAME).waitFor(registry.published())) {
            for (String path : paths) {
                assertThat(another.get(path).body())
                        .isEqualTo(analytics.get(path).body());
            }
        }
    }
}
