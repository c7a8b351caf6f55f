package org.hfsregistry.look;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a person a page in words where a program gets a problem (RFC 9457): wherever the problem comes from, as long as the
 * application wrote it. A person is who asks for HTML, as a browser does, and not for JSON.
 */
final class TroublePages extends OncePerRequestFilter {

    private static final String TEMPLATE = "look/trouble";
    private static final String JSON = "json";

    /** What has words of its own. */
    private static final Set<HttpStatus> TOLD = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.SERVICE_UNAVAILABLE);

    private final ObjectProvider<ThymeleafViewResolver> templates;
    private final LocaleResolver languages;

    /** @param templates found when the first page is shown: this filter is made before most else is */
    TroublePages(ObjectProvider<ThymeleafViewResolver> templates, LocaleResolver languages) {
        this.templates = templates;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                .toLowerCase(Locale.ROOT);
        return !accepted.contains(MediaType.TEXT_HTML_VALUE) || accepted.contains(JSON);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldProblem answer = new HeldProblem(response);
        chain.doFilter(request, answer);
        if (answer.isHeld() && !response.isCommitted()) {
            show(problem(answer.body()), request, response);
        }
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException cutOff) {
            return JsonMapper.shared().nullNode();
        }
    }

    private void show(JsonNode problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String words = words(response.getStatus());
        Map<String, Object> page = new HashMap<>();
        page.put("heading", words);
        page.put("text", words + ".text");
        String code = problem.path("code").asString("");
        if (!isStatusOnly(code)) {
            page.put("code", code);
            page.put("detail", problem.path("detail").asString(""));
        }
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            view(languages.resolveLocale(request)).render(page, request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** The key of the words. */
    private static String words(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known != null && TOLD.contains(known)) {
            return "look.trouble." + status;
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? "look.trouble.4xx" : "look.trouble.5xx";
    }

    /** Then the page's own words say as much. */
    private static boolean isStatusOnly(String code) {
        for (HttpStatus status : HttpStatus.values()) {
            if (status.name().equals(code)) {
                return true;
            }
        }
        return code.isEmpty();
    }

    private View view(Locale locale) throws Exception {
        return Objects.requireNonNull(templates.getObject().resolveViewName(TEMPLATE, locale));
    }
}
