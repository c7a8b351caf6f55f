package org.hfsregistry.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hfsregistry.access.refusal.PersonPage;
import org.hfsregistry.access.refusal.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells a person why a sign-in came to nothing, and lets them try again. */
final class SignInFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailures.class);
    private static final String NOT_BEGUN = "authorization_request_not_found";
    private static final String AGAIN = PersonPage.link("/", "Go to the start");

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        PersonPage page = page(why);
        LOG.info(
                "A sign-in came to nothing: {} ({})",
                page.text(),
                why.getClass().getSimpleName());
        if (page.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Refusals.RETRY_SECONDS);
        }
        page.write(response);
    }

    private static PersonPage page(AuthenticationException why) {
        if (why.getCause() instanceof SignInAsked.LeadsElsewhere) {
            return new PersonPage(
                    HttpStatus.BAD_REQUEST,
                    "This link leads elsewhere",
                    "After the sign-in it would leave this service. Somebody may want you to take another site for it.",
                    AGAIN);
        }
        if (why instanceof SignInRefused refused && refused.getMessage() != null) {
            return new PersonPage(HttpStatus.FORBIDDEN, "You can't be signed in here", refused.getMessage(), AGAIN);
        }
        if (why instanceof AuthenticationServiceException
                || NestedExceptionUtils.getRootCause(why) instanceof IOException) {
            return new PersonPage(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The issuer does not answer",
                    "The sign-in could not be completed, because the issuer of sign-ins does not answer. Try again later.",
                    AGAIN);
        }
        return why instanceof OAuth2AuthenticationException told ? page(told) : refused("");
    }

    private static PersonPage page(OAuth2AuthenticationException told) {
        return switch (told.getError().getErrorCode()) {
            case NOT_BEGUN, OAuth2ErrorCodes.INVALID_REQUEST ->
                new PersonPage(
                        HttpStatus.BAD_REQUEST,
                        "This sign-in is over",
                        "It was begun in another browser, took longer than ten minutes, or was completed already.",
                        AGAIN);
            case OAuth2ErrorCodes.ACCESS_DENIED ->
                new PersonPage(
                        HttpStatus.FORBIDDEN, "You were not signed in", "The issuer did not let you sign in.", AGAIN);
            // A code may come out of an address, so it may hold anything.
            case String code -> refused(" (" + code.replaceAll("[^\\w.-]", "?") + ")");
        };
    }

    private static PersonPage refused(String code) {
        return new PersonPage(
                HttpStatus.FORBIDDEN,
                "You were not signed in",
                "What the issuer answered can't be taken for a sign-in" + code + ".",
                AGAIN);
    }
}
