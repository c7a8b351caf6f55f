package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileRequestsIT {

    private static final String JSON = "Content-Type: application/json";

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(
                folder, Platform.forTests().kafkaBootstrap(), "requests.", "--server.tomcat.connection-timeout=1s");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void requests_in_a_row_are_answered_in_their_order() throws IOException {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            row.append(post(RawOutcomes.assessment("row-" + i, i % 2 == 0 ? "E0" : "E9")));
        }
        try (RawConnection client = new RawConnection(intake)) {
            client.send(row.toString());
            for (int i = 0; i < 20; i++) {
                RawConnection.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(i % 2 == 0 ? 202 : 422);
            }
        }
        assertThat(intake.log().outcomeIds())
                .filteredOn(id -> id.startsWith("row-"))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void more_than_the_announced_length_is_not_taken_for_the_body() throws IOException {
        try (RawConnection client = new RawConnection(intake)) {
            String outcome = RawOutcomes.assessment("announced");
            client.send(post(outcome) + "{}\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(202);
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void less_than_the_announced_length_is_not_taken_at_all() throws IOException {
        String outcome = RawOutcomes.assessment("cut-off");
        try (RawConnection client = new RawConnection(intake)) {
            client.send(post(outcome).substring(0, post(outcome).length() - 1));
        }
        try (RawConnection client = new RawConnection(intake)) {
            client.send(
                    RawConnection.head(intake, "h-1", "/v1/outcomes", JSON, "Content-Length: " + (outcome.length() + 1))
                            + outcome);
            assertThat(client.answer().status()).isEqualTo(408);
        }
        assertThat(intake.submit("h-1", RawOutcomes.assessment("after-it")).statusCode())
                .isEqualTo(202);
        assertThat(intake.log().outcomeIds()).doesNotContain("cut-off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: two",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: nonsense"
            })
    void a_length_that_makes_no_sense_is_a_bad_request(String length) throws IOException {
        try (RawConnection client = new RawConnection(intake)) {
            client.send(RawConnection.head(intake, "h-1", "/v1/outcomes", JSON, length) + "{}");
            assertThat(client.answer().status()).isIn(400, 501);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n0\r\n\r\n", "2\r\n{}XX", "fffffffffffff\r\n{}"})
    void chunks_that_make_no_sense_are_a_bad_request(String chunks) throws IOException {
        for (String path : new String[] {"/v1/outcomes", "/v1/outcomes/batch", "/fhir"}) {
            try (RawConnection client = new RawConnection(intake)) {
                client.send(RawConnection.head(intake, "h-1", path, JSON, "Transfer-Encoding: chunked") + chunks);
                assertThat(client.answer().status()).isIn(400, 408);
                assertThat(client.isClosed()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "gzip\r\nContent-Encoding: br", "compress", "*", "gzip;q=1"})
    void encodings_that_nobody_knows_are_told(String encoding) throws IOException {
        try (RawConnection client = new RawConnection(intake)) {
            client.send(RawConnection.head(
                            intake, "h-1", "/v1/outcomes", JSON, "Content-Length: 2", "Content-Encoding: " + encoding)
                    + "{}");
            RawConnection.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.body()).contains("\"UNSUPPORTED_ENCODING\"");
        }
    }

    @Test
    void heads_that_are_too_long_are_refused() throws IOException {
        String many = "X-A: 1\r\n".repeat(500);
        for (String header : new String[] {"X-Long: " + "x".repeat(100_000), many + "X-B: 1"}) {
            try (RawConnection client = new RawConnection(intake)) {
                client.send(RawConnection.head(intake, "h-1", "/v1/outcomes", JSON, "Content-Length: 2", header));
                assertThat(client.answer().status()).isIn(400, 413, 431);
                assertThat(client.isClosed()).isTrue();
            }
        }
        try (RawConnection client = new RawConnection(intake)) {
            client.send(post("{}").replace("/v1/outcomes", "/v1/outcomes?" + "a=1&".repeat(1500)));
            assertThat(client.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void who_asks_first_is_told_to_go_on_only_where_the_body_is_wanted() throws IOException {
        String outcome = RawOutcomes.assessment("asked-first");
        String[] head = {JSON, "Expect: 100-continue", "Content-Length: " + outcome.getBytes(UTF_8).length};
        try (RawConnection client = new RawConnection(intake)) {
            client.send(RawConnection.head(intake, "h-1", "/v1/outcomes", head));
            assertThat(client.answer().status()).isEqualTo(100);
            client.send(outcome);
            assertThat(client.answer().status()).isEqualTo(202);
        }
        try (RawConnection stranger = new RawConnection(intake)) {
            stranger.send(RawConnection.head(intake, "h-1", "/v1/outcomes", head)
                    .replaceFirst("Authorization: [^\r]*", "Accept: */*"));
            assertThat(stranger.answer().status()).isEqualTo(401);
            assertThat(stranger.isClosed()).isTrue();
        }
        try (RawConnection wrong = new RawConnection(intake)) {
            wrong.send(RawConnection.head(intake, "h-1", "/v1/nothing", head));
            assertThat(wrong.answer().status()).isEqualTo(404);
            assertThat(wrong.isClosed()).isTrue();
        }
    }

    private static String post(String json) {
        return RawConnection.head(intake, "h-1", "/v1/outcomes", JSON, "Content-Length: " + json.getBytes(UTF_8).length)
                + json;
    }
}
