package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How good data are, over HTTP. */
class QualityAnswersIT {
    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("quality");

    private static final RunningAnalytics analytics = small.analytics();

    @Test
    void the_quality_of_data_is_told_with_what_is_in_quarantine() {
        String body = analytics
                .getAs(analytics.tokens().hospital(Examples.HOSPITAL), "/v1/statistics/quality?hospital=h-01")
                .body();

        assertThat(JsonPath.<String>read(body, "$.definition.id")).isEqualTo("quality/1");
        assertThat(JsonPath.<String>read(body, "$.asOf"))
                .as("of what numbers are made of")
                .isEqualTo("2024-03-01T08:00:00Z");
        assertThat(JsonPath.<List<Integer>>read(body, "$.positions['hfs.quarantine']"))
                .containsExactly(1);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].operations")).isEqualTo(60);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].completeness")).isEqualTo(1.0);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].caseAscertainment.mvd.eligible"))
                .isEqualTo(42);
        assertThat(JsonPath.<Double>read(body, "$.groups[0].daysToSubmission.mvd.median"))
                .isEqualTo((double) Case.DAY.until(LocalDate.of(2024, 2, 1), ChronoUnit.DAYS));
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].retractions.count"))
                .isZero();
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].quarantine.open")).isEqualTo(3);
        assertThat(JsonPath.<Integer>read(body, "$.groups[0].quarantine.byCode.CONFLICT"))
                .isEqualTo(2);

        String table = analytics
                .get(
                        "/v1/statistics/quality?hospital=h-01",
                        "Accept",
                        "text/csv",
                        "Authorization",
                        "Bearer " + analytics.tokens().hospital(Examples.HOSPITAL))
                .body();
        assertThat(table.lines().findFirst())
                .hasValueSatisfying(columns -> assertThat(columns)
                        .contains(
                                "caseAscertainment.mvd.years",
                                "daysToSubmission.botox.p90",
                                "quarantine.byCode.CONFLICT"));
    }

    @Test
    void everybody_is_told_of_no_few_in_quarantine() {
        String body = analytics.get("/v1/statistics/quality?hospital=h-01").body();

        assertThat(JsonPath.<Map<String, Object>>read(body, "$.groups[0].daysToSubmission.mvd"))
                .containsKeys("n", "median")
                .doesNotContainKey("p90");
        assertThat(JsonPath.<Map<String, Object>>read(body, "$.groups[0]")).doesNotContainKey("quarantine");
        assertThat(JsonPath.<List<String>>read(body, "$.groups[0].suppressed"))
                .contains("quarantine.open", "quarantine.resolved", "daysToSubmission.mvd.p90");
    }
}
