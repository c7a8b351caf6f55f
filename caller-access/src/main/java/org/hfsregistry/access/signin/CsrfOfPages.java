package org.hfsregistry.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hfsregistry.access.token.CallerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Asks of whoever is signed in by a session that what changes something comes from a page of this service: a script reads the
 * cookie and sends it as a header, which no other site's page can. The form of a page, or of a sign-out, may have it in its body,
 * which is as small as the server takes forms; any other body is not read here.
 */
public final class CsrfOfPages implements CsrfTokenRequestHandler, RequestMatcher {

    private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final RequestMatcher forms;

    /** @param pages whose forms may have it in their body */
    CsrfOfPages(RequestMatcher pages) {
        this.forms = new OrRequestMatcher(SignIn.ENDS, pages);
    }

    static CookieCsrfTokenRepository cookies() {
        CookieCsrfTokenRepository cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookiePath("/");
        cookies.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return cookies;
    }

    /** The token that a form of this answer has to send back. */
    public static Optional<CsrfToken> tokenOf(HttpServletRequest request) {
        return Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return isSignedIn() && !CHANGES_NOTHING.contains(request.getMethod());
    }

    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication;
    }

    /** Only who is signed in gets the cookie. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        if (isSignedIn()) {
            request.setAttribute(CsrfToken.class.getName(), token.get());
        }
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        String header = request.getHeader(token.getHeaderName());
        return header == null && forms.matches(request) ? request.getParameter(token.getParameterName()) : header;
    }
}
