package org.hfsregistry.analytics.page.web;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hfsregistry.analytics.page.Pages;
import org.hfsregistry.analytics.question.Definition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** All hospitals in a funnel, what treatments gave, and what the numbers mean. */
@Controller
final class NetworkPages {
    private final Pages pages;
    private final Shell shell;

    NetworkPages(Pages pages, Shell shell) {
        this.pages = pages;
        this.shell = shell;
    }

    @GetMapping("/funnel")
    @Nullable ResponseEntity<byte[]> funnel(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, Locale locale) {
        Query.refuseAny(given);
        return shell.page(
                "funnel", web, locale, (model, audience) -> model.addAttribute("page", pages.listing(audience)));
    }

    @GetMapping("/treatments")
    @Nullable ResponseEntity<byte[]> treatments(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, Locale locale) {
        Query.refuseAny(given);
        return shell.page(
                "treatments", web, locale, (model, audience) -> model.addAttribute("page", pages.network(audience)));
    }

    @GetMapping("/about")
    @Nullable ResponseEntity<byte[]> about(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, Locale locale) {
        Query.refuseAny(given);
        return shell.page("about", web, locale, (model, audience) -> model.addAttribute("definitions", definitions()));
    }

    /** All that there are, so that none can be forgotten. */
    static List<Definition> definitions() {
        return Arrays.stream(Definition.class.getFields())
                .filter(field -> field.getType() == Definition.class)
                .map(NetworkPages::read)
                .sorted(Comparator.comparing(Definition::id))
                .toList();
    }

    private static Definition read(Field field) {
        try {
            return (Definition) field.get(null);
        } catch (IllegalAccessException publicFieldsCanBeRead) {
            throw new IllegalStateException(publicFieldsCanBeRead);
        }
    }
}
