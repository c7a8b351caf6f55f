package org.hfsregistry.description.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.hfsregistry.description.ApiDescription;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Tells who asks for a path that there is not, or in a way that a path does not take, what there is; in every service alike. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Directions {

    private static final String OF_PROGRAMS = "/v1/";
    private static final URI NO_PAGE = URI.create("about:blank");

    private final DescribedPaths paths;

    Directions() {
        this.paths = new DescribedPaths(ApiDescription.ofThisService().paths());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(NoResourceFoundException none, HttpServletRequest request) {
        return nothingHere(request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(HttpRequestMethodNotSupportedException refused, HttpServletRequest request) {
        List<String> taken = List.copyOf(
                new TreeSet<>(List.of(Objects.requireNonNullElse(refused.getSupportedMethods(), new String[] {}))));
        if (isOfNoPath(request.getRequestURI(), taken)) {
            return nothingHere(request);
        }
        HttpHeaders allowed = refused.getHeaders();
        return problem(
                HttpStatus.METHOD_NOT_ALLOWED,
                allowed,
                taken.isEmpty()
                        ? "This path is not asked for in this way."
                        : "This path takes " + String.join(" and ", taken) + ".");
    }

    /** Whatever is no path is looked for among the files of pages, and those are read by GET and HEAD; pages are not described. */
    private boolean isOfNoPath(String path, List<String> taken) {
        return !paths.has(path) && (path.startsWith(OF_PROGRAMS) || taken.contains(HttpMethod.HEAD.name()));
    }

    private ResponseEntity<ProblemDetail> nothingHere(HttpServletRequest request) {
        String near = paths.nearest(request.getRequestURI())
                .map("Did you mean %s? "::formatted)
                .orElse("");
        return problem(
                HttpStatus.NOT_FOUND,
                HttpHeaders.EMPTY,
                "There is nothing at this path. " + near + "/openapi.json has all that there are.");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, HttpHeaders headers, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(NO_PAGE);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", status.name());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
