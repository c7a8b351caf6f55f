package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What hospitals see by HTTP, and what they don't. */
class RecordsIT {

    private static final String OWN = "h-own";
    private static final String OTHER = "h-other";
    private static final Tokens TOKENS = new Tokens();

    private static Surroundings surroundings;
    private static Registry registry;

    @BeforeAll
    static void start(@TempDir Path folder) {
        surroundings = new Surroundings(Platform.forTests(), TOKENS, folder);
        List<Outcome> outcomes = new ArrayList<>();
        IntStream.range(0, 25).forEach(number -> outcomes.add(outcome(OWN, number)));
        outcomes.add(Examples.injection("b-1", "t-b", 1, 80));
        outcomes.add(outcome(OTHER, 99));
        outcomes.add(conflicting(OWN, 3));
        outcomes.add(conflicting(OWN, 4));
        outcomes.add(conflicting(OTHER, 99));
        surroundings.submit(outcomes);
        registry = Registry.start(surroundings);
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    @AfterAll
    static void stop() {
        registry.close();
        surroundings.close();
    }

    @Test
    void the_pages_of_treatments_are_followed_by_their_links() {
        List<String> seen = new ArrayList<>();
        String address = "/v1/treatments?limit=10&kind=mvd";
        int pages = 0;
        while (!address.isEmpty()) {
            Registry.Answer page = registry.get(OWN, address);
            page.json()
                    .forEach(treatment -> seen.add(treatment.get("treatmentId").asString()));
            address = next(page);
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates().contains("t-00", "t-24");
    }

    @Test
    void treatments_are_selected_by_kind_and_day() {
        assertThat(registry.get(OWN, "/v1/treatments?kind=botox").json().size()).isZero();
        assertThat(registry.get(Examples.HOSPITAL, "/v1/treatments?kind=botox")
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(treatmentIds(registry.get(OWN, "/v1/treatments?from=2023-01-12&to=2023-01-13")))
                .containsExactly("t-02", "t-03");
    }

    @Test
    void a_treatment_is_the_document_of_the_contract() {
        JsonNode treatment = registry.get(OWN, "/v1/treatments/t-03").json();

        assertThat(treatment.get("hospitalId").asString()).isEqualTo(OWN);
        assertThat(treatment.get("version").asInt()).isEqualTo(1);
        assertThat(treatment
                        .get("outcomes")
                        .get(0)
                        .get("outcome")
                        .get("outcomeId")
                        .asString())
                .isEqualTo("o-03");
        assertThat(treatment.get("outcomes").get(0).get("submittedBy").asString())
                .isEqualTo("client-of-" + OWN);
    }

    @Test
    void the_quarantine_is_paged_too() {
        Registry.Answer first = registry.get(OWN, "/v1/quarantine?limit=1");
        Registry.Answer second = registry.get(OWN, next(first));

        assertThat(first.json().get(0).get("outcomeId").asString()).isEqualTo("o-03");
        assertThat(first.json().get(0).get("fix").asString()).isNotEmpty();
        assertThat(second.json().get(0).get("outcomeId").asString()).isEqualTo("o-04");
        assertThat(next(second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/outcomes/o-99", "/v1/treatments/t-99", "/v1/treatments/t-99/history"})
    void another_hospitals_record_is_not_found(String path) {
        assertThat(registry.get(OTHER, path).status()).isEqualTo(200);

        Registry.Answer answer = registry.get(OWN, path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/outcomes",
                "/v1/outcomes/o-99",
                "/v1/treatments/t-99",
                "/v1/treatments/t-99/history",
                "/v1/treatments",
                "/v1/follow-up",
                "/v1/export",
                "/v1/audit",
                "/v1/quarantine"
            })
    void another_hospital_can_not_be_asked_for(String path) {
        Registry.Answer answer = registry.get(OWN, path + "?hospitalId=" + OTHER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("OTHER_HOSPITAL");
    }

    @Test
    void an_admin_says_which_hospital() {
        assertThat(registry.getAsAdmin("/v1/outcomes/o-99?hospitalId=" + OTHER).status())
                .isEqualTo(200);
        assertThat(registry.getAsAdmin("/v1/treatments/t-99?hospitalId=" + OTHER)
                        .status())
                .isEqualTo(200);
        assertThat(registry.getAsAdmin("/v1/treatments?hospitalId=" + OTHER)
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(registry.getAsAdmin("/v1/quarantine?hospitalId=" + OTHER)
                        .json()
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/outcomes",
                "/v1/outcomes/o-99",
                "/v1/treatments/t-99",
                "/v1/treatments/t-99/history",
                "/v1/treatments",
                "/v1/follow-up"
            })
    void an_admin_who_does_not_say_which_hospital_is_told_how(String path) {
        Registry.Answer unsaid = registry.getAsAdmin(path);
        Registry.Answer empty = registry.getAsAdmin(path + "?hospitalId=");
        Registry.Answer none = registry.getAsAdmin(path + "?hospitalId=h%20x");

        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.json().get("code").asString()).isEqualTo("MISSING_PARAMETER");
        assertThat(unsaid.json().get("detail").asString()).contains("?hospitalId=");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().get("code").asString()).isEqualTo("BAD_PARAMETER");
        assertThat(none.json().get("detail").asString()).startsWith("The parameter hospitalId must be");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/outcomes/o-03?hospital=h-own | The only one is hospitalId.",
                "/v1/outcomes?outcomeIds=o-03 | Parameters are outcomeId and hospitalId.",
                "/v1/treatments/t-03?x= | The only one is hospitalId.",
                "/v1/quarantine?limits=1 | Parameters are hospitalId, state, cursor and limit.",
                "/v1/treatments?limit=1&since=2023-01-12 | Parameters are hospitalId, kind, from, to, cursor and limit."
            })
    void a_parameter_that_is_not_known_is_refused_with_those_that_are(String path, String known) {
        Registry.Answer answer = registry.get(OWN, path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(answer.json().get("detail").asString())
                .isEqualTo("A parameter of the address is not known here. " + known);
    }

    @Test
    void who_has_no_token_is_challenged() {
        assertThat(registry.askWithoutToken("/v1/treatments").status()).isEqualTo(401);
    }

    @Test
    void who_may_not_read_records_is_told_what_is_missing() {
        Registry.Answer scope = registry.ask("/v1/treatments", TOKENS.token("client", OWN, "outcomes.submit"));
        Registry.Answer hospital = registry.ask("/v1/treatments", TOKENS.token("client", null, "records.read"));

        assertThat(scope.status()).isEqualTo(403);
        assertThat(scope.json().get("code").asString()).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(hospital.status()).isEqualTo(403);
        assertThat(hospital.json().get("code").asString()).isEqualTo("NO_HOSPITAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/treatments?limit=0",
                "/v1/treatments?limit=many",
                "/v1/treatments?kind=magic",
                "/v1/treatments?from=yesterday",
                "/v1/treatments?cursor=%25",
                "/v1/treatments?cursor=nonsense",
                "/v1/treatments?from=2024-02-01&to=2024-01-31",
                "/v1/treatments/t-1/history?cursor=nonsense",
                "/v1/quarantine?cursor=eA",
                "/v1/erasures?cursor=eA",
                "/v1/merges?cursor=eA",
                "/v1/audit?cursor=eA",
                "/v1/audit?from=2024-02-01&to=2024-01-31",
                "/v1/treatments?from=%2B10000-01-01",
                "/v1/treatments?to=1899-12-31",
                "/v1/treatments?limit=1&limit==",
                "/v1/treatments?limit=1&limit=1",
                "/v1/audit?from=%2B999999999-01-01",
                "/v1/audit?to=%2B999999999-12-31",
                "/v1/quarantine?limit=1001"
            })
    void a_parameter_that_can_not_be_read_is_a_problem(String path) {
        Registry.Answer answer = registry.get(OWN, path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("BAD_PARAMETER");
        assertThat(answer.json().get("detail").asString())
                .matches("The parameter (limit|kind|from|to|cursor) must be .+\\.");
        assertThat(answer.json().get("title").asString()).isEqualTo("Bad Request");
        assertThat(answer.json().get("status").asInt()).isEqualTo(400);
        assertThat(answer.json().get("type").asString()).isEqualTo("about:blank");
    }

    @Test
    void a_path_that_is_none_is_a_problem() {
        Registry.Answer answer = registry.get(OWN, "/v1/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.json().get("detail").asString()).contains("/openapi.json");
    }

    @Test
    void a_path_that_is_near_one_or_a_method_that_it_does_not_take_is_told_what_there_is() {
        Registry.Answer near = registry.get(OWN, "/v1/treatment/t-1");
        assertThat(near.status()).isEqualTo(404);
        assertThat(near.json().get("detail").asString()).contains("Did you mean /v1/treatments/{treatmentId}?");

        Registry.Answer ofPatient = registry.get(OWN, "/v1/patients/4711-secret/merge");
        assertThat(ofPatient.json().get("detail").asString()).contains("Did you mean /v1/patients/{patientId}/merges?");
        assertThat(ofPatient.response().body()).doesNotContain("4711");

        Registry.Answer posted = registry.post("/v1/treatments", TOKENS.hospital(OWN), "application/json", "{}");
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.header("Allow")).isEqualTo("GET");
        assertThat(posted.json().get("code").asString()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(posted.json().get("detail").asString()).isEqualTo("This path takes GET.");
        Registry.Answer postedToNone = registry.post("/v1/treatment", TOKENS.hospital(OWN), "application/json", "{}");
        assertThat(postedToNone.status()).isEqualTo(404);
        assertThat(postedToNone.json().get("detail").asString()).contains("Did you mean /v1/treatments?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void health_and_metrics_are_open(String path) {
        assertThat(registry.askWithoutToken(path).status()).isEqualTo(200);
    }

    private static Outcome outcome(String hospitalId, int number) {
        return assessment(hospitalId, number, SpasmGrade.E0);
    }

    private static Outcome conflicting(String hospitalId, int number) {
        return assessment(hospitalId, number, SpasmGrade.E3);
    }

    private static Outcome assessment(String hospitalId, int number, SpasmGrade grade) {
        return Examples.assessment(
                hospitalId,
                "o-%02d".formatted(number),
                1,
                "t-%02d".formatted(number),
                Examples.patient(number),
                Examples.TREATED.plusDays(number),
                365,
                grade);
    }

    private static List<String> treatmentIds(Registry.Answer answer) {
        return answer.json()
                .valueStream()
                .map(treatment -> treatment.get("treatmentId").asString())
                .toList();
    }

    private static String next(Registry.Answer page) {
        String link = page.header("Link");
        return link.endsWith(">; rel=\"next\"") ? link.substring(1, link.indexOf('>')) : "";
    }
}
