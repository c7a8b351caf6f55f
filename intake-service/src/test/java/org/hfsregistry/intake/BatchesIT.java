package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.intake.running.CapturedLog;
import org.hfsregistry.intake.running.FullDuplexUpload;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BatchesIT {

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "batches.");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void rejects_bad_rows_and_accepts_the_others() {
        HttpResponse<String> answer = intake.submitBatch("h-01", "", BodyPublishers.ofString("""
                        %s

                        %s
                        {"type":"mvd-outcome",
                        %s
                        %s
                        """.formatted(
                        RawOutcomes.assessment("b-1"),
                        RawOutcomes.assessment("b-2", "E9"),
                        RawOutcomes.assessment("b-4").replace("{", "{\"hospitalId\":\"h-02\","),
                        RawOutcomes.assessment("b-5"))));
        List<String> lines = answer.body().lines().toList();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(lines.get(0))
                .startsWith(
                        "{\"row\":3,\"outcomeId\":\"b-2\",\"status\":\"rejected\",\"errors\":[{\"code\":\"UNKNOWN_CODE\","
                                + "\"field\":\"spasmGrade\",\"value\":\"E9\",\"message\":");
        assertThat(lines.get(1))
                .startsWith("{\"row\":4,\"status\":\"rejected\"")
                .contains("MALFORMED_JSON");
        assertThat(lines.get(2)).startsWith("{\"row\":5,\"outcomeId\":\"b-4\"").contains("OTHER_HOSPITAL");
        assertThat(lines.get(3))
                .isEqualTo("{\"summary\":{\"received\":5,\"accepted\":2,\"rejected\":3,\"dryRun\":false}}");
        assertThat(lines).hasSize(4);
        assertThat(kept()).contains("b-1", "b-5").doesNotContain("b-2", "b-4");
    }

    @Test
    void accounts_for_every_one_of_10_000_rows() {
        long before = intake.log().size();
        BodyPublisher rows = BodyPublishers.ofString(IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> RawOutcomes.assessment("m-" + i, i % 10 == 0 ? "E9" : "E1"))
                .collect(Collectors.joining("\n")));
        HttpResponse<String> answer = intake.submitBatch("h-03", "?rows=all", rows);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(10_001);
        for (int i = 1; i <= 10_000; i++) {
            assertThat(lines.get(i - 1))
                    .startsWith("{\"row\":%d,\"outcomeId\":\"m-%d\",\"status\":\"%s\""
                            .formatted(i, i, i % 10 == 0 ? "rejected" : "accepted"));
        }
        assertThat(lines.getLast())
                .isEqualTo("{\"summary\":{\"received\":10000,\"accepted\":9000,\"rejected\":1000,\"dryRun\":false}}");
        assertThat(intake.log().size()).isEqualTo(before + 9000);
    }

    @Test
    void a_dry_run_publishes_nothing() {
        long before = intake.log().size();
        HttpResponse<String> answer = intake.submitBatch(
                "h-01",
                "?dryRun=true&rows=all",
                BodyPublishers.ofString(RawOutcomes.assessment("d-1") + "\n" + RawOutcomes.assessment("d-2", "E9")));
        assertThat(answer.body().lines())
                .hasSize(3)
                .first()
                .isEqualTo("{\"row\":1,\"outcomeId\":\"d-1\",\"status\":\"accepted\",\"errors\":[],\"warnings\":[]}");
        assertThat(answer.body())
                .endsWith("{\"summary\":{\"received\":2,\"accepted\":1,\"rejected\":1,\"dryRun\":true}}\n");
        assertThat(intake.log().size()).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    void answers_each_row_before_the_next_one_is_sent() throws IOException {
        try (FullDuplexUpload upload = FullDuplexUpload.begin(intake, "h-01", "?rows=all")) {
            for (int i = 1; i <= 5; i++) {
                upload.send(RawOutcomes.assessment("s-" + i, i % 2 == 0 ? "E9" : "E0") + "\n");
                assertThat(upload.nextLine())
                        .startsWith("{\"row\":%d,\"outcomeId\":\"s-%d\",\"status\":\"%s\""
                                .formatted(i, i, i % 2 == 0 ? "rejected" : "accepted"));
            }
            upload.end();
            assertThat(upload.nextLine())
                    .isEqualTo("{\"summary\":{\"received\":5,\"accepted\":3,\"rejected\":2,\"dryRun\":false}}");
        }
        assertThat(kept()).contains("s-1", "s-3", "s-5");
    }

    @Test
    @Timeout(60)
    void a_client_may_send_everything_before_it_reads_anything() throws IOException {
        int rows = 100_000;
        try (FullDuplexUpload upload = FullDuplexUpload.begin(intake, "h-01", "?rows=all&dryRun=true")) {
            for (int i = 1; i <= rows; i++) {
                upload.send(RawOutcomes.assessment("u-" + i, i % 2 == 0 ? "E9" : "E0") + "\n");
            }
            upload.end();
            for (int i = 1; i <= rows; i++) {
                assertThat(upload.nextLine()).startsWith("{\"row\":%d,\"outcomeId\":\"u-%d\"".formatted(i, i));
            }
            assertThat(upload.nextLine()).contains("\"received\":100000,\"accepted\":50000,\"rejected\":50000");
        }
    }

    @Test
    @Timeout(60)
    void keeps_what_was_answered_when_the_client_breaks_off() throws IOException {
        try (CapturedLog log = CapturedLog.begin()) {
            try (FullDuplexUpload upload = FullDuplexUpload.begin(intake, "h-01", "?rows=all")) {
                upload.send(RawOutcomes.assessment("x-1") + "\n");
                assertThat(upload.nextLine()).contains("accepted");
                upload.send(RawOutcomes.assessment("x-2").substring(0, 40));
            }
            while (!log.text().contains("A client went away")) {
                Thread.onSpinWait();
            }
            assertThat(log.text()).doesNotContain("Exception");
        }
        assertThat(intake.submit("h-01", RawOutcomes.assessment("x-3")).statusCode())
                .isEqualTo(202);
        assertThat(kept()).contains("x-1", "x-3").doesNotContain("x-2");
    }

    @Test
    @Timeout(60)
    void an_answer_that_was_begun_does_not_become_another_one_when_the_client_breaks_off() throws IOException {
        try (CapturedLog log = CapturedLog.begin();
                FullDuplexUpload upload = FullDuplexUpload.begin(intake, "h-01", "?rows=all")) {
            upload.send(RawOutcomes.assessment("y-1") + "\n");
            assertThat(upload.nextLine()).contains("accepted");
            upload.send(RawOutcomes.assessment("y-2").substring(0, 40));

            upload.breakOff();

            assertThat(log.text()).contains("A client went away").doesNotContain("Exception");
        }
    }

    @Test
    void a_line_that_is_too_long_is_one_rejected_row() {
        String tooLong = RawOutcomes.assessment("l-2").replace("P-4711", "P".repeat(200_000));
        HttpResponse<String> answer = intake.submitBatch(
                "h-01",
                "",
                BodyPublishers.ofString(
                        RawOutcomes.assessment("l-1") + "\n" + tooLong + "\n" + RawOutcomes.assessment("l-3")));
        assertThat(answer.body().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"row\":2,\"status\":\"rejected\",\"errors\":[{\"code\":\"LINE_TOO_LONG\"");
        assertThat(answer.body()).contains("\"received\":3,\"accepted\":2,\"rejected\":1");
    }

    @Test
    void takes_gzip_and_tells_where_it_is_broken() throws IOException {
        byte[] zipped = zipped(IntStream.range(0, 5000)
                .mapToObj(i -> RawOutcomes.assessment("z-" + i))
                .collect(Collectors.joining("\n")));
        assertThat(submitZipped(zipped, zipped.length).body())
                .isEqualTo("{\"summary\":{\"received\":5000,\"accepted\":5000,\"rejected\":0,\"dryRun\":true}}\n");
        assertThat(submitZipped(zipped, zipped.length / 2).body())
                .contains("\"code\":\"NOT_GZIP\"")
                .contains("\"rejected\":1,\"dryRun\":true}}");
        assertThat(submitZipped("plain".getBytes(UTF_8), 5).statusCode()).isEqualTo(400);
    }

    @Test
    void an_empty_batch_is_an_account_of_nothing() {
        assertThat(intake.submitBatch("h-01", "", BodyPublishers.ofString("\n\n"))
                        .body())
                .isEqualTo("{\"summary\":{\"received\":0,\"accepted\":0,\"rejected\":0,\"dryRun\":false}}\n");
    }

    @Test
    void refuses_other_types_and_parameters() {
        HttpResponse<String> text =
                intake.send(intake.request("/v1/outcomes/batch", intake.tokens().hospital("h-01"))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("a,b")));
        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(text.body())
                .contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"", "application/x-ndjson, application/json, text/csv");
        HttpResponse<String> some = intake.submitBatch("h-01", "?rows=some", BodyPublishers.ofString(""));
        assertThat(some.statusCode()).isEqualTo(400);
        assertThat(some.body()).contains("\"code\":\"UNKNOWN_ROWS\"");
        HttpResponse<String> maybe = intake.submitBatch("h-01", "?dryRun=maybe", BodyPublishers.ofString("{}"));
        assertThat(maybe.statusCode()).isEqualTo(400);
        assertThat(maybe.body()).contains("\"code\":\"UNKNOWN_DRY_RUN\"", "The parameter dryRun is true or false.");
    }

    @Test
    void keeps_nothing_where_a_parameter_is_misspelt() {
        HttpResponse<String> batch = intake.submitBatch("h-01", "?dryrun=true", BodyPublishers.ofString("{}"));
        HttpResponse<String> single = intake.send(
                intake.request("/v1/outcomes?dryrun=true", intake.tokens().hospital("h-01"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(batch.statusCode()).isEqualTo(400);
        assertThat(batch.body()).contains("\"code\":\"UNKNOWN_PARAMETER\"", "What may be said: dryRun, rows.");
        assertThat(single.statusCode()).isEqualTo(400);
        assertThat(single.body()).contains("\"code\":\"UNKNOWN_PARAMETER\"", "What may be said: dryRun.");
    }

    private static HttpResponse<String> submitZipped(byte[] zipped, int length) {
        return intake.send(
                intake.request("/v1/outcomes/batch?dryRun=true", intake.tokens().hospital("h-01"))
                        .header("Content-Type", "application/x-ndjson")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(zipped, 0, length)));
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> kept() {
        return intake.log().outcomeIds();
    }
}
