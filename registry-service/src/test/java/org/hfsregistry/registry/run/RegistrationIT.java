package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.contract.topic.EventType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the log to documents, receipts, quarantine and the compacted topics. */
class RegistrationIT extends OneRegistry {

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings);
    }

    @BeforeEach
    void nothing_is_under_way() {
        awaitAll();
    }

    private static void awaitAll() {
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    @Test
    void an_outcome_of_each_type_comes_to_its_document_and_its_receipt() {
        assertThat(registry.get(HOSPITAL, "/v1/outcomes/o-mvd-1").status()).isEqualTo(404);

        surroundings.submit(Examples.ofEachType());
        awaitAll();

        assertThat(registry.stored("treatments").keySet())
                .contains(HOSPITAL + "/t-mvd-1", HOSPITAL + "/t-btx-1", HOSPITAL + "/t-med-1");
        JsonNode receipt = registry.get(HOSPITAL, "/v1/outcomes/o-mvd-1").json();
        assertThat(receipt.get("status").asString()).isEqualTo("registered");
        assertThat(receipt.get("hospitalId").asString()).isEqualTo(HOSPITAL);
        assertThat(receipt.get("revision").asInt()).isEqualTo(2);
        assertThat(receipt.get("submittedAt").asString()).startsWith("2025-01-01T00:");
        assertThat(receipt.get("registeredAt").asString()).endsWith("Z");
        assertThat(receipt.get("position").get("offset").isIntegralNumber()).isTrue();
        assertThat(status(HOSPITAL, "o-rec-1")).isEqualTo("retracted");
        assertThat(status(HOSPITAL, "o-ret-1")).isEqualTo("registered");

        CloudEvent event = Objects.requireNonNull(surroundings.treatmentsTopic().get(HOSPITAL + "/t-mvd-1"));
        TreatmentDocument published =
                DocumentJson.treatment(Objects.requireNonNull(event.getData()).toBytes());
        assertThat(event.getType()).isEqualTo(EventType.TREATMENT_CHANGED_V1);
        assertThat(published.outcomes())
                .extracting(Reported::outcome)
                .containsExactly(Examples.followUpEnded(), Examples.mvdOutcome());
        assertThat(published.withdrawn())
                .extracting(Withdrawn::outcomeId, Withdrawn::reason)
                .containsExactly(tuple("o-rec-1", Withdrawn.Reason.RETRACTED));
        assertThat(published.version()).isEqualTo(4);

        CloudEvent hospital =
                Objects.requireNonNull(surroundings.hospitalsTopic().get(HOSPITAL));
        HospitalDocument profile =
                DocumentJson.hospital(Objects.requireNonNull(hospital.getData()).toBytes());
        assertThat(profile.profile()).contains(Examples.hospitalProfile());
        assertThat(profile.reports()).hasSize(2);
    }

    @Test
    void a_conflict_stays_out_with_its_reason_and_a_higher_revision_goes_in() {
        surroundings.submit(
                assessment("c-1", 1, "t-c", 365, SpasmGrade.E0), assessment("c-1", 1, "t-c", 365, SpasmGrade.E1));
        awaitAll();

        JsonNode receipt = registry.get(HOSPITAL, "/v1/outcomes/c-1").json();
        assertThat(receipt.get("status").asString()).isEqualTo("quarantined");
        assertThat(receipt.get("reason").asString()).contains("submit it with revision 2");
        assertThat(receipt.get("counts").get("revision").asInt()).isEqualTo(1);
        assertThat(receipt.get("counts").get("position").get("offset").asLong())
                .isLessThan(receipt.get("position").get("offset").asLong());
        JsonNode quarantined = quarantined(HOSPITAL, "c-1");
        assertThat(quarantined.get("code").asString()).isEqualTo("CONFLICT");
        assertThat(quarantined.get("outcome").get("spasmGrade").asString()).isEqualTo("E1");

        surroundings.submit(assessment("c-1", 2, "t-c", 365, SpasmGrade.E1));
        awaitAll();

        assertThat(status(HOSPITAL, "c-1")).isEqualTo("registered");
        JsonNode treatment = registry.get(HOSPITAL, "/v1/treatments/t-c").json();
        assertThat(treatment
                        .get("outcomes")
                        .get(0)
                        .get("outcome")
                        .get("spasmGrade")
                        .asString())
                .isEqualTo("E1");
    }

    @Test
    void a_higher_revision_that_names_another_treatment_moves_the_outcome() {
        surroundings.submit(
                assessment("m-1", 1, "t-m1", 365, SpasmGrade.E0),
                assessment("m-1", 2, "t-m2", 365, SpasmGrade.E0),
                assessment("m-1", 1, "t-m1", 365, SpasmGrade.E0));
        awaitAll();

        assertThat(registry.get(HOSPITAL, "/v1/treatments/t-m1").status()).isEqualTo(404);
        assertThat(registry.get(HOSPITAL, "/v1/treatments/t-m2")
                        .json()
                        .get("outcomes")
                        .size())
                .isEqualTo(1);
        Map<String, CloudEvent> topic = surroundings.treatmentsTopic();
        TreatmentDocument left = DocumentJson.treatment(Objects.requireNonNull(
                        Objects.requireNonNull(topic.get(HOSPITAL + "/t-m1")).getData())
                .toBytes());
        assertThat(left.outcomes()).isEmpty();
        assertThat(left.withdrawn()).extracting(Withdrawn::reason).containsExactly(Withdrawn.Reason.MOVED);
        assertThat(registry.get(HOSPITAL, "/v1/outcomes/m-1")
                        .json()
                        .get("reason")
                        .asString())
                .isEqualTo("revision 2 was registered before and a lower one changes nothing");
    }

    @Test
    void what_is_no_outcome_goes_to_quarantine_and_the_log_goes_on() {
        surroundings.submitBytes("h-poison", "\u0000not json");
        surroundings.submitBytes("no hospital's key!", "{}");
        surroundings.submitBroken(
                assessment("h-poison", "p-1", 1, "t-p", Examples.patient(1), Examples.TREATED, 30, SpasmGrade.E0),
                "{\"type\":\"mvd-outcome\"}".getBytes(UTF_8));
        surroundings.submitWith(
                assessment("h-poison", "p-0", 1, "t-p", Examples.patient(1), Examples.TREATED, 20, SpasmGrade.E0),
                "ce_time",
                "+999999998-01-01T00:00:00Z");
        surroundings.submitAs("h-poison", assessment("p-2", 1, "t-p", 30, SpasmGrade.E0));
        surroundings.submit(
                assessment("h-poison", "p-3", 1, "t-p", Examples.patient(1), Examples.TREATED, 30, SpasmGrade.E0));
        awaitAll();

        assertThat(status("h-poison", "p-3")).isEqualTo("registered");
        assertThat(status("h-poison", "p-0")).isEqualTo("registered");
        assertThat(status("h-poison", "p-1")).isEqualTo("quarantined");
        assertThat(status("h-poison", "p-2")).isEqualTo("quarantined");
        JsonNode quarantine = registry.get("h-poison", "/v1/quarantine").json();
        assertThat(quarantine.size()).isEqualTo(3);
        assertThat(codes(quarantine)).containsExactly("NOT_AN_OUTCOME", "BREAKS_THE_CONTRACT", "OTHER_HOSPITAL");
        assertThat(registry.stored("quarantine").values())
                .filteredOn(document -> !document.containsKey("hospitalId"))
                .hasSize(1);
        assertThat(registry.stored("quarantine").toString()).doesNotContain("not json");
    }

    @Test
    void the_history_tells_what_was_received_of_a_treatment() {
        surroundings.submit(
                assessment("y-1", 1, "t-y", 365, SpasmGrade.E0),
                assessment("y-1", 1, "t-y", 365, SpasmGrade.E1),
                assessment("y-1", 2, "t-y", 365, SpasmGrade.E1),
                assessment("y-1", 1, "t-y", 365, SpasmGrade.E0),
                Examples.retraction("y-r", "y-1"));
        awaitAll();

        assertThat(registry.get(HOSPITAL, "/v1/treatments/t-y").status()).isEqualTo(404);
        JsonNode history = registry.get(HOSPITAL, "/v1/treatments/t-y/history").json();
        assertThat(history.valueStream()
                        .map(each -> each.get("outcomeId").asString() + " " + each.get("revision") + " "
                                + each.get("status").asString()))
                .containsExactly(
                        "y-1 1 registered",
                        "y-1 1 quarantined",
                        "y-1 2 registered",
                        "y-1 1 duplicate",
                        "y-r 1 registered");
        assertThat(history.valueStream()
                        .map(each -> each.get("position").get("offset").asLong()))
                .isSorted();
        assertThat(history.get(1).get("reason").asString()).contains("submit it with revision 2");
        assertThat(history.get(1).get("outcome").get("spasmGrade").asString()).isEqualTo("E1");
        assertThat(history.get(2).get("submittedBy").asString()).isEqualTo("client-of-" + HOSPITAL);
        assertThat(history.get(2).get("submittedAt").asString()).endsWith("Z");
        assertThat(history.get(2).get("decidedAt").asString()).endsWith("Z");
        Registry.Answer first = registry.get(HOSPITAL, "/v1/treatments/t-y/history?limit=4");
        assertThat(first.json().size()).isEqualTo(4);
        assertThat(first.header("Link")).contains("/v1/treatments/t-y/history?limit=4&cursor=");
        assertThat(registry.get(HOSPITAL, "/v1/treatments/t-none/history").status())
                .isEqualTo(404);
        assertThat(registry.get("h-02", "/v1/treatments/t-y/history").status()).isEqualTo(404);
    }

    @Test
    void counts_what_was_decided() {
        surroundings.submit(
                assessment("n-1", 1, "t-n", 365, SpasmGrade.E0), assessment("n-1", 1, "t-n", 365, SpasmGrade.E0));
        awaitAll();

        assertThat(registry.askWithoutToken("/actuator/prometheus").response().body())
                .containsPattern("hfs_registry_arrivals_total\\{.*verdict=\"registered\".*} [1-9]")
                .containsPattern("hfs_registry_arrivals_total\\{.*verdict=\"duplicate\".*} [1-9]")
                .contains("hfs_registry_batch_seconds_bucket");
    }

    private static String status(String hospitalId, String outcomeId) {
        return registry.get(hospitalId, "/v1/outcomes/" + outcomeId)
                .json()
                .get("status")
                .asString();
    }

    private static JsonNode quarantined(String hospitalId, String outcomeId) {
        return registry.get(hospitalId, "/v1/quarantine")
                .json()
                .valueStream()
                .filter(entry -> entry.get("outcomeId").asString().equals(outcomeId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(JsonNode quarantine) {
        return quarantine
                .valueStream()
                .map(entry -> entry.get("code").asString())
                .toList();
    }
}
