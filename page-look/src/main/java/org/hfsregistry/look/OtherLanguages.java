package org.hfsregistry.look;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The ways from a page to itself in the other languages; the layout asks for them by this name.
 *
 * @param languages which one the page is in
 */
record OtherLanguages(LocaleResolver languages) {

    /** A page in a language, by its name in that language. */
    record Link(String address, String language, String word) {}

    /** One for each language that the page is not in; for a template, so it is public. */
    public List<Link> links() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)) {
            return List.of();
        }
        HttpServletRequest request = current.getRequest();
        Locale here = languages.resolveLocale(request);
        return Languages.ALL.stream()
                .filter(language -> !language.equals(here))
                .map(language -> new Link(
                        ChooseLanguage.address(request, language),
                        language.getLanguage(),
                        language.getDisplayLanguage(language)))
                .toList();
    }
}
