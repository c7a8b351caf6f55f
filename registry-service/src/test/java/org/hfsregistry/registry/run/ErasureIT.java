package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.patient;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A hospital erases a patient, and finds nothing of the patient any more. Each test has a hospital of its own. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureIT extends OneRegistry {

    private static final String BASIS = "?basis=GDPR%20Art.%2017(1)(b)";

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings, "--hfs.registry.seal-every=50ms");
    }

    @Test
    void nothing_of_the_patient_is_left_and_the_record_is_proved() {
        String hospital = "h-erases";
        surroundings.submit(
                of(hospital, 21, "o-1", 1, "t-1"),
                of(hospital, 21, "o-1", 2, "t-2"),
                of(hospital, 22, "o-3", 1, "t-3"),
                of(hospital, 21, "o-4", 1, "t-3"),
                of(hospital, 21, "o-5", 1, "t-5"),
                new Retraction("r-1", 1, hospital, "o-5", "of the patient who moved away"));
        awaitSealed();
        String pseudonym = shownPatient(hospital, "t-2");
        assertThat(kept()).contains(pseudonym).contains("moved away");

        Registry.Answer accepted = registry.erase("/v1/patients/" + pseudonym + BASIS, TOKENS.hospital(hospital));
        followed();

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Location"))
                .isEqualTo("/v1/erasures/" + accepted.json().get("id").asString());
        JsonNode erasure = registry.get(hospital, accepted.header("Location")).json();
        assertThat(erasure.get("basis").asString()).isEqualTo("GDPR Art. 17(1)(b)");
        assertThat(erasure.get("requestedBy").asString()).isEqualTo("client-of-" + hospital);
        assertThat(erasure.get("treatments").asInt()).isEqualTo(3);
        assertThat(erasure.get("outcomes").asInt()).isEqualTo(5);
        assertThat(registry.get("h-else", accepted.header("Location")).status()).isEqualTo(404);
        assertThat(kept()).doesNotContain(pseudonym).doesNotContain("moved away");
        assertThat(shown(hospital)).doesNotContain(pseudonym);
        for (String path : List.of("t-1", "t-2", "t-1/history", "t-2/history", "t-5/history")) {
            assertThat(registry.get(hospital, "/v1/treatments/" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(registry.get(hospital, "/v1/treatments/t-3").json().get("outcomes"))
                .hasSize(1);
        assertThat(receipt(hospital, "o-1").get("status").asString()).isEqualTo("retracted");
        assertThat(receipt(hospital, "o-1").get("reason").asString()).isEqualTo("the patient was erased");
        assertThat(receipt(hospital, "o-3").get("status").asString()).isEqualTo("registered");
        assertThat(surroundings.treatmentsTopic())
                .containsKey(hospital + "/t-3")
                .doesNotContainKeys(hospital + "/t-1", hospital + "/t-2");

        awaitSealed();
        Proof proof = registry.verification();
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.count("erasedEntries")).isGreaterThanOrEqualTo(5);
        assertThat(registry.rebuild("?replace=true").count("replaced")).isZero();
        assertThat(kept()).doesNotContain(pseudonym);
        assertThat(surroundings.treatmentsTopic()).doesNotContainKeys(hospital + "/t-1", hospital + "/t-2");
    }

    @Test
    void whatever_comes_later_of_the_patient_is_refused_with_the_reason_and_can_not_be_submitted_again() {
        String hospital = "h-refuses";
        surroundings.submit(of(hospital, 23, "o-1", 1, "t-1"));
        followed();
        String pseudonym = shownPatient(hospital, "t-1");
        registry.erase("/v1/patients/" + pseudonym + BASIS, TOKENS.hospital(hospital));
        surroundings.submit(of(hospital, 23, "o-1", 2, "t-1"), of(hospital, 23, "o-9", 1, "t-9"));
        followed();

        JsonNode receipt = receipt(hospital, "o-9");
        assertThat(receipt.get("status").asString()).isEqualTo("quarantined");
        assertThat(receipt.get("reason").asString()).contains("the patient was erased");
        JsonNode quarantined = registry.get(hospital, "/v1/quarantine").json();
        assertThat(quarantined.valueStream().map(one -> one.get("code").asString()))
                .containsExactly("PATIENT_ERASED", "PATIENT_ERASED");
        assertThat(quarantined.valueStream()).noneMatch(one -> one.has("outcome"));
        assertThat(registry.get(hospital, "/v1/quarantine?state=open").json()).isEmpty();
        Registry.Answer refused = registry.resubmit(hospital, quarantined.get(0), "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("PATIENT_ERASED");
        assertThat(kept()).doesNotContain(pseudonym);
        assertThat(shown(hospital)).doesNotContain(pseudonym);
    }

    @Test
    void another_patients_outcome_under_an_erased_id_is_open_until_it_is_submitted_under_one_of_its_own() {
        String hospital = "h-anew";
        surroundings.submit(of(hospital, 27, "o-1", 1, "t-1"));
        followed();
        registry.erase("/v1/patients/" + shownPatient(hospital, "t-1") + BASIS, TOKENS.hospital(hospital));
        surroundings.submit(of(hospital, 28, "o-2", 1, "t-1"));
        followed();

        JsonNode open = registry.get(hospital, "/v1/quarantine?state=open").json();
        assertThat(open).hasSize(1);
        assertThat(open.get(0).get("code").asString()).isEqualTo("ID_OF_ERASED");
        resubmit(hospital, open.get(0));

        assertThat(receipt(hospital, "o-2").get("status").asString()).isEqualTo("registered");
        assertThat(registry.get(hospital, "/v1/quarantine?state=resolved").json())
                .hasSize(1);
    }

    @Test
    void an_outcome_that_waits_is_another_patients_still_when_the_one_before_it_is_erased() {
        String hospital = "h-mistaken";
        surroundings.submit(of(hospital, 29, "o-1", 1, "t-1"), of(hospital, 30, "o-1", 1, "t-1"));
        followed();
        erase(hospital, shownPatient(hospital, "t-1"));

        JsonNode open = registry.get(hospital, "/v1/quarantine?state=open").json();
        assertThat(open).hasSize(1);
        assertThat(open.get(0).get("code").asString()).isEqualTo("CONFLICT");
        assertThat(receipt(hospital, "o-1").get("status").asString()).isEqualTo("quarantined");
        resubmit(hospital, open.get(0));
        assertThat(receipt(hospital, "o-2").get("status").asString()).isEqualTo("registered");
        assertThat(registry.get(hospital, "/v1/quarantine?state=open").json()).isEmpty();
    }

    @Test
    void erasing_again_changes_nothing() {
        String hospital = "h-repeats";
        surroundings.submit(of(hospital, 24, "o-1", 1, "t-1"));
        followed();
        String path = "/v1/patients/" + shownPatient(hospital, "t-1") + BASIS;

        registry.erase(path, TOKENS.hospital(hospital));
        Registry.Answer ofStaff = registry.erase(path + "&hospitalId=" + hospital, TOKENS.admin());
        followed();
        assertThat(registry.getAsAdmin(ofStaff.header("Location")).status()).isEqualTo(200);

        JsonNode erasures = registry.get(hospital, "/v1/erasures").json();
        assertThat(erasures.valueStream().map(one -> one.get("treatments").asInt()))
                .containsExactly(1, 0);
        assertThat(registry.get(hospital, "/v1/erasures?limit=1").header("Link"))
                .contains("rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MRN-patient4711",
                "MRN/patient4711",
                "MRN%2Fpatient4711",
                "MRN%20patient4711",
                "k9.00000000000patient4711",
                "patient4711%0A"
            })
    void what_is_no_pseudonym_is_refused_and_told_nowhere(String patient, CapturedOutput output) {
        String path = "/v1/patients/" + patient;
        for (Registry.Answer answer : List.of(
                registry.erase(path + BASIS, TOKENS.hospital("h-raw")),
                registry.erase(path, TOKENS.hospital("h-raw")),
                registry.erase(path + BASIS, TOKENS.researcher()),
                registry.erase(path + BASIS, "no.token"),
                registry.get("h-raw", path))) {
            assertThat(answer.status()).isBetween(400, 405);
            assertThat(answer.response().body()).doesNotContain("patient4711");
        }
        assertThat(output.getAll()).doesNotContain("patient4711");
        assertThat(kept()).doesNotContain("patient4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?basis=", "?basis=%20", "?basis=a%0Ab", "?basis=%3Cscript%3E"})
    void an_erasure_has_a_basis(String basis) {
        Registry.Answer answer =
                registry.erase("/v1/patients/" + patient(25).value() + basis, TOKENS.hospital("h-no-basis"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asString()).contains("GDPR Art. 17");
    }

    @Test
    void an_admin_says_of_which_hospital_and_nobody_erases_in_another() {
        String path = "/v1/patients/" + patient(26).value() + BASIS;

        assertThat(registry.erase(path, TOKENS.admin()).status()).isEqualTo(400);
        assertThat(registry.erase(path + "&hospitalId=h-other", TOKENS.hospital("h-own"))
                        .status())
                .isEqualTo(403);
        assertThat(registry.erase(path, TOKENS.researcher()).status()).isEqualTo(403);
    }

    @Test
    void an_erased_entry_that_is_restored_by_itself_is_found_and_erased_again() {
        String hospital = "h-restores";
        surroundings.submit(of(hospital, 31, "o-1", 1, "t-1"));
        awaitSealed();
        String pseudonym = shownPatient(hospital, "t-1");
        Document before = registry.stored("history").values().stream()
                .filter(entry -> hospital.equals(entry.getString("hospitalId")))
                .findFirst()
                .orElseThrow();
        erase(hospital, pseudonym);
        assertThat(registry.verification().findings()).isEmpty();

        registry.database().getCollection("history").replaceOne(Filters.eq("_id", before.get("_id")), before);

        Proof restored = registry.verification();
        assertThat(restored.found()).containsExactly("entry-altered");
        assertThat(restored.message(0)).contains("it was restored").doesNotContain(pseudonym);
        assertThat(restored.findings().getFirst().get("hospitalId").asString()).isEqualTo(hospital);
        erase(hospital, pseudonym);
        assertThat(registry.verification().findings()).isEmpty();
        assertThat(kept()).doesNotContain(pseudonym);
    }

    private static Outcome of(String hospital, int patient, String outcomeId, int revision, String treatmentId) {
        return Examples.assessment(
                hospital, outcomeId, revision, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }

    private static String shownPatient(String hospital, String treatmentId) {
        return registry.get(hospital, "/v1/treatments/" + treatmentId)
                .json()
                .at("/outcomes/0/outcome/patientId")
                .asString();
    }

    /** Under ids of its own. */
    private static void resubmit(String hospital, JsonNode open) {
        String mended = open.get("outcome").toString().replace("o-1", "o-2").replace("t-1", "t-2");
        assertThat(registry.resubmit(hospital, open, mended).status()).isEqualTo(202);
        followed();
    }

    private static JsonNode receipt(String hospital, String outcomeId) {
        return registry.get(hospital, "/v1/outcomes/" + outcomeId).json();
    }

    /** All that the hospital is shown. */
    private static String shown(String hospital) {
        StringBuilder shown = new StringBuilder();
        Stream.of("/v1/treatments", "/v1/follow-up", "/v1/export", "/v1/quarantine", "/v1/erasures", "/v1/audit")
                .map(path -> registry.get(hospital, path))
                .forEach(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    shown.append(answer.response().body());
                });
        return shown.toString();
    }

    /** All that the database holds. */
    private static String kept() {
        StringBuilder kept = new StringBuilder();
        registry.database().listCollectionNames().forEach(name -> kept.append(registry.stored(name)));
        return kept.toString();
    }

    private static void erase(String hospital, String pseudonym) {
        assertThat(registry.erase("/v1/patients/" + pseudonym + BASIS, TOKENS.hospital(hospital))
                        .status())
                .isEqualTo(202);
        followed();
    }

    private static void followed() {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(1))
                .until(() -> surroundings.followed(registry));
    }

    private static void awaitSealed() {
        followed();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> registry.verification().count("unsealedEntries") == 0);
    }
}
