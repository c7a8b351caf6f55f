package org.hfsregistry.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.access.web.RunningService.Answer;
import org.hfsregistry.contract.fixture.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    private static final String HOSPITAL = "h-01";

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @BeforeAll
    static void starts() {
        service = new RunningService();
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @Test
    void lets_in_who_has_what_the_path_asks() {
        assertThat(service.get("/records", service.tokens().hospital(HOSPITAL)).text("client"))
                .isEqualTo("client-of-h-01");
        assertThat(service.get("/records", service.tokens().admin()).text("client"))
                .isEqualTo("admin");
        assertThat(service.get("/admin", service.tokens().admin()).status()).isEqualTo(200);
    }

    @Test
    void an_open_path_is_for_everybody_and_knows_who_brings_a_token() {
        assertThat(service.getWithoutToken("/open").text("client")).isEqualTo("nobody");
        assertThat(service.get("/open", service.tokens().researcher()).text("client"))
                .isEqualTo("researcher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/records", "/open"})
    void a_bad_token_is_refused_even_where_none_is_asked(String path) {
        Instant past = Instant.now().minusSeconds(600);

        assertProblem(service.get(path, "no.token"), 401, "BAD_TOKEN");
        assertProblem(service.get(path, new Tokens().hospital(HOSPITAL)), 401, "BAD_TOKEN");
        Answer late = service.get(path, service.tokens().token("c", HOSPITAL, "records.read", past));
        assertProblem(late, 401, "BAD_TOKEN");
        assertThat(late.header("WWW-Authenticate")).startsWith("Bearer").contains("error=\"invalid_token\"");
    }

    @Test
    void who_has_no_token_is_challenged() {
        Answer none = service.getWithoutToken("/records");

        assertProblem(none, 401, "NO_TOKEN");
        assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
        assertProblem(service.ask("GET", "/records", Optional.of("Basic YTpi")), 401, "NO_TOKEN");
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        Answer scope = service.get("/records", service.tokens().token("c", HOSPITAL, "outcomes.submit"));

        assertProblem(scope, 403, "INSUFFICIENT_SCOPE");
        assertThat(scope.text("detail")).contains("records.read or registry.admin");
        assertProblem(service.get("/records", service.tokens().token("c", null, "records.read")), 403, "NO_HOSPITAL");
        assertProblem(service.get("/records", service.tokens().token("c", "h/01", "records.read")), 403, "NO_HOSPITAL");
        assertProblem(service.get("/admin", service.tokens().hospital(HOSPITAL)), 403, "INSUFFICIENT_SCOPE");
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere", "GET,/forgotten", "POST,/logout", "GET,/login", "GET,/error"})
    void a_path_that_no_rule_names_is_not_there_for_anybody(String method, String path) {
        String admin = "Bearer " + service.tokens().admin();

        assertProblem(service.ask(method, path, Optional.empty()), 404, "NOT_FOUND");
        assertProblem(service.ask(method, path, Optional.of(admin)), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/records;a=b", "/open//"})
    void what_the_server_refuses_is_a_problem_too(String path) {
        Answer answer = service.getWithoutToken(path);

        assertProblem(answer, 400, "BAD_REQUEST");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("about:blank");
        assertThat(answer.text("title")).isNotEmpty();
        assertThat(answer.text("detail")).isNotEmpty();
    }
}
