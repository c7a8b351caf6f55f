package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.intake.running.RawConnection;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SlowClientsIT {

    private static final String NDJSON = "Content-Type: application/x-ndjson";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    /** Between two bytes of who drips: twice as long as the least pace allows. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(
                folder,
                Platform.forTests().kafkaBootstrap(),
                "slow.",
                "--server.tomcat.connection-timeout=1s",
                "--hfs.intake.upload.patience=300ms",
                // room for four batches at once, so for one of a hospital
                "--hfs.intake.limits.unread-report=64KB",
                "--hfs.intake.limits.unread-reports=256KB");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/outcomes, application/json, {",
        "/v1/outcomes, application/cloudevents+json, {",
        "/fhir, application/fhir+json, {",
        "/v1/outcomes/batch, text/csv, t",
        "/v1/outcomes/batch, application/json, ' '",
        "/v1/outcomes/batch, application/x-ndjson, ''"
    })
    void who_drips_or_falls_silent_before_anything_is_taken_is_answered_408(String path, String type, String begin)
            throws IOException {
        for (boolean drips : new boolean[] {true, false}) {
            try (RawConnection client = new RawConnection(intake)) {
                client.send(RawConnection.head(intake, "h-1", path, "Content-Type: " + type, "Content-Length: 60000"));
                client.send(begin);
                if (drips && !begin.isEmpty()) {
                    drip(client, begin);
                }
                RawConnection.Answer answer = client.answer();
                assertThat(answer.status()).as("%s, drips: %s", answer, drips).isEqualTo(408);
                assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.body()).contains("\"code\":\"UPLOAD_TOO_SLOW\"", "too slowly");
                assertThat(client.isClosed()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "rejected"})
    void a_batch_that_drips_or_falls_silent_in_the_middle_has_an_account_that_adds_up(String rows) throws IOException {
        for (boolean drips : new boolean[] {true, false}) {
            try (RawConnection client = new RawConnection(intake)) {
                client.send(RawConnection.head(
                        intake, "h-2", "/v1/outcomes/batch?rows=" + rows, NDJSON, "Content-Length: 60000"));
                client.send(RawOutcomes.assessment("m-" + rows + drips) + "\n{");
                if (drips) {
                    drip(client, " ");
                }
                RawConnection.Answer answer = client.answer();
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                assertThat(answer.body().lines().toList().reversed().get(1))
                        .startsWith("{\"row\":2,\"status\":\"rejected\",\"errors\":[{\"code\":\"UPLOAD_TOO_SLOW\"");
                assertThat(answer.body())
                        .endsWith("{\"summary\":{\"received\":2,\"accepted\":1,\"rejected\":1,\"dryRun\":false}}\n");
                assertThat(client.isClosed()).isTrue();
            }
            assertThat(intake.log().outcomeIds()).containsOnlyOnce("m-" + rows + drips);
        }
    }

    @Test
    void zipped_rows_that_stop_coming_are_accounted_for_too() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        GZIPOutputStream gzip = new GZIPOutputStream(zipped, true);
        gzip.write((RawOutcomes.assessment("zipped") + "\n").getBytes(StandardCharsets.UTF_8));
        gzip.flush();
        try (RawConnection client = new RawConnection(intake)) {
            client.send(
                    RawConnection.head(intake, "h-3", "/v1/outcomes/batch", NDJSON, CHUNKED, "Content-Encoding: gzip"));
            client.sendChunk(zipped.toByteArray());
            assertThat(client.answer().body()).contains("UPLOAD_TOO_SLOW", "\"received\":2,\"accepted\":1");
        }
    }

    @Test
    void a_batch_whose_rows_come_one_by_one_at_the_least_pace_is_taken() throws IOException {
        try (RawConnection client = new RawConnection(intake)) {
            client.send(RawConnection.head(intake, "h-4", "/v1/outcomes/batch", NDJSON, CHUNKED));
            for (int i = 0; i < 20; i++) {
                client.sendChunk((RawOutcomes.assessment("paced-" + i) + "\n").getBytes(StandardCharsets.UTF_8));
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            client.send("0\r\n\r\n");
            assertThat(client.answer().body()).contains("\"received\":20,\"accepted\":20");
        }
    }

    @Test
    void who_was_refused_and_goes_on_dripping_is_not_kept_company() throws IOException {
        try (RawConnection stranger = new RawConnection(intake)) {
            stranger.send("POST /v1/outcomes HTTP/1.1\r\nHost: intake\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(stranger.answer().status()).isEqualTo(401);
            drip(stranger, " ");
            assertThat(stranger.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "POST /v1/outcomes HTTP/1.1\r\nHost: in", "GET /actuator/health HT"})
    void who_says_nothing_or_not_all_of_the_head_is_hung_up_on(String begin) throws IOException {
        try (RawConnection silent = new RawConnection(intake)) {
            silent.send(begin);
            assertThat(silent.isClosed()).isTrue();
        }
    }

    @Test
    void who_never_reads_its_report_does_not_keep_its_room() throws IOException {
        byte[] rows =
                (RawOutcomes.assessment("unread", "E9") + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (RawConnection deaf = new RawConnection(intake)) {
            deaf.send(RawConnection.head(intake, "h-5", "/v1/outcomes/batch", NDJSON, CHUNKED));
            try {
                while (true) {
                    // no room on the way and none on disk is left some time, then nothing is taken any more
                    deaf.sendChunk(rows);
                }
            } catch (IOException hungUpOn) {
                assertThat(hungUpOn).isNotNull();
            }
        }
        HttpResponse<String> next = next();
        while (next.statusCode() == 429) {
            next = next();
        }
        assertThat(next.body()).contains("\"received\":1,\"accepted\":1");
    }

    private static HttpResponse<String> next() {
        return intake.submitBatch("h-5", "", BodyPublishers.ofString(RawOutcomes.assessment("next")));
    }

    /** Until nobody takes it any more. */
    private static void drip(RawConnection client, String drop) {
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    client.send(drop);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            } catch (IOException closed) {
                // as it should be
            }
        });
    }
}
