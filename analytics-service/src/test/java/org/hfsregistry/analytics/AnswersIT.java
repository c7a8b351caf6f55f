package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnswersIT {
    private static final String OTHER_HOSPITAL = SmallRegistry.OTHER_HOSPITAL;

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("answers");

    private static final RunningAnalytics analytics = small.analytics();

    @Test
    void success_is_answered_with_its_definition_and_the_places_of_the_log() {
        HttpResponse<String> answer = analytics.getAs(
                analytics.tokens().hospital(Examples.HOSPITAL), "/v1/statistics/mvd-success?hospital=h-01");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        String body = answer.body();
        assertThat(JsonPath.<String>read(body, "$.definition.id")).isEqualTo("mvd-success/1");
        assertThat(JsonPath.<Integer>read(body, "$.dataVersion"))
                .isEqualTo((int) small.registry().documents());
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
    void time_to_relief_has_its_curve_and_reads_it_at_a_week_a_quarter_and_a_year() {
        String body = analytics
                .getAs(analytics.tokens().hospital(Examples.HOSPITAL), "/v1/statistics/mvd-time-to-relief")
                .body();

        assertThat(JsonPath.<String>read(body, "$.definition.id")).isEqualTo("mvd-time-to-relief/1");
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].n")).isEqualTo(60);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].relieved")).isEqualTo(45);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].medianDays")).isEqualTo(300.0);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].curve[0].day")).isEqualTo(300);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].curve[0].incidence"))
                .isEqualTo(0.75);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].at['7'].incidence")).isZero();
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].at['90'].atRisk")).isEqualTo(60);
    }

    @Test
    void a_curve_says_how_long_people_were_followed() {
        String body = analytics
                .getAs(analytics.tokens().hospital(Examples.HOSPITAL), "/v1/statistics/mvd-recurrence")
                .body();

        assertThat(JsonPath.<String>read(body, "$.groups[0].followUp.method")).isEqualTo("reverse-kaplan-meier");
        assertThat(JsonPath.<Double>read(body, "$.groups[0].followUp.medianDays"))
                .as("30 of 45 were seen last on the day that they were seen free of spasm")
                .isZero();
    }

    @Test
    void relief_is_told_by_product_and_by_number() {
        String byProduct = analytics
                .get("/v1/statistics/botox-relief?by=product&hospital=h-01")
                .body();
        assertThat(JsonPath.<List<String>>read(byProduct, "$.groups[*].product"))
                .startsWith("onabotulinum", "abobotulinum")
                .hasSize(7);
        assertThat(JsonPath.<Integer>read(byProduct, "$.groups[0].n")).isEqualTo(30);
        assertThat(JsonPath.<String>read(byProduct, "$.groups[1].status")).isEqualTo("insufficient-data");

        String ofProduct = analytics
                .get("/v1/statistics/botox-relief?product=onabotulinum&hospital=h-01")
                .body();
        assertThat(JsonPath.<Integer>read(ofProduct, "$.groups[0].n")).isEqualTo(30);
        assertThat(JsonPath.<String>read(ofProduct, "$.parameters.product")).isEqualTo("onabotulinum");

        String byNumber =
                analytics.get("/v1/statistics/botox-relief?by=injectionNumber").body();
        assertThat(JsonPath.<List<String>>read(byNumber, "$.groups[*].injectionNumber"))
                .containsExactly("1", "2", "3", "4-6", "7-12", "13+");

        String byYear = analytics
                .get("/v1/statistics/mvd-success?by=year&hospital=h-01")
                .body();
        assertThat(JsonPath.<Integer>read(byYear, "$.groups[0].year")).isEqualTo(2020);
        assertThat(JsonPath.<Integer>read(byYear, "$.groups[0].n")).isEqualTo(60);
    }

    @Test
    void places_of_the_log_are_for_those_who_are_known() {
        assertThat(JsonPath.<Map<String, Object>>read(
                        analytics.get("/v1/statistics/mvd-success").body(), "$"))
                .containsKey("dataVersion")
                .doesNotContainKey("positions");
        assertThat(JsonPath.<Map<String, Object>>read(
                        analytics
                                .getAs(analytics.tokens().researcher(), "/v1/statistics/mvd-success")
                                .body(),
                        "$"))
                .containsKey("positions");
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
                .as("all but the last 11 of 18")
                .isEqualTo(7);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].followedUpTo")).isEqualTo(108);
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
    void a_level_is_rounded() {
        String body = analytics.get("/v1/statistics/botox-relief?level=0.90049").body();

        assertThat(JsonPath.<Double>read(body, "$.parameters.level")).isEqualTo(0.9);
    }

    @Test
    void health_names_no_places_of_the_log() {
        assertThat(JsonPath.<Map<String, Object>>read(
                        analytics.get("/actuator/health").body(), "$.components.feed.details"))
                .containsOnlyKeys("phase", "thousandsRead");
    }

    @Test
    void gauges_show_what_everybody_may_see_and_poison_is_counted() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                analytics.get("/actuator/prometheus").body())
                        .contains("hfs_mvd_success_rate{application=\"analytics-service\",hospital=\"h-01\"} 0.75")
                        .contains(
                                "hfs_botox_relief_response_rate{application=\"analytics-service\",hospital=\"h-01\"} 0.6")
                        .contains("hfs_analytics_unreadable_documents_total{application=\"analytics-service\"} 1.0"));
        assertThat(analytics.get("/actuator/prometheus").body()).doesNotContain("hospital=\"h-02\"");
    }

    @Test
    void another_start_gives_the_same_numbers() {
        String[] paths = {
            "/v1/statistics/mvd-success",
            "/v1/statistics/mvd-recurrence",
            "/v1/statistics/mvd-time-to-relief",
            "/v1/statistics/botox-relief",
            "/v1/statistics/reinjection-interval",
            "/v1/statistics/botox-to-mvd",
            "/v1/statistics/botox-trend",
            "/v1/statistics/mvd-complications",
            "/v1/statistics/medication-response",
            "/v1/statistics/quality-of-life",
            "/v1/statistics/case-mix",
            "/v1/statistics/quality?hospital=" + Examples.HOSPITAL,
            "/v1/hospitals"
        };
        try (RunningAnalytics another = small.another()) {
            for (String path : paths) {
                assertThat(another.get(path).body())
                        .isEqualTo(analytics.get(path).body());
            }
        }
    }
}
