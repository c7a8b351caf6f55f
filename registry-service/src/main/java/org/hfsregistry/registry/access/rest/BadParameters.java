package org.hfsregistry.registry.access.rest;

import org.hfsregistry.registry.access.RefusedRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which form a parameter has to have, before what is said in all services where one can't be read. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 2)
class BadParameters {

    private final Problems problems;

    BadParameters(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(MethodArgumentTypeMismatchException unreadable) {
        return problems.answer(RefusedRequest.badParameter(
                unreadable.getName(),
                unreadable.getParameter().nestedIfOptional().getNestedParameterType() == Integer.class
                        ? "a whole number"
                        : "a date such as 2024-01-31"));
    }
}
