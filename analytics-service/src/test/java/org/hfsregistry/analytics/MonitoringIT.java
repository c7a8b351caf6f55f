package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.description.fixture.Exchanges;
import org.hfsregistry.description.fixture.OpenApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Monitoring where the network's rate may be told, which is so of a small registry where k is 1. */
class MonitoringIT {
    private static final String PATH = "/v1/statistics/monitoring";

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("monitoring");

    @Test
    void a_hospital_sees_its_operations_against_what_is_expected() throws Exception {
        Exchanges exchanges = new Exchanges(OpenApi.ofThisService());
        try (RunningAnalytics frank =
                small.another("hfs.analytics.disclosure.everybody=1", "hfs.analytics.disclosure.researchers=1")) {
            String token = frank.tokens().hospital(Examples.HOSPITAL);
            HttpResponse<String> answer = frank.getAs(token, PATH);
            exchanges.assertDescribed(answer.request(), answer);
            String body = answer.body();
            assertThat(JsonPath.<String>read(body, "$.network.risk.kind")).isEqualTo("network-rate");
            assertThat(number(body, "$.network.risk.cases")).isEqualTo(61);
            assertThat(number(body, "$.groups[0].observed")).isEqualTo(15);
            assertThat(number(body, "$.groups[0].expected"))
                    .as("15 of 61 in thousandths")
                    .isEqualTo(60 * 0.246, within(1e-9));
            assertThat(JsonPath.<List<Object>>read(body, "$.groups[0].series")).hasSize(60);
            assertThat(number(body, "$.groups[0].series[59].vlad")).isEqualTo(60 * 0.246 - 15, within(1e-9));

            HttpResponse<String> csv = frank.get(PATH, "Authorization", "Bearer " + token, "Accept", "text/csv");
            assertThat(csv.body().lines().toList()).hasSize(3);
            assertThat(csv.body().lines().findFirst().orElseThrow())
                    .contains("observed,expected,ratio,interval.method", "limit.value")
                    .doesNotContain("series");
        }
    }

    private static double number(String body, String path) {
        return JsonPath.<Number>read(body, path).doubleValue();
    }
}
