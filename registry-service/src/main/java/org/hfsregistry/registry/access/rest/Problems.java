package org.hfsregistry.registry.access.rest;

import java.net.URI;
import org.hfsregistry.registry.access.RefusedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the controllers throw, as problems. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final URI NO_PAGE = URI.create("about:blank");
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(RefusedRequest refused) {
        ProblemDetail problem =
                problem(HttpStatus.valueOf(refused.status()), refused.code(), String.valueOf(refused.getMessage()));
        if (!refused.faults().isEmpty()) {
            problem.setProperty(
                    "errors", refused.faults().stream().map(RestFault::of).toList());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status());
        if (refused.isForNow()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(DataAccessResourceFailureException away) {
        LOG.warn("The store does not answer", away);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "STORE_UNAVAILABLE",
                        "The records can't be read at the moment. Try again later."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(RuntimeException bug) {
        LOG.error("A request failed", bug);
        return ResponseEntity.internalServerError()
                .body(problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL_ERROR",
                        "The registry failed to answer. It is in its log."));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(NO_PAGE);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }
}
