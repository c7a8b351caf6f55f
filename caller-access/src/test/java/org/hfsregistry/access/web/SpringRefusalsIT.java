package org.hfsregistry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.access.web.AccessIT.assertProblem;

import java.net.http.HttpRequest;
import java.util.Optional;
import org.hfsregistry.access.web.RunningService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Spring MVC refuses before a controller has looked at it. */
class SpringRefusalsIT {

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    private final Browser client = new Browser(service.address());

    @BeforeAll
    static void starts() {
        service = new RunningService();
    }

    @AfterAll
    static void stops() {
        service.close();
    }

    @AfterEach
    void goes() {
        client.close();
    }

    @Test
    void a_parameter_that_can_not_be_read_is_a_problem_that_names_it_and_does_not_repeat_its_value() {
        Answer answer =
                service.get("/records/number?of=P-4711", service.tokens().admin());

        assertProblem(answer, 400, "BAD_REQUEST");
        assertThat(answer.text("detail")).isEqualTo("The parameter of can't be read.");
        assertThat(answer.response().body()).doesNotContain("4711");
    }

    @Test
    void a_method_that_a_path_does_not_have_is_a_problem_and_those_it_has_are_named() {
        Answer answer = service.ask("PUT", "/open", Optional.empty());

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void a_body_of_another_type_is_a_problem_that_names_those_that_are_taken() {
        Answer answer = client.post("/open", "text/plain", "{}");

        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.text("detail")).endsWith("taken here: application/json.");
        assertProblem(client.post("/open", "no type", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void an_answer_of_no_accepted_type_is_a_problem_all_the_same_and_those_there_are_are_named() {
        Answer answer = accepting("image/png");

        assertProblem(answer, 406, "NOT_ACCEPTABLE");
        assertThat(answer.text("detail")).startsWith("Answers are given as ").contains("application/json");
        assertProblem(accepting("no type"), 406, "NOT_ACCEPTABLE");
        assertThat(accepting("no type").text("detail")).doesNotContain("given as");
    }

    private Answer accepting(String type) {
        return client.send(
                HttpRequest.newBuilder(service.address().resolve("/open")).header("Accept", type));
    }
}
