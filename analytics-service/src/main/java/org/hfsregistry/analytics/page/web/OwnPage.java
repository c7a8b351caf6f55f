package org.hfsregistry.analytics.page.web;

import java.util.Locale;
import org.hfsregistry.analytics.page.Pages;
import org.hfsregistry.analytics.page.web.Query.UnknownHospital;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** The numbers of the hospital that the reader has signed in for, whole. */
@Controller
final class OwnPage {
    private final Pages pages;
    private final Shell shell;

    OwnPage(Pages pages, Shell shell) {
        this.pages = pages;
        this.shell = shell;
    }

    @GetMapping("/my-hospital")
    @Nullable ResponseEntity<byte[]> own(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, Locale locale) {
        Query.refuseAny(given);
        return shell.page("hospital", web, locale, (model, audience) -> {
            String own = audience.own().orElseThrow();
            model.addAttribute("page", pages.hospital(own, audience).orElseThrow(() -> new UnknownHospital(own)));
            model.addAttribute("monitored", pages.monitored(own, audience));
            model.addAttribute("missing", pages.missing(own, audience));
        });
    }
}
