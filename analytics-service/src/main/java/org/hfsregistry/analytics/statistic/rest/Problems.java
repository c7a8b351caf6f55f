package org.hfsregistry.analytics.statistic.rest;

import org.hfsregistry.analytics.cohort.NotReadYet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals as problems, each with a stable code. */
@RestControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String CODE = "code";
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(WrongParameter wrong) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, wrong.code(), String.valueOf(wrong.getMessage()));
        problem.setProperty("parameter", wrong.parameter());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noStatistic(Questions.NoSuchStatistic none) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(HttpStatus.NOT_FOUND, HttpStatus.NOT_FOUND.name(), String.valueOf(none.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notTheHospital(HospitalItself.NotTheHospital refused) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(HttpStatus.FORBIDDEN, "HOSPITAL_ONLY", String.valueOf(refused.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFrozen(NotFrozen not) {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, not.code(), String.valueOf(not.getMessage()));
        if (!not.frozen().isEmpty()) {
            problem.setProperty("frozen", not.frozen());
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReadYet(NotReadYet notReadYet) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "NOT_READ_YET",
                        "The registry's treatments are still being read in. Ask again in a few seconds."));
    }

    /** Whatever else went wrong is told to the log only. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(RuntimeException bug) {
        LOG.error("A question could not be answered", bug);
        return bare(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ResponseEntity<ProblemDetail> bare(HttpStatus status) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setProperty(CODE, status.name());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(CODE, code);
        return problem;
    }
}
