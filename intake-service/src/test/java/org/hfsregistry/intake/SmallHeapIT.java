package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.intake.running.IntakeProcess;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Far less memory than any of the bodies has, unzipped, and several of them at once. */
@Timeout(240)
class SmallHeapIT {

    private static final String HEAP = "160m";
    private static final long UNZIPPED = 300_000_000;

    private record Bomb(String path, String type, String part) {}

    private static final List<Bomb> BOMBS = List.of(
            new Bomb("/v1/outcomes", "application/json", "{\"a\":["),
            new Bomb("/v1/outcomes", "application/cloudevents+json", " "),
            new Bomb("/fhir", "application/fhir+json", "[{\"a\":"),
            new Bomb("/v1/outcomes/batch", "application/x-ndjson", "x"),
            new Bomb("/v1/outcomes/batch", "application/json", "["),
            new Bomb("/v1/outcomes/batch", "text/csv", "type,outcomeId\n\"mvd-outcome"),
            new Bomb("/v1/outcomes/batch", "text/csv", "a,"));

    @Test
    void whatever_is_sent_zipped_fits_into_a_small_heap(@TempDir Path folder) throws Exception {
        try (IntakeProcess intake =
                        new IntakeProcess(folder, HEAP, Platform.forTests().kafkaBootstrap(), "heap.");
                ExecutorService clients = Executors.newFixedThreadPool(BOMBS.size())) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < BOMBS.size(); i++) {
                Bomb bomb = BOMBS.get(i);
                String hospitalId = "h-" + i;
                answers.add(clients.submit(() -> intake.send(intake.request(bomb.path(), hospitalId)
                        .header("Content-Type", bomb.type())
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(zipped(bomb.part()))))));
            }
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(200, 400, 413);
            }
            assertThat(intake.send(intake.request("/v1/outcomes", "h-1")
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(RawOutcomes.assessment("after-it"))))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(intake.isAlive()).isTrue();
            assertThat(intake.log()).doesNotContain("OutOfMemory", " ERROR ");
        }
    }

    private static byte[] zipped(String part) throws Exception {
        byte[] parts = part.repeat(10_000).getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (long length = 0; length < UNZIPPED; length += parts.length) {
                gzip.write(parts);
            }
        }
        return bytes.toByteArray();
    }
}
