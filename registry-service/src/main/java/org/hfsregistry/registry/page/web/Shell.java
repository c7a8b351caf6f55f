package org.hfsregistry.registry.page.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.registry.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What all pages have: who reads, whose records they are, the way to the other pages. */
@Component
final class Shell {

    private static final String SIGNED_IN = "org.springframework.security.web.csrf.CsrfToken";
    private static final List<Place> PLACES = List.of(
            new Place("/", "place.desk"),
            new Place("/records", "place.records"),
            new Place("/follow-up", "place.followUp"),
            new Place("/quarantine", "place.quarantine"));

    private final MessageSource words;

    Shell(MessageSource words) {
        this.words = words;
    }

    /** A page that can be gone to; the word is a key. */
    record Place(String path, String word) {}

    /** Somebody who came; {@code known} are the parameters of the page besides the hospital, which staff have to name. */
    Visit visit(Caller caller, HttpServletRequest request, Locale locale, String... known) {
        Query query = new Query(
                request.getParameterMap(),
                Stream.concat(Stream.of(known), Stream.of(Query.HOSPITAL)).collect(Collectors.toSet()));
        Optional<String> named = query.one(Query.HOSPITAL);
        return new Visit(request, caller, caller.hospital(named), query, new Links(named), say(locale));
    }

    Say say(Locale locale) {
        return new Say(words, locale);
    }

    /** Puts in what every page has. */
    static void dress(ModelAndView page, HttpServletRequest request, Optional<String> hospital, Links links, Say say) {
        hospital.ifPresent(id -> page.addObject("caller", id));
        @Nullable Object signOut = request.getAttribute(SIGNED_IN);
        if (signOut != null) {
            page.addObject("signOut", signOut);
        }
        page.addObject(
                "places",
                PLACES.stream()
                        .map(place -> new Place(links.to(place.path()), place.word()))
                        .toList());
        page.addObject("here", links.to(request.getRequestURI()));
        page.addObject("links", links);
        page.addObject("say", say);
    }
}
