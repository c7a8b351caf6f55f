package org.hfsregistry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hfsregistry.access.PathRule;
import org.hfsregistry.access.refusal.LocalPath;
import org.hfsregistry.access.refusal.PersonPage;
import org.hfsregistry.access.refusal.Refusal;
import org.hfsregistry.access.refusal.Refusals;
import org.hfsregistry.access.signin.CsrfOfPages;
import org.hfsregistry.access.signin.PagePaths;
import org.hfsregistry.access.signin.SignIn;
import org.hfsregistry.access.token.CallerAuthentication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriUtils;

/** Answers a person who asks for a page and is not let in; everything else is answered as to any client. */
final class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final PagePaths pages;
    private final boolean signInIsSetUp;
    private final Refusals others;

    PageRefusals(List<PathRule> rules, boolean signInIsSetUp, Refusals others) {
        this.pages = new PagePaths(rules);
        this.signInIsSetUp = signInIsSetUp;
        this.others = others;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isForm(request)) {
            signedOut(request).write(response);
        } else if (!isPage(request)) {
            others.commence(request, response, why);
        } else if (signInIsSetUp) {
            String to = UriUtils.encode(asked(request).value(), StandardCharsets.UTF_8);
            new LocalPath(SignIn.BEGINS + "?to=" + to).sendTo(response);
        } else {
            notSetUp().write(response);
        }
    }

    private static LocalPath asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query))
                .orElse(LocalPath.START);
    }

    private static PersonPage notSetUp() {
        return new PersonPage(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Sign-in is not set up",
                "This page is for people who have signed in, and this service was not told where they can do so."
                        + " Whoever runs it gives it a client of an OpenID provider by the name hfs.",
                "");
    }

    /** Somebody is signed in, and may not. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && isForm(request)) {
            tooOld().write(response);
            return;
        }
        if (why instanceof CsrfException
                || !(isPage(request) || isForm(request))
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication reader)) {
            others.handle(request, response, why);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        new PersonPage(
                        HttpStatus.FORBIDDEN,
                        "This page is not for you",
                        "You are signed in as %s. %s Ask whoever gave you the sign-in for it, or sign in as somebody else."
                                .formatted(reader.readersName(), missing(Refusals.refusal(why))),
                        CsrfOfPages.tokenOf(request)
                                .map(token -> PersonPage.signOut(token.getParameterName(), token.getToken()))
                                .orElse(""))
                .write(response);
    }

    private static String missing(Refusal refusal) {
        return refusal.equals(Refusal.NO_HOSPITAL)
                ? "This page is for people of a hospital, and your sign-in names no hospital."
                : refusal.detail();
    }

    private boolean isPage(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && pages.matches(request);
    }

    /** What a browser sends of a page's form. */
    private boolean isForm(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && pages.matches(request)
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                        .contains(MediaType.TEXT_HTML_VALUE);
    }

    private static PersonPage signedOut(HttpServletRequest request) {
        return new PersonPage(
                HttpStatus.UNAUTHORIZED,
                "You are not signed in any more",
                "What you sent was not taken. Go back in your browser to have what you typed, sign in, and send it"
                        + " again.",
                PersonPage.link(
                        LocalPath.of(request.getRequestURI())
                                .orElse(LocalPath.START)
                                .value(),
                        "Sign in"));
    }

    private static PersonPage tooOld() {
        return new PersonPage(
                HttpStatus.FORBIDDEN,
                "This form is too old",
                "You have signed in again since the page came, so what you sent was not taken. Go back in your browser"
                        + " to have what you typed, load the page again, and send it again.",
                "");
    }
}
