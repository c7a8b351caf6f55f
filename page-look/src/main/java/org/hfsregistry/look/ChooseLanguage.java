package org.hfsregistry.look;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes {@code lang} from the address of any page, keeps the choice, and leads to the same address without it: so a page in a language
 * has an address, every page after it is in that language, and no page has to know of it.
 */
final class ChooseLanguage extends OncePerRequestFilter {

    /** The parameter. */
    static final String PARAMETER = "lang";

    private static final String GIVEN = PARAMETER + "=";
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Locale> chosen = chosen(request);
        if (chosen.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ResponseCookie choice = ResponseCookie.from(
                        Languages.COOKIE, chosen.get().getLanguage())
                .path("/")
                .maxAge(KEPT_FOR)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, choice.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, sameWithout(request));
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }

    /** Who asks with a browser; a program's parameters are the program's. */
    private static Optional<Locale> chosen(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return request.getMethod().equals(HttpMethod.GET.name()) && accepted.contains(MediaType.TEXT_HTML_VALUE)
                ? parts(request)
                        .filter(part -> part.startsWith(GIVEN))
                        .findFirst()
                        .flatMap(part -> Languages.of(part.substring(GIVEN.length())))
                : Optional.empty();
    }

    /** The address of the page in a language. */
    static String address(HttpServletRequest request, Locale language) {
        String same = sameWithout(request);
        return same + (same.contains("?") ? "&" : "?") + GIVEN + language.getLanguage();
    }

    /** Two slashes at its beginning would be the address of another server. */
    private static String sameWithout(HttpServletRequest request) {
        Object asked = Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        String path = "/" + asked.toString().replaceFirst("^/+", "");
        String others = parts(request).filter(part -> !part.startsWith(GIVEN)).collect(Collectors.joining("&"));
        return others.isEmpty() ? path : path + "?" + others;
    }

    private static Stream<String> parts(HttpServletRequest request) {
        return Arrays.stream(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .filter(part -> !part.isEmpty());
    }
}
