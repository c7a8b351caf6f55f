package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hfsregistry.intake.running.CapturedLog;
import org.hfsregistry.intake.running.FullDuplexUpload;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerAwayIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Platform platform;

    @BeforeEach
    void startServers() {
        platform = Platform.privateForTests(folder.resolve("platform"));
    }

    @AfterEach
    void stopServers() {
        platform.close();
    }

    @Test
    void answers_503_until_the_broker_is_back() {
        try (RunningIntake intake = intake();
                CapturedLog log = CapturedLog.begin()) {
            assertThat(intake.submit("h-01", RawOutcomes.assessment("a-1")).statusCode())
                    .isEqualTo(202);

            platform.kafka().stop();
            assertUnavailable(intake.submit("h-01", RawOutcomes.assessment("a-2")));
            assertUnavailable(intake.submitBatch("h-01", "?rows=all", rows(10_000)));
            assertThat(intake.submit("h-01", RawOutcomes.assessment("a-3", "E9"))
                            .statusCode())
                    .isEqualTo(422);

            platform.kafka().start();
            assertThat(intake.submit("h-01", RawOutcomes.assessment("a-4")).statusCode())
                    .isEqualTo(202);
            assertThat(kept(intake)).containsExactly("a-1", "a-4");
            assertThat(log.text())
                    .containsOnlyOnce("Outcomes are answered 503")
                    .contains("acknowledges outcomes again")
                    .doesNotContain("P-4711")
                    .doesNotContain("a-2");
        }
    }

    @Test
    void starts_without_a_broker_and_makes_the_topic_when_it_comes() {
        platform.kafka().stop();
        try (RunningIntake intake = intake()) {
            assertUnavailable(intake.submit("h-01", RawOutcomes.assessment("a-1")));
            assertThat(intake.send(intake.request("/actuator/health/readiness", "")
                                    .setHeader("Authorization", "")
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);

            platform.kafka().start();
            assertThat(intake.submit("h-01", RawOutcomes.assessment("a-2")).statusCode())
                    .isEqualTo(202);
            assertThat(kept(intake)).containsExactly("a-2");
            assertThat(intake.log().partitions()).isEqualTo(12);
        }
    }

    @Test
    void a_batch_accounts_for_every_row_when_the_broker_goes_away_in_its_middle() throws IOException {
        try (RunningIntake intake = intake();
                FullDuplexUpload upload = FullDuplexUpload.begin(intake, "h-01", "")) {
            upload.send(RawOutcomes.assessment("b-1") + "\n" + RawOutcomes.assessment("b-2", "E9") + "\n");
            assertThat(upload.nextLine()).startsWith("{\"row\":2,");

            platform.kafka().stop();
            upload.send(RawOutcomes.assessment("b-3") + "\n");
            assertThat(upload.nextLine())
                    .startsWith("{\"row\":3,\"outcomeId\":\"b-3\",\"status\":\"rejected\","
                            + "\"errors\":[{\"code\":\"BROKER_UNAVAILABLE\"");
            for (int i = 4; i <= 1000; i++) {
                upload.send(RawOutcomes.assessment("b-" + i, i % 2 == 0 ? "E9" : "E0") + "\n");
                assertThat(upload.nextLine())
                        .startsWith("{\"row\":%d,\"outcomeId\":\"b-%d\",\"status\":\"rejected\",".formatted(i, i))
                        .contains(i % 2 == 0 ? "UNKNOWN_CODE" : "BROKER_UNAVAILABLE");
            }
            upload.end();
            assertThat(upload.nextLine())
                    .isEqualTo("{\"summary\":{\"received\":1000,\"accepted\":1,\"rejected\":999,\"dryRun\":false}}");

            platform.kafka().start();
            assertThat(kept(intake)).containsExactly("b-1");
        }
    }

    @Test
    void a_batch_goes_on_without_what_it_lost_when_the_broker_comes_back_and_a_repetition_brings_the_rest()
            throws IOException {
        try (RunningIntake intake = intake()) {
            try (FullDuplexUpload upload = FullDuplexUpload.begin(intake, "h-01", "?rows=all")) {
                upload.send(RawOutcomes.assessment("b-1") + "\n");
                assertThat(upload.nextLine()).contains("\"outcomeId\":\"b-1\",\"status\":\"accepted\"");

                platform.kafka().stop();
                upload.send(RawOutcomes.assessment("b-2") + "\n");
                assertThat(upload.nextLine()).contains("\"outcomeId\":\"b-2\"", "BROKER_UNAVAILABLE");

                // a later row must not overtake a lost one, so it is lost too
                platform.kafka().start();
                upload.send(RawOutcomes.assessment("b-3") + "\n");
                assertThat(upload.nextLine()).contains("\"outcomeId\":\"b-3\"", "BROKER_UNAVAILABLE");
                upload.end();
                assertThat(upload.nextLine()).contains("\"received\":3,\"accepted\":1,\"rejected\":2");
            }
            assertThat(kept(intake)).containsExactly("b-1");

            HttpResponse<String> again = intake.submitBatch(
                    "h-01",
                    "",
                    BodyPublishers.ofString(IntStream.rangeClosed(1, 3)
                            .mapToObj(i -> RawOutcomes.assessment("b-" + i))
                            .collect(Collectors.joining("\n"))));
            assertThat(again.body()).contains("\"received\":3,\"accepted\":3,\"rejected\":0");
            assertThat(kept(intake)).containsExactly("b-1", "b-1", "b-2", "b-3");
        }
    }

    private RunningIntake intake() {
        return new RunningIntake(folder, platform.kafkaBootstrap(), "");
    }

    private static java.net.http.HttpRequest.BodyPublisher rows(int count) {
        return BodyPublishers.ofString(IntStream.rangeClosed(1, count)
                .mapToObj(i -> RawOutcomes.assessment("r-" + i))
                .collect(Collectors.joining("\n")));
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"BROKER_UNAVAILABLE\"");
    }

    private static List<String> kept(RunningIntake intake) {
        return intake.log().all().stream()
                .map(record ->
                        new String(record.headers().lastHeader("ce_subject").value(), UTF_8))
                .toList();
    }
}
