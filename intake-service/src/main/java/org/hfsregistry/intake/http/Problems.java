package org.hfsregistry.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what went wrong as a problem (RFC 9457) with a code. */
@RestControllerAdvice
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final URI TYPE = URI.create("about:blank");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedRequest refused) {
        return answer(refused);
    }

    /** The answer to a request that is refused. */
    public static ResponseEntity<ProblemDetail> answer(RefusedRequest refused) {
        ProblemDetail problem = problem(refused.status(), refused.code(), refused.detail());
        if (!refused.faults().isEmpty()) {
            problem.setProperty("errors", refused.faults());
        }
        ResponseEntity.BodyBuilder answer = answer(problem);
        refused.pause().ifPresent(pause -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds())));
        return answer.body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooSlow(UploadTooSlow slow) {
        LOG.debug("A client was too slow");
        return answer(RefusedRequest.endingWith(UploadTooSlow.FAULT));
    }

    /** Nobody is there to read an answer. */
    @ExceptionHandler
    void clientGone(IOException gone, HttpServletRequest request, HttpServletResponse response) {
        LOG.debug("A client went away before its answer was complete");
        if (response.getContentType() != null) {
            UnreadBodies.leaveAnswer(request);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(RuntimeException bug) {
        LOG.error("A request could not be answered", bug);
        ProblemDetail problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.INTERNAL_SERVER_ERROR.name(),
                "This is a fault of the service, and was logged. Sending the request again does no harm.");
        return answer(problem).body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(TYPE);
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity.BodyBuilder answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
