package org.hfsregistry.analytics.page.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hfsregistry.analytics.access.Caller;
import org.hfsregistry.analytics.access.Callers;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.statistic.Kept;
import org.hfsregistry.analytics.statistic.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ViewResolver;

/** What all pages have: who reads, the way to the other pages, the writing of numbers, and a tag by the data. */
@Component
final class Shell {
    private static final String SIGNED_IN = "org.springframework.security.web.csrf.CsrfToken";
    private static final int MOST_KEPT = 2_048;
    private static final List<Place> PLACES = List.of(
            new Place("/", "place.find"),
            new Place("/compare", "place.compare"),
            new Place("/funnel", "place.funnel"),
            new Place("/treatments", "place.treatments"),
            new Place("/research", "place.research"),
            new Place("/about", "place.about"),
            new Place("/my-hospital", "place.own"));

    private final Statistics statistics;
    private final Callers callers;
    private final Thresholds thresholds;
    private final MessageSource words;
    private final ViewResolver templates;
    private final Kept<Address, Packed> kept;

    /** Templates and words may be others after a start, so tags are too. */
    private final String start = UUID.randomUUID().toString();

    Shell(
            Statistics statistics,
            Callers callers,
            Thresholds thresholds,
            MessageSource words,
            @Qualifier("thymeleafViewResolver") ViewResolver templates) {
        this.statistics = statistics;
        this.callers = callers;
        this.thresholds = thresholds;
        this.words = words;
        this.templates = templates;
        this.kept = new Kept<>(statistics, MOST_KEPT);
    }

    /** Which page in which language; with the host, as a page may name it. */
    private record Address(String address, Locale locale) {}

    /** A page that can be gone to; the word is a key. */
    record Place(String path, String word) {}

    /** For whom the page is. */
    Audience audience() {
        return callers.current().audience(thresholds);
    }

    /**
     * A page of a template, or nothing where the reader has it as it is now. What everybody gets is kept until the data are
     * others; what others get is told anew each time.
     *
     * @param content puts the page's own things into the model
     */
    @Nullable ResponseEntity<byte[]> page(
            String template, ServletWebRequest web, Locale locale, BiConsumer<Model, Audience> content) {
        HttpServletResponse response = Objects.requireNonNull(web.getResponse());
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Authorization, Cookie");
        if (callers.current().isKnown()) {
            return answer(CacheControl.noStore().cachePrivate()).body(rendered(template, web, locale, content));
        }
        String address =
                web.getRequest().getRequestURL() + "?" + web.getRequest().getQueryString();
        String tag = tag(start + address + locale + audience() + statistics.positions(Question.Quality.DEFAULT));
        if (web.checkNotModified(tag)) {
            return null;
        }
        Packed page = kept.get(new Address(address, locale), () -> Packed.of(rendered(template, web, locale, content)));
        ResponseEntity.BodyBuilder answer = answer(CacheControl.noCache());
        return Packed.isTakenBy(web.getHeader(HttpHeaders.ACCEPT_ENCODING))
                ? answer.header(HttpHeaders.CONTENT_ENCODING, Packed.CODING).body(page.gzip())
                : answer.body(page.unpacked());
    }

    private static ResponseEntity.BodyBuilder answer(CacheControl keeping) {
        return ResponseEntity.ok()
                .cacheControl(keeping)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    }

    private byte[] rendered(
            String template, ServletWebRequest web, Locale locale, BiConsumer<Model, Audience> content) {
        Model model = new ExtendedModelMap();
        content.accept(model, audience());
        dress(model, web, locale);
        Written written = new Written(Objects.requireNonNull(web.getResponse()));
        try {
            Objects.requireNonNull(templates.resolveViewName(template, locale))
                    .render(model.asMap(), web.getRequest(), written);
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception bug) {
            throw new IllegalStateException("the template " + template + " can't be rendered", bug);
        }
        return written.bytes();
    }

    /** A weak tag, so that the page may be sent packed. */
    private static String tag(String about) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Puts in what every page has. */
    Say dress(Model model, ServletWebRequest web, Locale locale) {
        Caller caller = callers.current();
        caller.hospital().ifPresent(hospital -> model.addAttribute("caller", hospital));
        @Nullable Object signOut = web.getAttribute(SIGNED_IN, RequestAttributes.SCOPE_REQUEST);
        if (signOut != null && caller.isKnown()) {
            model.addAttribute("signOut", signOut);
        }
        Say say = new Say(words, locale, audience().k());
        model.addAttribute("places", PLACES);
        model.addAttribute("here", web.getRequest().getRequestURI());
        model.addAttribute("say", say);
        model.addAttribute("charts", new Charts(say));
        model.addAttribute("k", audience().k());
        return say;
    }

    /**
     * A response that a template is written into, and that goes nowhere. It exists because a template writes some bytes at a time, thousands
     * of times, and each would be encoded by itself.
     */
    private static final class Written extends HttpServletResponseWrapper {
        private final StringWriter text = new StringWriter();
        private final PrintWriter writer = new PrintWriter(text);

        Written(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        /** All that was written. */
        byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
