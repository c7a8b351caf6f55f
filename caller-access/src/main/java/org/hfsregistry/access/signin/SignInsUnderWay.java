package org.hfsregistry.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.access.refusal.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers between the leaving for the issuer and the coming back what was asked for: in a cookie of the browser, one for
 * each sign-in, so that nobody fills this server's memory by beginning sign-ins, and two windows do not disturb each other.
 */
final class SignInsUnderWay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** The attribute of a request, and of an authorization request, with the {@link LocalPath} to come back to. */
    static final String TO = "org.hfsregistry.access.to";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Besides the newest; servers take no more than some 8 KB of headers, of all services on a host together. */
    private static final int OTHERS = 2;

    private static final int OF_STATE = 12;

    private final ClientRegistration registration;

    /** How the names of these cookies begin. */
    private final String cookies;

    private final JsonMapper json;

    SignInsUnderWay(ClientRegistration registration, String cookies, JsonMapper json) {
        this.registration = registration;
        this.cookies = cookies;
        this.json = json;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return cookie(request)
                .flatMap(this::read)
                .filter(kept -> kept.state().equals(request.getParameter(OAuth2ParameterNames.STATE)))
                .map(kept -> kept.asked(registration))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        byte[] kept = json.writeValueAsBytes(Kept.of(asked));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(kept);
        List<Cookie> others = cookies(request).toList();
        if (others.size() > OTHERS) {
            others.forEach(given -> set(given.getName(), "", Duration.ZERO, request, response));
        }
        set(name(Objects.requireNonNull(asked.getState())), value, LONGEST, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            set(name(Objects.requireNonNull(asked.getState())), "", Duration.ZERO, request, response);
            request.setAttribute(TO, asked.getAttribute(TO));
        }
        return asked;
    }

    private void set(
            String name, String value, Duration lifetime, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(lifetime)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Optional<String> cookie(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        return state == null
                ? Optional.empty()
                : cookies(request)
                        .filter(cookie -> cookie.getName().equals(name(state)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private Stream<Cookie> cookies(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().startsWith(cookies + "-"));
    }

    private String name(String state) {
        return cookies + "-" + state.substring(0, Math.min(OF_STATE, state.length()));
    }

    private Optional<Kept> read(String value) {
        try {
            byte[] kept = Base64.getUrlDecoder().decode(value.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(json.readValue(kept, Kept.class));
        } catch (IllegalArgumentException | JacksonException notWrittenHere) {
            return Optional.empty();
        }
    }

    /** What can't be known again from the registration. */
    private record Kept(String state, String nonce, String verifier, String redirectUri, LocalPath to) {

        Kept {
            Objects.requireNonNull(state);
            Objects.requireNonNull(nonce);
            Objects.requireNonNull(verifier);
            Objects.requireNonNull(redirectUri);
            Objects.requireNonNull(to);
        }

        static Kept of(OAuth2AuthorizationRequest asked) {
            return new Kept(
                    Objects.requireNonNull(asked.getState()),
                    attribute(asked, OidcParameterNames.NONCE),
                    attribute(asked, PkceParameterNames.CODE_VERIFIER),
                    Objects.requireNonNull(asked.getRedirectUri()),
                    Objects.requireNonNullElse(asked.getAttribute(TO), LocalPath.START));
        }

        private static String attribute(OAuth2AuthorizationRequest asked, String name) {
            return Objects.requireNonNull(asked.<String>getAttribute(name), name);
        }

        OAuth2AuthorizationRequest asked(ClientRegistration registration) {
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(Objects.requireNonNull(
                            registration.getProviderDetails().getAuthorizationUri()))
                    .clientId(registration.getClientId())
                    .scopes(registration.getScopes())
                    .redirectUri(redirectUri)
                    .state(state)
                    .attributes(Map.of(
                            OAuth2ParameterNames.REGISTRATION_ID,
                            registration.getRegistrationId(),
                            OidcParameterNames.NONCE,
                            nonce,
                            PkceParameterNames.CODE_VERIFIER,
                            verifier,
                            TO,
                            to))
                    .build();
        }
    }
}
