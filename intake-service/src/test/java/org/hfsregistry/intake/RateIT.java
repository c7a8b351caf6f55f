package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.intake.running.RawConnection;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateIT {

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    /** In an hour none of it grows back while a test runs. */
    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(
                folder,
                Platform.forTests().kafkaBootstrap(),
                "rate.",
                "--hfs.intake.rate.requests=4",
                "--hfs.intake.rate.window=1h");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void whatever_a_hospitals_clients_send_counts_and_the_fifth_request_is_put_off() {
        List<HttpResponse<String>> within = List.of(
                intake.submit("h-1", RawOutcomes.assessment("r-1")),
                intake.submitBatch("h-1", "", BodyPublishers.ofString(RawOutcomes.assessment("r-2"))),
                intake.send(intake.request("/fhir", intake.tokens().token("other", "h-1", "outcomes.submit"))
                        .header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofString("{}"))),
                intake.send(intake.request("/v1/nothing", intake.tokens().hospital("h-1"))
                        .GET()));
        assertThat(within).extracting(HttpResponse::statusCode).containsExactly(202, 200, 400, 404);
        for (int i = 0; i < within.size(); i++) {
            assertThat(within.get(i).headers().firstValue("RateLimit-Policy")).hasValue("\"hospital\";q=4;w=3600");
            assertThat(within.get(i).headers().firstValue("RateLimit").orElseThrow())
                    .matches("\"hospital\";r=%d;t=\\d{3,4}".formatted(3 - i));
        }

        HttpResponse<String> putOff = intake.submit("h-1", RawOutcomes.assessment("r-3"));
        assertThat(putOff.statusCode()).isEqualTo(429);
        String pause = putOff.headers().firstValue("Retry-After").orElseThrow();
        assertThat(Long.parseLong(pause)).isBetween(2700L, 3600L);
        assertThat(putOff.headers().firstValue("RateLimit")).hasValue("\"hospital\";r=0;t=" + pause);
        assertThat(putOff.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(putOff.body())
                .contains("\"code\":\"TOO_MANY_REQUESTS_OF_HOSPITAL\"", "more than 4 requests in 3600 seconds");
        assertThat(intake.submitBatch("h-1", "", BodyPublishers.ofString("{}")).statusCode())
                .isEqualTo(429);
        assertThat(intake.submit("h-2", RawOutcomes.assessment("r-4")).statusCode())
                .isEqualTo(202);
        assertThat(intake.log().outcomeIds()).contains("r-1", "r-2", "r-4").doesNotContain("r-3");
    }

    @Test
    void who_is_not_let_in_has_no_quota_and_health_asks_for_none() {
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> stranger =
                    intake.send(intake.request("/v1/outcomes", "no.token").POST(BodyPublishers.noBody()));
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.headers().firstValue("RateLimit")).isEmpty();
            HttpResponse<String> health =
                    intake.send(intake.request("/actuator/health", "").setHeader("Authorization", ""));
            assertThat(health.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_refused_body_is_not_waited_for() throws Exception {
        while (intake.submit("h-3", RawOutcomes.assessment("r-5")).statusCode() != 429) {
            // until nothing is left
        }
        try (RawConnection client = new RawConnection(intake)) {
            client.send(RawConnection.head(
                    intake, "h-3", "/v1/outcomes", "Content-Type: application/json", "Content-Length: 1000"));
            assertThat(client.answer().status()).isEqualTo(429);
        }
    }
}
