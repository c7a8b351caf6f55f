package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.intake.running.RawConnection;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too long, never end, or are packed otherwise than they say. */
@Timeout(120)
class HostileBodiesIT {

    private static final String HOSPITAL = Examples.HOSPITAL;
    private static final int BOMB = 200_000_000;
    private static final long BATCH = 5_000_000;
    private static final long PASSED_OVER = 16 * 1024 * 1024;
    private static final long ON_THE_WAY = 16 * 1024 * 1024;

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(
                folder, Platform.forTests().kafkaBootstrap(), "hostile.", "--hfs.intake.limits.batch=" + BATCH + "B");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @AfterEach
    void takes_a_good_outcome_after_it() {
        assertThat(intake.submit(HOSPITAL, RawOutcomes.assessment("good")).statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/outcomes, application/json, 413, BODY_TOO_LONG",
        "/v1/outcomes, application/cloudevents+json, 413, BODY_TOO_LONG",
        "/fhir, application/fhir+json, 413, BODY_TOO_LONG",
        "/v1/outcomes/batch, application/x-ndjson, 200, BATCH_TOO_LONG",
        "/v1/outcomes/batch, application/json, 200, BATCH_TOO_LONG",
        "/v1/outcomes/batch, text/csv, 400, INVALID_HEADER"
    })
    void a_body_that_never_ends_is_answered_zipped_or_not(String path, String type, int status, String code)
            throws Exception {
        byte[] part = "[1,[\n".repeat(20_000).getBytes(UTF_8);
        HttpResponse<String> bomb = post(path, type, "gzip", bomb(part));
        assertThat(bomb.body()).contains("\"" + code + "\"");
        assertThat(bomb.statusCode()).isEqualTo(status);

        try (RawConnection endless = new RawConnection(intake)) {
            endless.send(
                    RawConnection.head(intake, HOSPITAL, path, "Content-Type: " + type, "Transfer-Encoding: chunked"));
            Sending sending = Sending.begin(endless, part);
            RawConnection.Answer answer = endless.answer();
            sending.await();
            assertThat(answer.body()).contains("\"" + code + "\"");
            assertThat(answer.status()).isEqualTo(status);
            assertThat(sending.sent).hasValueLessThan(BATCH + PASSED_OVER + ON_THE_WAY);
        }
    }

    @Test
    void a_table_that_never_ends_is_cut_at_the_limit() throws Exception {
        byte[] rows = "type,outcomeId\nretraction,o-1\n".repeat(10_000).getBytes(UTF_8);
        assertThat(post("/v1/outcomes/batch", "text/csv", "gzip", bomb(rows)).body())
                .contains("\"BATCH_TOO_LONG\"", "\"accepted\":0");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/outcomes, application/x-www-form-urlencoded, 405",
        "PUT, /v1/nothing, application/x-www-form-urlencoded, 404",
        "POST, /v1/outcomes/batch, application/x-www-form-urlencoded, 415",
        "POST, /v1/outcomes, multipart/form-data; boundary=b, 415"
    })
    void forms_without_an_end_are_not_read(String method, String path, String type, int status) throws Exception {
        byte[] part = "a=%20&".repeat(20_000).getBytes(UTF_8);
        for (boolean known : new boolean[] {true, false}) {
            try (RawConnection endless = new RawConnection(intake)) {
                String head = RawConnection.head(
                                intake, HOSPITAL, path, "Content-Type: " + type, "Transfer-Encoding: chunked")
                        .replaceFirst("POST", method);
                endless.send(known ? head : head.replaceFirst("Authorization: [^\r]*", "Accept: */*"));
                Sending sending = Sending.begin(endless, part);
                assertThat(endless.answer().status()).isEqualTo(known ? status : 401);
                sending.await();
                assertThat(sending.sent).hasValueLessThan(PASSED_OVER + ON_THE_WAY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/outcomes|application/json",
                "/v1/outcomes|application/cloudevents+json",
                "/fhir|application/fhir+json",
                "/v1/outcomes/batch|application/x-ndjson",
                "/v1/outcomes/batch|application/json",
                "/v1/outcomes/batch|text/csv"
            })
    void gzip_that_nobody_told_of_is_told_with_the_remedy(String where) throws IOException {
        String path = where.substring(0, where.indexOf('|'));
        String type = where.substring(where.indexOf('|') + 1);
        byte[] zipped = zipped(RawOutcomes.assessment("zipped").getBytes(UTF_8));

        HttpResponse<String> untold = post(path, type, "identity", zipped);
        assertThat(untold.statusCode()).isEqualTo(400);
        assertThat(untold.body()).contains("\"UNTOLD_GZIP\"", "Send it with the header Content-Encoding: gzip.");
        HttpResponse<String> twice = post(path, type, "gzip", zipped(zipped));
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("\"UNTOLD_GZIP\"", "Zip it once.");
        HttpResponse<String> cut = post(path, type, "gzip", Arrays.copyOf(zipped, 5));
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(cut.body()).contains("\"NOT_GZIP\"");
    }

    private static HttpResponse<String> post(String path, String type, String encoding, byte[] body) {
        HttpRequest.Builder request = intake.request(path, intake.tokens().hospital(HOSPITAL))
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body));
        return intake.send(request);
    }

    private static byte[] bomb(byte[] part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (long length = 0; length < BOMB; length += part.length) {
                gzip.write(part);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        }
        return bytes.toByteArray();
    }

    /** Chunk after chunk, until the other side takes no more. */
    private static final class Sending implements Runnable {

        private final RawConnection to;
        private final byte[] chunk;
        private final Thread thread;
        private final AtomicLong sent = new AtomicLong();

        private Sending(RawConnection to, byte[] chunk) {
            this.to = to;
            this.chunk = chunk;
            this.thread = Thread.ofVirtual().unstarted(this);
        }

        static Sending begin(RawConnection to, byte[] chunk) {
            Sending sending = new Sending(to, chunk);
            sending.thread.start();
            return sending;
        }

        void await() throws InterruptedException {
            thread.join();
        }

        @Override
        public void run() {
            try {
                while (true) {
                    to.sendChunk(chunk);
                    sent.addAndGet(chunk.length);
                }
            } catch (IOException closed) {
                // as it should be
            }
        }
    }
}
