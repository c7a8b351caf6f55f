package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told beside the spasm and its relief, asked over HTTP. */
class ClinicalAnswersIT {

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("clinical");

    private static final RunningAnalytics analytics = small.analytics();

    @Test
    void complications_medication_quality_of_life_and_case_mix_are_answered() {
        String complications =
                analytics.get("/v1/statistics/mvd-complications?hospital=h-01").body();
        assertThat(JsonPath.<String>read(complications, "$.definition.id")).isEqualTo("mvd-complications/1");
        assertThat(JsonPath.<Integer>read(complications, "$.groups[0].complications['facial-palsy'].any.count"))
                .isEqualTo(20);
        assertThat(JsonPath.<Integer>read(complications, "$.groups[0].complications['facial-palsy'].permanent.count"))
                .isZero();

        String byDrug = analytics
                .get("/v1/statistics/medication-response?by=drug&hospital=h-01")
                .body();
        assertThat(JsonPath.<List<String>>read(byDrug, "$.groups[*].drug"))
                .startsWith("carbamazepine", "gabapentin")
                .hasSize(7);
        assertThat(JsonPath.<Integer>read(byDrug, "$.groups[4].response.complete.count"))
                .isEqualTo(12);
        assertThat(JsonPath.<Integer>read(byDrug, "$.groups[4].stopped.because['side-effects'].count"))
                .isEqualTo(18);

        String better = analytics
                .get("/v1/statistics/quality-of-life?treatment=mvd&hospital=h-01")
                .body();
        assertThat(JsonPath.<Double>read(better, "$.groups[0].instruments['hfs-7'].meanChange"))
                .isEqualTo(-9.0);
        assertThat(JsonPath.<Integer>read(better, "$.groups[0].instruments['hfs-7'].importantlyBetter.count"))
                .isEqualTo(60);
        assertThat(JsonPath.<String>read(better, "$.parameters.treatment")).isEqualTo("mvd");
        assertThat(JsonPath.<String>read(
                        analytics
                                .get("/v1/statistics/quality-of-life?treatment=medication")
                                .body(),
                        "$.code"))
                .isEqualTo("WRONG_PARAMETER");

        String mix = analytics.get("/v1/statistics/case-mix?hospital=h-01").body();
        assertThat(JsonPath.<Integer>read(mix, "$.groups[0].botox.patients")).isEqualTo(30);
        assertThat(JsonPath.<Double>read(mix, "$.groups[0].mvd.sex['not-said'].share"))
                .isEqualTo(1.0);
    }

    @Test
    void complications_have_a_tag_and_a_table_and_are_among_the_headlines() {
        String path = "/v1/statistics/mvd-complications?hospital=h-01";
        String tag = analytics.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(analytics.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(analytics.get(path, "Accept", "text/csv").body().lines().findFirst())
                .hasValueSatisfying(columns -> assertThat(columns)
                        .contains("complications.facial-palsy.any.count", "complications.facial-palsy.permanent.n"));

        String hospitals = analytics.get("/v1/hospitals").body();
        assertThat(JsonPath.<Integer>read(hospitals, "$.groups[0]['mvd-complications'].anyKind.any.count"))
                .isEqualTo(20);
        assertThat(JsonPath.<Integer>read(hospitals, "$.groups[0]['medication-response'].response.partial.count"))
                .isEqualTo(18);
    }
}
