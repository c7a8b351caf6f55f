package org.hfsregistry.analytics.frozen.rest;

import org.hfsregistry.analytics.frozen.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of snapshots as problems, and an outage of where they are kept, whoever reads them. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SnapshotProblems {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotProblems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return problem(ResponseEntity.status(refused.status()), refused.status(), refused.code(), refused);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(StoreAway away) {
        LOG.warn("Snapshots can't be reached", away);
        return problem(
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS),
                HttpStatus.SERVICE_UNAVAILABLE,
                "SNAPSHOTS_AWAY",
                away);
    }

    private static ResponseEntity<ProblemDetail> problem(
            ResponseEntity.BodyBuilder response, HttpStatus status, String code, Exception why) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(why.getMessage()));
        problem.setProperty("code", code);
        return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
