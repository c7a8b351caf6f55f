package org.hfsregistry.access.refusal;

import java.net.URI;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers what Spring MVC refuses of a request, such as a body of another type, as problems (RFC 9457) with a code; after what a
 * service has an answer of its own to, as to a path that there is not, and before what it answers to bugs.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
public class SpringRefusals extends ResponseEntityExceptionHandler {

    private static final URI NO_PAGE = URI.create("about:blank");

    /** Where an Accept can't be read, there are no types to be named. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException refused,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (refused.getSupportedMediaTypes().isEmpty()) {
            return super.handleHttpMediaTypeNotAcceptable(refused, headers, status, request);
        }
        String types = refused.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .collect(Collectors.joining(" or "));
        ProblemDetail problem = saying("Answers are given as " + types + "; none of them is in Accept.", refused);
        return handleExceptionInternal(refused, problem, headers, status, request);
    }

    /** Where a Content-Type can't be read, there are no types to be named. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException refused,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (refused.getSupportedMediaTypes().isEmpty()) {
            return super.handleHttpMediaTypeNotSupported(refused, headers, status, request);
        }
        String types = MediaType.toString(refused.getSupportedMediaTypes());
        ProblemDetail problem =
                saying("The Content-Type is none of those that are taken here: " + types + ".", refused);
        return handleExceptionInternal(refused, problem, headers, status, request);
    }

    /** Spring would repeat the value. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "The parameter " + refused.getPropertyName() + " can't be read.");
        return handleExceptionInternal(refused, problem, headers, status, request);
    }

    private static ProblemDetail saying(String detail, ErrorResponse refused) {
        ProblemDetail problem = refused.getBody();
        problem.setDetail(detail);
        return problem;
    }

    /** A problem is written as one whatever the client accepts: an Accept that can't be read must not end in another. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders typed = new HttpHeaders(headers);
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        ResponseEntity<Object> answer = super.handleExceptionInternal(refused, body, typed, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            problem.setType(NO_PAGE);
            problem.setProperty("code", code(status));
        }
        return answer;
    }

    private static String code(HttpStatusCode status) {
        return status instanceof HttpStatus known ? known.name() : "HTTP_" + status.value();
    }
}
