package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What follows on injections, through HTTP: of 30 patients a second injection, and 12 operations. */
class SequenceAnswersIT {
    private static final int PATIENTS = 30;
    private static final int OPERATED = 12;

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("sequences");

    private static final RunningAnalytics analytics = small.analytics();

    @BeforeAll
    static void registers() {
        for (int patient = 0; patient < PATIENTS; patient++) {
            small.registry()
                    .register(Case.of(Examples.HOSPITAL, "again-" + patient, patient)
                            .on(Case.DAY.plusDays(100 + patient))
                            .with(Product.ONABOTULINUM, 2)
                            .relievedUpTo(80 + patient % 7)
                            .document());
        }
        for (int patient = 0; patient < OPERATED; patient++) {
            small.registry()
                    .register(Case.of(Examples.HOSPITAL, "operated-" + patient, patient)
                            .on(Case.DAY.plusDays(500 + patient))
                            .assessed(1, SpasmGrade.E0)
                            .document());
        }
        analytics.waitFor(small.registry().published());
    }

    @Test
    void days_to_the_next_injection_are_told_with_those_quartiles_that_part_many_from_many() {
        String own = own("/v1/statistics/reinjection-interval");
        assertThat(JsonPath.<String>read(own, "$.definition.id")).isEqualTo("reinjection-interval/1");
        assertThat(JsonPath.<Double>read(own, "$.groups[0].medianDays")).isEqualTo(114.5);
        assertThat(JsonPath.<Double>read(own, "$.groups[0].p25")).isEqualTo(107.25);
        assertThat(JsonPath.<Double>read(own, "$.groups[0].p75")).isEqualTo(121.75);

        String everybody = analytics
                .get("/v1/statistics/reinjection-interval?by=product&hospital=h-01")
                .body();
        assertThat(JsonPath.<Integer>read(everybody, "$.groups[0].n")).isEqualTo(PATIENTS);
        assertThat(JsonPath.<Double>read(everybody, "$.groups[0].medianDays")).isEqualTo(114.5);
        assertThat(JsonPath.<List<String>>read(everybody, "$.groups[0].suppressed"))
                .containsExactly("p25", "p75");
    }

    @Test
    void operations_after_first_injections_have_a_curve() {
        String own = own("/v1/statistics/botox-to-mvd");
        assertThat(JsonPath.<Integer>read(own, "$.groups[0].patients")).isEqualTo(PATIENTS);
        assertThat(JsonPath.<Integer>read(own, "$.groups[0].operated"))
                .as("those on the day of the first injection are not after it")
                .isEqualTo(OPERATED);
        assertThat(JsonPath.<Integer>read(own, "$.groups[0].curve[0].day")).isEqualTo(500);
        assertThat(JsonPath.<Double>read(own, "$.groups[0].at['365'].incidence"))
                .isZero();
        assertThat(JsonPath.<Number>read(own, "$.groups[0].at['730'].incidence").doubleValue())
                .isEqualTo(0.4, within(1e-12));
        assertThat(JsonPath.<Integer>read(own, "$.groups[0].followedUpTo"))
                .as("to the data's date")
                .isEqualTo(1507);

        String listed = analytics.get("/v1/hospitals").body();
        assertThat(JsonPath.<Integer>read(listed, "$.groups[0]['botox-to-mvd'].operated"))
                .isEqualTo(OPERATED);
        assertThat(JsonPath.<Integer>read(listed, "$.groups[0]['reinjection-interval'].n"))
                .isEqualTo(PATIENTS);
    }

    /** 18 patients were relieved twice: for 90 + i days and then for 80 + i % 7, i from 12 to 29. */
    @Test
    void the_trend_is_told_to_everybody() {
        String body = analytics
                .get("/v1/statistics/botox-trend?hospital=h-01&level=0.9")
                .body();

        assertThat(JsonPath.<Integer>read(body, "$.groups[0].patients")).isEqualTo(18);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].injections")).isEqualTo(36);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].censoredShare")).isZero();
        assertThat(JsonPath.<Number>read(body, "$.groups[0].slopeDaysPerInjection")
                        .doubleValue())
                .isEqualTo(-27.5, within(1e-9));
        assertThat(JsonPath.<String>read(body, "$.groups[0].interval.method")).isEqualTo("clustered-t");
    }

    @Test
    void all_are_given_as_csv_and_not_again_where_nothing_changed() {
        for (String name : List.of("reinjection-interval", "botox-to-mvd", "botox-trend")) {
            String path = "/v1/statistics/" + name;
            HttpResponse<String> csv = analytics.get(path, "Accept", "text/csv");
            assertThat(csv.body().lines().toList()).hasSize(4);
            assertThat(csv.body()).contains("group," + name + "/1,").contains("insufficient-data");
            String tag = csv.headers().firstValue("ETag").orElseThrow();
            assertThat(analytics
                            .get(path, "Accept", "text/csv", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static String own(String path) {
        return analytics
                .getAs(analytics.tokens().hospital(Examples.HOSPITAL), path)
                .body();
    }
}
