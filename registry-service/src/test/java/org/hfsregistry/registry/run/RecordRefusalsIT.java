package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What who asks for records in a way that is none is told. */
class RecordRefusalsIT extends OneRegistry {

    private static final String OWN = "h-own";

    @BeforeAll
    static void start() {
        registry = Registry.start(surroundings);
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
}
