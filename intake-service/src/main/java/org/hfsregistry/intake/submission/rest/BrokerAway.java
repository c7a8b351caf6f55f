package org.hfsregistry.intake.submission.rest;

import org.hfsregistry.intake.http.Problems;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers requests, of whichever door, of which nothing could be kept; before what answers bugs. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokerAway {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(BrokerUnavailable away) {
        return Problems.answer(
                RefusedRequest.forNow(
                        "BROKER_UNAVAILABLE",
                        "Outcomes can't be kept at the moment. Nothing of this request counts as accepted; send it again later."));
    }
}
