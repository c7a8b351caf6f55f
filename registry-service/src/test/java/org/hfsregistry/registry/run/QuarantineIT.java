package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A hospital sees what is in quarantine, mends it, and sees that it is mended. Each test has a hospital of its own. */
class QuarantineIT extends OneRegistry {

    private static final String JSON = "application/json";

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings);
    }

    @Test
    void what_contradicted_is_registered_as_it_is_when_the_other_one_is_mended() {
        String hospital = "h-as-it-is";
        submit(
                outcome(hospital, "wrong", 1, "t", 1, SpasmGrade.E0),
                outcome(hospital, "right", 1, "t", 2, SpasmGrade.E1));
        JsonNode open = only(hospital, "open");
        assertThat(open.get("code").asString()).isEqualTo("CONTRADICTION");
        surroundings.submit(new Retraction("ret", 1, hospital, "wrong", "the wrong patient"));
        followed();

        Registry.Answer accepted = resubmit(hospital, open, "");
        followed();

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().get("state").asString()).isIn("resubmitted", "resolved");
        assertThat(accepted.json().get("resubmission").get("outcomeId").asString())
                .isEqualTo("right");
        JsonNode resolved = only(hospital, "resolved");
        assertThat(resolved.get("resolvedBy").get("outcomeId").asString()).isEqualTo("right");
        assertThat(resolved.get("resolvedBy").get("position"))
                .isEqualTo(resolved.get("resubmission").get("position"));
        assertThat(receipt(hospital, "right").get("status").asString()).isEqualTo("registered");
        assertThat(treatment(hospital, "t")
                        .get("outcomes")
                        .get(0)
                        .get("submittedBy")
                        .asString())
                .isEqualTo("client-of-" + hospital);
        assertThat(list(hospital, "open")).isEmpty();
    }

    @Test
    void a_conflict_is_resolved_by_a_mended_outcome_and_a_repeated_request_changes_nothing() {
        String hospital = "h-mended";
        submit(outcome(hospital, "o", 1, "t", 1, SpasmGrade.E0), outcome(hospital, "o", 1, "t", 1, SpasmGrade.E2));
        JsonNode open = only(hospital, "open");
        String mended = json(outcome(hospital, "o", 2, "t", 1, SpasmGrade.E2));

        resubmit(hospital, open, mended);
        resubmit(hospital, open, mended);
        followed();
        Registry.Answer late = resubmit(hospital, open, mended);
        followed();

        assertRefused(late, 409, "ALREADY_RESOLVED");
        assertThat(late.json().get("detail").asString()).contains("Outcome o, revision 2, came in its stead");
        assertThat(only(hospital, "resolved").get("fix").asString())
                .isEqualTo("nothing is left to do. Outcome o, revision 2, came in its stead");
        assertThat(treatment(hospital, "t").get("version").asInt()).isEqualTo(2);
        assertThat(receipt(hospital, "o").get("counts").get("revision").asInt()).isEqualTo(2);
        assertThat(only(hospital, "resolved").get("resolvedBy").get("revision").asInt())
                .isEqualTo(2);
    }

    @Test
    void what_is_mended_by_intake_is_resolved_too() {
        String hospital = "h-by-intake";
        submit(outcome(hospital, "o", 1, "t", 1, SpasmGrade.E0), outcome(hospital, "o", 1, "t", 1, SpasmGrade.E2));

        submit(outcome(hospital, "o", 2, "t", 1, SpasmGrade.E2));

        assertThat(list(hospital, "open")).isEmpty();
        assertThat(only(hospital, "resolved").has("resubmission")).isFalse();
    }

    @Test
    void what_goes_to_quarantine_again_is_open_once() {
        String hospital = "h-again";
        submit(outcome(hospital, "o", 1, "t", 1, SpasmGrade.E0), outcome(hospital, "o", 1, "t", 1, SpasmGrade.E2));
        JsonNode first = only(hospital, "open");

        resubmit(hospital, first, "");
        followed();

        assertThat(only(hospital, "resubmitted").get("id")).isEqualTo(first.get("id"));
        assertThat(only(hospital, "open").get("id")).isNotEqualTo(first.get("id"));
        assertThat(list(hospital, "")).hasSize(2);
    }

    @Test
    void what_an_earlier_version_could_not_read_is_read_from_the_log_once_more() {
        String hospital = "h-upgraded";
        submit(outcome(hospital, "wrong", 1, "t", 1, SpasmGrade.E0));
        submit(outcome(hospital, "right", 1, "t", 2, SpasmGrade.E1));
        JsonNode open = only(hospital, "open");
        registry.database()
                .getCollection("quarantine")
                .updateOne(
                        Filters.eq("_id", open.get("id").asString()),
                        Updates.combine(Updates.unset("outcome"), Updates.set("code", "NOT_AN_OUTCOME")));
        surroundings.submit(new Retraction("ret", 1, hospital, "wrong", "the wrong patient"));

        assertThat(only(hospital, "open").has("outcome")).isFalse();
        assertThat(resubmit(hospital, open, "").status()).isEqualTo(202);
        followed();
        assertThat(receipt(hospital, "right").get("status").asString()).isEqualTo("registered");
        assertThat(list(hospital, "open")).isEmpty();
    }

    @Test
    void what_nobody_can_read_has_to_be_sent_mended() {
        String hospital = "h-unreadable";
        surroundings.submitBroken(outcome(hospital, "o", 1, "t", 1, SpasmGrade.E0), "{}".getBytes(UTF_8));
        followed();
        JsonNode open = only(hospital, "open");

        Registry.Answer asItIs = resubmit(hospital, open, "");
        Registry.Answer mended = resubmit(hospital, open, json(outcome(hospital, "other", 1, "t", 1, SpasmGrade.E0)));
        followed();

        assertThat(asItIs.status()).isEqualTo(422);
        assertThat(asItIs.json().get("code").asString()).isEqualTo("NOTHING_TO_RESUBMIT");
        assertThat(mended.status()).isEqualTo(202);
        assertThat(only(hospital, "resolved").get("resolvedBy").get("outcomeId").asString())
                .isEqualTo("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711-secret", "k9.0000000000000000000001"})
    void a_patient_is_told_by_a_pseudonym_of_this_registry_only(String patientId) {
        String hospital = "h-raw-" + patientId.charAt(0);
        submit(outcome(hospital, "o", 1, "t", 1, SpasmGrade.E0), outcome(hospital, "o", 1, "t", 1, SpasmGrade.E2));
        String sent = json(outcome(hospital, "o", 2, "t", 1, SpasmGrade.E2))
                .replace(Examples.patient(1).value(), patientId);

        Registry.Answer refused = resubmit(hospital, only(hospital, "open"), sent);

        assertRefused(refused, 422, "INVALID_OUTCOME");
        JsonNode told = refused.json().get("errors").get(0);
        assertThat(told.get("code").asString()).isEqualTo("NOT_A_PATIENT_ID");
        assertThat(told.get("fix").asString()).contains("intake");
        assertThat(refused.response().body()).doesNotContain(patientId);
        followed();
        assertThat(only(hospital, "open").has("resubmission")).isFalse();
    }

    @Test
    void a_mended_outcome_is_checked_as_intake_does() {
        String hospital = "h-checked";
        submit(outcome(hospital, "o", 1, "t", 1, SpasmGrade.E0), outcome(hospital, "o", 1, "t", 1, SpasmGrade.E2));
        JsonNode open = only(hospital, "open");
        String mended = json(outcome(hospital, "o", 2, "t", 1, SpasmGrade.E2));

        assertRefused(resubmit(hospital, open, "{"), 400, "MALFORMED_JSON");
        assertRefused(resubmit(hospital, open, mended.replace("\"E2\"", "\"E7\"")), 422, "INVALID_OUTCOME");
        assertRefused(resubmit(hospital, open, mended.replace(hospital, "h-other")), 403, "OTHER_HOSPITAL");
        assertRefused(resubmit(hospital, open, mended + " ".repeat(70_000)), 413, "BODY_TOO_LARGE");
        assertThat(registry.post(address(open), TOKENS.hospital(hospital), "text/plain", "x")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void only_its_hospital_and_an_admin_resubmit_it() {
        String hospital = "h-owner";
        submit(outcome(hospital, "o", 1, "t", 1, SpasmGrade.E0), outcome(hospital, "o", 1, "t", 1, SpasmGrade.E2));
        JsonNode open = only(hospital, "open");
        String readsOnly = TOKENS.token("reader", hospital, "records.read");

        assertRefused(resubmit("h-stranger", open, ""), 404, "NOT_FOUND");
        assertRefused(
                registry.post(address(open) + "?hospitalId=" + hospital, TOKENS.hospital("h-stranger"), JSON, ""),
                403,
                "OTHER_HOSPITAL");
        assertRefused(registry.post(address(open), readsOnly, JSON, ""), 403, "INSUFFICIENT_SCOPE");
        assertRefused(registry.post(address(open), TOKENS.admin(), JSON, ""), 400, "MISSING_PARAMETER");
        Registry.Answer byAdmin = registry.post(address(open) + "?hospitalId=" + hospital, TOKENS.admin(), JSON, "");
        assertThat(byAdmin.status()).isEqualTo(202);
        assertThat(byAdmin.json().get("resubmission").get("by").asString()).isEqualTo("admin");
    }

    @Test
    void the_pages_of_a_state_are_followed_by_their_links() {
        String hospital = "h-pages";
        List<MvdOutcome> outcomes = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            outcomes.add(outcome(hospital, "o-" + number, 1, "t-" + number, 1, SpasmGrade.E0));
            outcomes.add(outcome(hospital, "o-" + number, 1, "t-" + number, 1, SpasmGrade.E1));
        }
        outcomes.add(outcome(hospital, "o-1", 2, "t-1", 1, SpasmGrade.E1));
        outcomes.add(outcome(hospital, "o-4", 2, "t-4", 1, SpasmGrade.E1));
        surroundings.submit(outcomes);
        followed();

        List<String> seen = new ArrayList<>();
        String next = "/v1/quarantine?state=open&limit=1";
        while (!next.isEmpty()) {
            Registry.Answer page = registry.get(hospital, next);
            page.json().forEach(one -> seen.add(one.get("outcomeId").asString()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).containsExactly("o-0", "o-2", "o-3", "o-5");
        assertRefused(registry.get(hospital, "/v1/quarantine?state=closed"), 400, "BAD_PARAMETER");
    }

    private static void submit(MvdOutcome... outcomes) {
        surroundings.submit(outcomes);
        followed();
    }

    private static void followed() {
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    private static Registry.Answer resubmit(String hospital, JsonNode quarantined, String body) {
        return registry.resubmit(hospital, quarantined, body);
    }

    private static String address(JsonNode quarantined) {
        return "/v1/quarantine/" + quarantined.get("id").asString() + "/resubmit";
    }

    private static List<JsonNode> list(String hospital, String state) {
        String path = "/v1/quarantine" + (state.isEmpty() ? "" : "?state=" + state);
        return registry.get(hospital, path).json().valueStream().toList();
    }

    private static JsonNode only(String hospital, String state) {
        List<JsonNode> found = list(hospital, state);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static JsonNode receipt(String hospital, String outcomeId) {
        return registry.get(hospital, "/v1/outcomes/" + outcomeId).json();
    }

    private static JsonNode treatment(String hospital, String treatmentId) {
        return registry.get(hospital, "/v1/treatments/" + treatmentId).json();
    }

    private static void assertRefused(Registry.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    private static String json(MvdOutcome outcome) {
        return new String(OutcomeJson.write(outcome), UTF_8);
    }

    private static MvdOutcome outcome(
            String hospital, String outcomeId, int revision, String treatmentId, int patient, SpasmGrade grade) {
        return Examples.assessment(
                hospital, outcomeId, revision, treatmentId, Examples.patient(patient), Examples.TREATED, 365, grade);
    }
}
