package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Path;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.running.RegistryStandIn;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {
    private static final String NAME = "away";
    private static final String QUESTION = "/v1/statistics/mvd-success?hospital=h-01";

    @Test
    void answers_go_on_while_the_broker_is_away_and_change_when_it_is_back(@TempDir Path folder) {
        try (Platform platform = Platform.privateForTests(folder.resolve("platform"));
                RegistryStandIn registry = new RegistryStandIn(platform, NAME);
                RunningAnalytics analytics = new RunningAnalytics().start(platform, NAME)) {
            registry.register(operation("t-1"));
            analytics.waitFor(registry.published());

            platform.kafka().stop();
            analytics.waitForFeed("STALE");

            assertThat(n(analytics)).isEqualTo(1);
            assertThat(analytics.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(analytics.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            platform.kafka().start();
            registry.register(operation("t-2"));
            analytics.waitFor(registry.published());

            assertThat(n(analytics)).isEqualTo(2);
            analytics.waitForFeed("UP");
        }
    }

    @Test
    void nothing_is_answered_before_all_is_read_in(@TempDir Path folder) {
        try (Platform platform = Platform.privateForTests(folder.resolve("platform"));
                RegistryStandIn registry = new RegistryStandIn(platform, NAME)) {
            registry.register(operation("t-1"));
            platform.kafka().stop();
            try (RunningAnalytics analytics = new RunningAnalytics().start(platform, NAME)) {
                assertThat(analytics.get(QUESTION).statusCode()).isEqualTo(503);
                assertThat(analytics.get(QUESTION).headers().firstValue("Retry-After"))
                        .isPresent();
                assertThat(JsonPath.<String>read(analytics.get(QUESTION).body(), "$.code"))
                        .isEqualTo("NOT_READ_YET");
                assertThat(analytics.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(503);
                assertThat(analytics.get("/actuator/health/liveness").statusCode())
                        .isEqualTo(200);

                platform.kafka().start();
                analytics.waitFor(registry.published());

                assertThat(n(analytics)).isEqualTo(1);
                assertThat(analytics.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static TreatmentDocument operation(String treatment) {
        return Case.of(Examples.HOSPITAL, treatment, 1)
                .assessed(365, SpasmGrade.E0)
                .document();
    }

    private static int n(RunningAnalytics analytics) {
        String body = analytics
                .getAs(analytics.tokens().hospital(Examples.HOSPITAL), QUESTION)
                .body();
        return JsonPath.<Integer>read(body, "$.groups[0].n");
    }
}
