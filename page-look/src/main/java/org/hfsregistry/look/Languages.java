package org.hfsregistry.look;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** In which language a reader gets pages: the one that was chosen by an address, else the browser's, else English. */
final class Languages extends AcceptHeaderLocaleResolver {

    /** English where a browser asks for none of them. */
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** What keeps the choice; all services of a host read it. */
    static final String COOKIE = "hfs-language";

    Languages() {
        setSupportedLocales(ALL);
        setDefaultLocale(ALL.getFirst());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(Languages::of)
                .orElseGet(() -> super.resolveLocale(request));
    }

    /** The one of this code; absent where pages have no such language. */
    static Optional<Locale> of(String code) {
        return ALL.stream()
                .filter(language -> Objects.equals(language.getLanguage(), code))
                .findFirst();
    }
}
