package org.hfsregistry.analytics.statistic.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

class ProblemsTest {

    @Test
    void what_nobody_expected_is_a_problem_that_tells_nothing_of_its_cause() {
        ResponseEntity<ProblemDetail> answer = new Problems().bug(new IllegalStateException("of patient 7"));
        ProblemDetail problem = Optional.ofNullable(answer.getBody()).orElseThrow();

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(problem.getDetail()).isNull();
        assertThat(problem.getProperties()).isEqualTo(Map.of("code", "INTERNAL_SERVER_ERROR"));
    }
}
