package org.hfsregistry.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Intake with a broker, and what must hold for the answer to any body: it is no fault of the service's, it can be read, its
 * account adds up, what it calls accepted and nothing else stands on the topic, and it is the same the second time.
 */
final class Accounts implements AutoCloseable {

    private final RunningIntake intake;
    private final TopicTail topic;

    Accounts(String prefix) {
        String broker = Platform.forTests().kafkaBootstrap();
        try {
            Path folder = Files.createTempDirectory("intake-fuzz");
            folder.toFile().deleteOnExit();
            this.intake = new RunningIntake(folder, broker, prefix, "--hfs.intake.rate.requests=1000000000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        intake.submit(Examples.HOSPITAL, RawOutcomes.assessment("first"));
        this.topic = new TopicTail(broker, new Topics(prefix).submitted().name());
    }

    /** Sends it twice, and looks at the answers and at the topic. */
    void hold(Sent sent) {
        HttpResponse<String> first = holdOnce(sent);
        HttpResponse<String> second = holdOnce(sent);
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
    }

    private HttpResponse<String> holdOnce(Sent sent) {
        HttpResponse<String> answer = intake.send(sent.to(intake));
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        List<String> accepted = switch (type) {
            case "application/problem+json" -> ofProblem(answer);
            case "application/json" -> ofReceipt(sent, answer);
            case "application/x-ndjson" -> ofBatch(sent, answer);
            case "application/fhir+json" -> ofBundle(answer);
            default -> throw new AssertionError(answer.statusCode() + " with a body of type " + type);
        };
        List<String> kept = topic.news();
        if (sent.dryRun()) {
            assertThat(kept).isEmpty();
        } else if (sent.way() == Way.BUNDLE) {
            assertThat(kept).hasSameSizeAs(accepted);
        } else {
            assertThat(kept).isEqualTo(accepted);
        }
        return answer;
    }

    private static List<String> ofProblem(HttpResponse<String> answer) {
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("code").asString()).matches("[A-Z][A-Z0-9_]+");
        assertThat(problem.path("detail").asString()).isNotBlank();
        return List.of();
    }

    private static List<String> ofReceipt(Sent sent, HttpResponse<String> answer) {
        JsonNode receipt = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(sent.dryRun() ? 200 : 202);
        assertThat(receipt.path("status").asString()).isEqualTo("accepted");
        return List.of(receipt.path("outcomeId").asString());
    }

    private static List<String> ofBatch(Sent sent, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        List<String> accepted = new ArrayList<>();
        long before = 0;
        for (String line : lines.subList(0, lines.size() - 1)) {
            JsonNode row = JsonMapper.shared().readTree(line);
            assertThat(row.path("row").asLong()).as(line).isGreaterThan(before).isLessThanOrEqualTo(sent.mostRows());
            before = row.path("row").asLong();
            switch (row.path("status").asString()) {
                case "accepted" -> accepted.add(row.path("outcomeId").asString());
                case "rejected" ->
                    assertThat(row.path("errors").size()).as(line).isPositive();
                default -> throw new AssertionError(line);
            }
        }
        JsonNode summary = JsonMapper.shared().readTree(lines.getLast()).path("summary");
        assertThat(summary.path("received").asLong()).isEqualTo(lines.size() - 1);
        assertThat(summary.path("accepted").asLong()).isEqualTo(accepted.size());
        assertThat(summary.path("rejected").asLong()).isEqualTo(lines.size() - 1 - accepted.size());
        assertThat(summary.path("dryRun").asBoolean()).isEqualTo(sent.dryRun());
        return accepted;
    }

    /** An entry for each outcome that is kept. */
    private static List<String> ofBundle(HttpResponse<String> answer) {
        JsonNode resource = JsonMapper.shared().readTree(answer.body());
        List<String> accepted = new ArrayList<>();
        switch (resource.path("resourceType").asString()) {
            case "OperationOutcome" -> assertThat(answer.statusCode()).isEqualTo(400);
            case "Bundle" -> {
                assertThat(answer.statusCode()).isIn(200, 422);
                for (JsonNode entry : resource.path("entry")) {
                    String status = entry.at("/response/status").asString();
                    assertThat(status).matches("[234]\\d\\d .+");
                    if (status.startsWith("202")) {
                        accepted.add(status);
                    }
                }
            }
            default -> throw new AssertionError(answer.body());
        }
        return accepted;
    }

    @Override
    public void close() {
        topic.close();
        intake.close();
    }
}
