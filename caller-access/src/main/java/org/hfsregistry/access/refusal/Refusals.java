package org.hfsregistry.access.refusal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/** Answers who may not come in, as problems (RFC 9457) with a code. */
public final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** After how long to ask again for what does not answer now. */
    public static final String RETRY_SECONDS = "5";

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final JsonMapper json;

    /** Written by this mapper. */
    public Refusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        Refusal refusal = refusal(why);
        switch (refusal.status()) {
            case SERVICE_UNAVAILABLE -> response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case UNAUTHORIZED -> challenge(request, response, why);
            default -> {}
        }
        write(response, refusal);
    }

    private static Refusal refusal(AuthenticationException why) {
        return switch (why) {
            case AuthenticationServiceException _ -> Refusal.ISSUER_UNAVAILABLE;
            case OAuth2AuthenticationException _ -> Refusal.BAD_TOKEN;
            default -> why.getCause() instanceof AccessDeniedException denied ? refusal(denied) : Refusal.NO_TOKEN;
        };
    }

    /** What a denial means. */
    public static Refusal refusal(AccessDeniedException why) {
        return switch (why) {
            case CsrfException _ -> Refusal.NOT_FROM_A_PAGE;
            case AuthorizationDeniedException denied
            when denied.getAuthorizationResult() instanceof Refusal refusal -> refusal;
            default -> Refusal.FORBIDDEN;
        };
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        try {
            challenge.commence(request, response, why);
        } catch (ServletException e) {
            throw new IllegalStateException("setting a header does not fail", e);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        write(response, refusal(why));
    }

    private void write(HttpServletResponse response, Refusal refusal) throws IOException {
        Problem problem = Problem.of(refusal.status(), refusal.code(), refusal.detail());
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
