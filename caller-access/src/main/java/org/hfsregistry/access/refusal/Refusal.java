package org.hfsregistry.access.refusal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationResult;

/**
 * Why a request is not let in.
 *
 * @param code stable, upper case with underscores
 * @param detail what is wrong and what to do about it
 */
public record Refusal(HttpStatus status, String code, String detail) implements AuthorizationResult {

    /** Nobody says who asks. */
    public static final Refusal NO_TOKEN = new Refusal(
            HttpStatus.UNAUTHORIZED,
            "NO_TOKEN",
            "There is no bearer token. Send the header Authorization: Bearer with one from the issuer.");

    /** The token is not good. */
    public static final Refusal BAD_TOKEN = new Refusal(
            HttpStatus.UNAUTHORIZED,
            "BAD_TOKEN",
            "The bearer token is not valid or no longer valid. Get a new one from the issuer,"
                    + " or leave it out where everybody may ask.");

    /** The token names no hospital where one is needed. */
    public static final Refusal NO_HOSPITAL = new Refusal(
            HttpStatus.FORBIDDEN,
            "NO_HOSPITAL",
            "The token names no hospital. It needs the claim hospital_id: 1 to 32 letters, digits or . _ -");

    /** A session alone may change nothing. */
    public static final Refusal NOT_FROM_A_PAGE = new Refusal(
            HttpStatus.FORBIDDEN,
            "CSRF_TOKEN_MISSING",
            "Whoever is signed in by a session has to show that the request comes from a page of this service: send the value"
                    + " of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");

    /** What Spring Security denies beyond the rules. */
    public static final Refusal FORBIDDEN =
            new Refusal(HttpStatus.FORBIDDEN, HttpStatus.FORBIDDEN.name(), "The caller may not do this.");

    /** No rule names the path. */
    public static final Refusal NOT_FOUND =
            new Refusal(HttpStatus.NOT_FOUND, HttpStatus.NOT_FOUND.name(), "There is nothing at this address.");

    /** Whether the token is good is not known. */
    public static final Refusal ISSUER_UNAVAILABLE = new Refusal(
            HttpStatus.SERVICE_UNAVAILABLE,
            "ISSUER_UNAVAILABLE",
            "The issuer of tokens does not answer, so the token can't be checked. Try again later,"
                    + " or leave it out where everybody may ask.");

    /** The token has none of these scopes. */
    public static Refusal insufficientScope(List<String> oneOf) {
        return new Refusal(
                HttpStatus.FORBIDDEN,
                "INSUFFICIENT_SCOPE",
                "The token does not reach that far. It needs the scope " + String.join(" or ", oneOf) + ".");
    }

    @Override
    public boolean isGranted() {
        return false;
    }
}
