package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.patient;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A hospital finds that two of its patients are one person, and that they are not. Each test has a hospital of its own. */
@ExtendWith(OutputCaptureExtension.class)
class MergeIT extends OneRegistry {

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings, "--hfs.registry.seal-every=50ms");
    }

    @Test
    void merged_and_parted_again_everything_tells_of_it_and_the_record_is_proved() {
        String hospital = "h-merges";
        surroundings.submit(of(hospital, 31, "o-1", "t-1"), of(hospital, 32, "o-2", "t-2"));
        Registry.Answer accepted = merge(hospital, 31, 32);
        surroundings.submit(of(hospital, 32, "o-3", "t-1"), of(hospital, 32, "o-4", "t-4"));
        followed();

        assertThat(accepted.status()).isEqualTo(202);
        JsonNode merge = registry.get(hospital, accepted.header("Location")).json();
        assertThat(merge.get("state").asString()).isEqualTo("standing");
        assertThat(merge.get("requestedBy").asString()).isEqualTo("client-of-" + hospital);
        assertThat(merge.get("mergedPatientId").asString())
                .isEqualTo(patient(32).value());
        assertThat(merge.get("treatments").asInt()).isEqualTo(1);
        assertThat(registry.get("h-else", accepted.header("Location")).status()).isEqualTo(404);
        for (String treatment : List.of("t-1", "t-2", "t-4")) {
            assertThat(shownPatient(hospital, treatment)).isEqualTo(patient(31).value());
            assertThat(publishedPatient(hospital, treatment))
                    .isEqualTo(patient(31).value());
        }
        assertThat(registry.get(hospital, "/v1/export").response().body())
                .doesNotContain(patient(32).value());
        JsonNode history = registry.get(hospital, "/v1/treatments/t-2/history").json();
        assertThat(history.at("/0/outcome/patientId").asString())
                .isEqualTo(patient(32).value());
        assertThat(history.at("/1/merge/patientId").asString())
                .isEqualTo(patient(31).value());
        assertProved();

        Registry.Answer undone = undo(hospital, 31, 32);
        followed();

        assertThat(undone.status()).isEqualTo(202);
        JsonNode merges = registry.get(hospital, "/v1/merges").json();
        assertThat(merges.valueStream().map(one -> one.get("state").asString())).containsExactly("undone", "done");
        assertThat(merges.get(1).get("leftOut").asInt()).isEqualTo(1);
        assertThat(registry.get(hospital, "/v1/merges?limit=1").header("Link")).contains("rel=\"next\"");
        assertThat(shownPatient(hospital, "t-1")).isEqualTo(patient(31).value());
        for (String treatment : List.of("t-2", "t-4")) {
            assertThat(shownPatient(hospital, treatment)).isEqualTo(patient(32).value());
            assertThat(publishedPatient(hospital, treatment))
                    .isEqualTo(patient(32).value());
        }
        JsonNode quarantined =
                registry.get(hospital, "/v1/quarantine?state=open").json();
        assertThat(quarantined).hasSize(1);
        assertThat(quarantined.at("/0/code").asString()).isEqualTo("CONTRADICTION");
        assertThat(quarantined.at("/0/outcome/patientId").asString())
                .isEqualTo(patient(32).value());
        assertThat(registry.get(hospital, "/v1/outcomes/o-3")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("quarantined");
        assertThat(registry.get(hospital, "/v1/treatments/t-1/history")
                        .json()
                        .at("/2/merge/undone")
                        .asBoolean())
                .isTrue();
        assertProved();
        assertThat(registry.rebuild("?replace=true").count("replaced")).isZero();
    }

    @Test
    void of_an_erased_person_nothing_is_left_under_any_of_the_ids() {
        String hospital = "h-erases-merged";
        surroundings.submit(of(hospital, 41, "o-1", "t-1"), of(hospital, 42, "o-2", "t-2"));
        merge(hospital, 41, 42);
        followed();
        registry.erase("/v1/patients/" + patient(42).value() + "?basis=GDPR", TOKENS.hospital(hospital));
        surroundings.submit(of(hospital, 41, "o-3", "t-3"), of(hospital, 42, "o-4", "t-4"));
        followed();
        Registry.Answer undone = undo(hospital, 41, 42);

        assertThat(registry.get(hospital, "/v1/erasures")
                        .json()
                        .at("/0/treatments")
                        .asInt())
                .isEqualTo(2);
        assertThat(registry.get(hospital, "/v1/treatments").json()).isEmpty();
        assertThat(registry.get(hospital, "/v1/quarantine")
                        .json()
                        .valueStream()
                        .map(one -> one.get("code").asString()))
                .containsExactly("PATIENT_ERASED", "PATIENT_ERASED");
        assertThat(undone.status()).isEqualTo(409);
        assertThat(registry.get(hospital, "/v1/merges").json().at("/0/state").asString())
                .isEqualTo("erased");
        assertThat(kept())
                .doesNotContain(patient(41).value())
                .doesNotContain(patient(42).value());
        merge(hospital, 41, 42);
        followed();
        assertThat(registry.get(hospital, "/v1/merges").json().at("/1/state").asString())
                .isEqualTo("without-effect");
        assertThat(kept())
                .doesNotContain(patient(41).value())
                .doesNotContain(patient(42).value());
        assertProved();
    }

    @Test
    void what_would_change_nothing_is_refused_where_it_is_known() {
        String hospital = "h-knows";
        assertThat(code(merge(hospital, 51, 51))).isEqualTo("MERGED_WITH_ITSELF");
        assertThat(code(undo(hospital, 51, 52))).isEqualTo("NOT_MERGED");
        merge(hospital, 51, 52);
        followed();
        assertThat(code(merge(hospital, 53, 52))).isEqualTo("MERGED_ALREADY");
        assertThat(code(merge(hospital, 52, 51))).isEqualTo("MERGED_IN_A_CIRCLE");
        assertThat(code(undo(hospital, 53, 52))).isEqualTo("NOT_MERGED");
    }

    @Test
    void a_hospital_merges_its_own_patients_and_an_admin_says_of_which_hospital() {
        String path = "/v1/patients/" + patient(61).value() + "/merges";
        String body = "{\"mergedPatientId\":\"" + patient(62).value() + "\"}";
        assertThat(post(path, TOKENS.admin(), body).status()).isEqualTo(400);
        assertThat(post(path + "?hospitalId=h-of-admin", TOKENS.admin(), body).status())
                .isEqualTo(202);
        assertThat(post(path + "?hospitalId=h-other", TOKENS.hospital("h-own"), body)
                        .status())
                .isEqualTo(403);
        assertThat(post(path, TOKENS.researcher(), body).status()).isEqualTo(403);
        followed();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> registry.getAsAdmin("/v1/audit?hospitalId=h-of-admin")
                        .response()
                        .body()
                        .contains("POST /v1/patients/{patientId}/merges"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MRN-patient4711", "MRN%20patient4711", "k9.00000000000patient4711", "patient4711%0A"})
    void what_is_no_pseudonym_is_refused_and_told_nowhere(String raw, CapturedOutput output) {
        String own = TOKENS.hospital("h-raw");
        String known = patient(71).value();
        for (Registry.Answer answer : List.of(
                post("/v1/patients/" + raw + "/merges", own, "{\"mergedPatientId\":\"" + known + "\"}"),
                post("/v1/patients/" + known + "/merges", own, "{\"mergedPatientId\":\"" + raw + "\"}"),
                post("/v1/patients/" + known + "/merges", own, "{\"mergedPatientId\":{\"id\":\"" + raw + "\"}}"),
                post("/v1/patients/" + known + "/merges", own, "{\"mergedPatientId\":" + raw),
                registry.erase("/v1/patients/" + raw + "/merges/" + known, own),
                registry.erase("/v1/patients/" + known + "/merges/" + raw, own))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.response().body()).doesNotContain("patient4711");
        }
        assertThat(output.getAll()).doesNotContain("patient4711");
        assertThat(kept()).doesNotContain("patient4711");
    }

    private static Registry.Answer merge(String hospital, int stays, int goes) {
        return post(
                "/v1/patients/" + patient(stays).value() + "/merges",
                TOKENS.hospital(hospital),
                "{\"mergedPatientId\":\"" + patient(goes).value() + "\"}");
    }

    private static Registry.Answer undo(String hospital, int stays, int goes) {
        return registry.erase(
                "/v1/patients/" + patient(stays).value() + "/merges/"
                        + patient(goes).value(),
                TOKENS.hospital(hospital));
    }

    private static Registry.Answer post(String path, String token, String body) {
        return registry.post(path, token, "application/json", body);
    }

    private static String code(Registry.Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        return answer.json().get("code").asString();
    }

    private static Outcome of(String hospital, int patient, String outcomeId, String treatmentId) {
        return Examples.assessment(hospital, outcomeId, 1, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }

    private static String shownPatient(String hospital, String treatmentId) {
        return registry.get(hospital, "/v1/treatments/" + treatmentId)
                .json()
                .at("/outcomes/0/outcome/patientId")
                .asString();
    }

    private static String publishedPatient(String hospital, String treatmentId) {
        CloudEvent published =
                Objects.requireNonNull(surroundings.treatmentsTopic().get(hospital + "/" + treatmentId));
        return DocumentJson.treatment(
                        Objects.requireNonNull(published.getData()).toBytes())
                .patientId()
                .orElseThrow()
                .value();
    }

    private static void assertProved() {
        followed();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> registry.verification().count("unsealedEntries") == 0);
        assertThat(registry.verification().findings()).isEmpty();
    }

    /** All that the database holds. */
    private static String kept() {
        StringBuilder kept = new StringBuilder();
        registry.database().listCollectionNames().forEach(name -> kept.append(registry.stored(name)));
        return kept.toString();
    }

    private static void followed() {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(1))
                .until(() -> surroundings.followed(registry));
    }
}
