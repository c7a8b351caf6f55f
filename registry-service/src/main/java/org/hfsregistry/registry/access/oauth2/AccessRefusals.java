package org.hfsregistry.registry.access.oauth2;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers who may not come in, as problems with a code. */
final class AccessRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String RETRY_SECONDS = "5";

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final JsonMapper json;

    AccessRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "ISSUER_UNAVAILABLE",
                    "The issuer of tokens does not answer, so the token can't be checked. Try again later.");
            return;
        }
        challenge(request, response, why);
        if (why instanceof OAuth2AuthenticationException) {
            write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "BAD_TOKEN",
                    "The bearer token is not valid or no longer valid. Get a new one from the issuer.");
        } else {
            write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "NO_TOKEN",
                    "There is no bearer token. Send the header Authorization: Bearer with one from the issuer.");
        }
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        try {
            challenge.commence(request, response, why);
        } catch (jakarta.servlet.ServletException e) {
            throw new IllegalStateException("setting a header does not fail", e);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        boolean mayRead = caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(authority -> AccessRules.MAY_READ.equals(authority.getAuthority()));
        if (mayRead) {
            write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "NO_HOSPITAL",
                    "The token names no hospital. It needs the claim hospital_id: 1 to 32 letters, digits or . _ -");
        } else {
            write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "INSUFFICIENT_SCOPE",
                    "The token may not read records. It needs the scope records.read.");
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
