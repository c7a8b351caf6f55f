package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import tools.jackson.databind.JsonNode;

/** A hospital of the shared run, which submits outcomes and asks for its numbers. */
record Hospital(SharedRun run, String id) {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ASKING = Duration.ofMillis(10);

    String token() {
        return run.tokens().hospital(id);
    }

    void submits(String outcome) {
        Answer answer = post("/v1/outcomes", "application/json", token(), outcome);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    }

    Answer post(String path, String contentType, String bearer, String body) {
        return LocalHttp.post(
                run.at(Server.INTAKE, path), "Bearer " + bearer, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    void awaitCount(int assessed, int successes) {
        String token = token();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_ASKING)
                .untilAsserted(() -> {
                    JsonNode group = group(token);
                    assertThat(group.path("n").asInt(0)).as("%s", group).isEqualTo(assessed);
                    assertThat(group.path("successes").asInt(0)).as("%s", group).isEqualTo(successes);
                });
    }

    Answer receipt(String outcomeId) {
        return LocalHttp.get(run.at(Server.REGISTRY, "/v1/outcomes/" + outcomeId), token());
    }

    JsonNode group(String token) {
        return LocalHttp.get(run.at(Server.ANALYTICS, "/v1/statistics/mvd-success?hospital=" + id), token)
                .json()
                .at("/groups/0");
    }

    static String assessment(String outcomeId, int revision, String patientId, String treatmentId, String grade) {
        return """
                {"type":"mvd-outcome","outcomeId":"%s","revision":%d,"patientId":"%s","treatmentId":"%s","side":"left",\
                "treatedOn":"2021-05-03","assessedOn":"2022-05-03","spasmGrade":"%s"}""".formatted(outcomeId, revision, patientId, treatmentId, grade);
    }

    static String retraction(String outcomeId, String retracts) {
        return """
                {"type":"retraction","outcomeId":"%s","retracts":"%s","reason":"reported for the wrong operation"}""".formatted(outcomeId, retracts);
    }
}
