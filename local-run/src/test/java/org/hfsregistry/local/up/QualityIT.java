package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the registry can't register is told by the statistics as long as nobody mends it. */
class QualityIT {

    @Test
    void an_outcome_in_quarantine_is_in_the_quality_of_data_until_it_is_submitted_again() throws Exception {
        Hospital hospital = new Hospital(SharedRun.get(), "h-quality");
        hospital.submits(Hospital.assessment("q-1", 1, "70812-4", "t-q-1", "E0"));
        hospital.submits(Hospital.assessment("q-1", 1, "70812-4", "t-q-1", "E2"));

        JsonNode told = awaitQuarantine(hospital, 1, 0);
        assertThat(told.at("/quarantine/byCode/CONFLICT").asInt()).isEqualTo(1);
        assertThat(told.at("/quarantine/oldestOpenAt").asString()).isNotEmpty();
        assertThat(told.at("/daysToSubmission/mvd/n").asInt()).isEqualTo(1);

        JsonNode open = LocalHttp.get(hospital.run().at(Server.REGISTRY, "/v1/quarantine?state=open"), hospital.token())
                .json()
                .path(0);
        String mended = open.path("outcome").toString().replace("\"revision\":1", "\"revision\":2");
        Answer resubmitted = LocalHttp.post(
                hospital.run()
                        .at(Server.REGISTRY, "/v1/quarantine/" + open.path("id").asString() + "/resubmit"),
                "Bearer " + hospital.token(),
                "application/json",
                mended.getBytes(StandardCharsets.UTF_8));
        assertThat(resubmitted.status()).as(resubmitted.response().body()).isEqualTo(202);

        assertThat(awaitQuarantine(hospital, 0, 1).path("quarantine").has("oldestOpenAt"))
                .isFalse();
    }

    private static JsonNode awaitQuarantine(Hospital hospital, int open, int resolved) {
        JsonNode[] told = new JsonNode[1];
        await().atMost(Hospital.PATIENCE).untilAsserted(() -> {
            told[0] = LocalHttp.get(
                            hospital.run().at(Server.ANALYTICS, "/v1/statistics/quality?hospital=" + hospital.id()),
                            hospital.token())
                    .json()
                    .at("/groups/0");
            JsonNode quarantine = told[0].path("quarantine");
            assertThat(quarantine.path("open").asInt(-1)).as("%s", told[0]).isEqualTo(open);
            assertThat(quarantine.path("resolved").asInt(-1)).as("%s", told[0]).isEqualTo(resolved);
        });
        return told[0];
    }
}
