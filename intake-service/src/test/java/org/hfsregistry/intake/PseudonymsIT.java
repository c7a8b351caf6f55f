package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hospital asks for the pseudonyms of its own patients. */
class PseudonymsIT {

    private static final String HOSPITAL = Examples.HOSPITAL;

    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "pseudonyms.");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_patient_is_told_by_the_pseudonym_that_the_patients_outcomes_have() {
        intake.submit(HOSPITAL, RawOutcomes.assessment("o-1"));

        HttpResponse<String> answer = ask(own(), "{\"patientIds\":[\"P-1\",\" P-4711 \",\"P-2\"]}");

        JsonNode pseudonyms = JsonMapper.shared().readTree(answer.body()).get("pseudonyms");
        assertThat(answer.body()).doesNotContain("4711");
        assertThat(pseudonyms).hasSize(3).doesNotHaveDuplicates();
        assertThat(intake.log().all())
                .singleElement()
                .satisfies(record -> assertThat(record.value())
                        .asString(UTF_8)
                        .contains(pseudonyms.get(1).asString()));
        assertThat(ask(own(), "{\"patientIds\":[\"" + pseudonyms.get(1).asString() + "\"]}")
                        .body())
                .as("a pseudonym stays what it is")
                .contains(pseudonyms.get(1).asString());
    }

    @Test
    void the_patient_of_another_hospital_is_another() {
        String body = "{\"patientIds\":[\"P-4711\"]}";

        assertThat(ask(intake.tokens().hospital("h-other"), body).body())
                .isNotEqualTo(ask(own(), body).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"P-4711\"]",
                "{\"patientIds\":\"P-4711\"}",
                "{\"patientIds\":[]}",
                "{\"patientIds\":[\"P-1\",4711]}",
                "{\"patientIds\":[\"P-1\",\"\"]}",
                "{\"patientIds\":[\"P-4711\"],\"hospitalId\":\"h-other\"}",
                "{\"patientIds\":[\"P-4711"
            })
    void what_is_no_list_of_patient_ids_is_refused_and_not_told(String body) {
        HttpResponse<String> answer = ask(own(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_PATIENT_IDS").doesNotContain("4711");
    }

    @Test
    void who_may_erase_may_ask_and_who_may_only_read_may_not() {
        String body = "{\"patientIds\":[\"P-4711\"]}";

        assertThat(ask(intake.tokens().token("eraser", HOSPITAL, "records.erase"), body)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(intake.tokens().token("reader", HOSPITAL, "records.read"), body)
                        .statusCode())
                .isEqualTo(403);
    }

    private static String own() {
        return intake.tokens().hospital(HOSPITAL);
    }

    private static HttpResponse<String> ask(String token, String body) {
        return intake.send(intake.request("/v1/pseudonyms", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
