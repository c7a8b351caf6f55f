package org.hfsregistry.analytics.page.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.page.Page;
import org.hfsregistry.analytics.page.Pages;
import org.hfsregistry.analytics.page.Search;
import org.hfsregistry.analytics.page.web.Query.UnfitAddress;
import org.hfsregistry.analytics.page.web.Query.UnknownHospital;
import org.hfsregistry.contract.outcome.HospitalProfile.TeamMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** Finding a hospital, one hospital, several side by side. */
@Controller
final class HospitalPages {
    private static final List<String> EQUIPMENT =
            List.of("mri3t", "intraoperativeMonitoring", "multidisciplinaryTeam", "functionalNeurosurgery", "academic");
    private static final List<String> TEAM =
            Arrays.stream(TeamMember.values()).map(TeamMember::code).toList();
    private static final int LEAST_COMPARED = 2;
    private static final int MOST_COMPARED = 4;

    private final Pages pages;
    private final Shell shell;

    HospitalPages(Pages pages, Shell shell) {
        this.pages = pages;
        this.shell = shell;
    }

    @GetMapping("/")
    @Nullable ResponseEntity<byte[]> find(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, Locale locale) {
        Query query = new Query(given, Set.of("name", "country", "treatment", "equipment", "team", "order"));
        Search search = new Search(
                query.one("name").orElse(""),
                query.one("country"),
                query.one("treatment", Search.Treatment.values()),
                query.all("equipment", EQUIPMENT),
                query.all("team", TEAM),
                query.one("order", Search.Order.values()).orElse(Search.Order.NAME));
        return shell.page("find", web, locale, (model, audience) -> {
            Page.Listing listing = pages.listing(audience);
            model.addAttribute("page", listing);
            model.addAttribute("search", search);
            model.addAttribute("found", search.in(listing));
            model.addAttribute("equipment", EQUIPMENT);
            model.addAttribute("team", TEAM);
        });
    }

    @GetMapping("/hospitals/{hospitalId}")
    @Nullable ResponseEntity<byte[]> hospital(
            @PathVariable String hospitalId,
            @RequestParam MultiValueMap<String, String> given,
            ServletWebRequest web,
            Locale locale) {
        Query.refuseAny(given);
        return shell.page(
                "hospital",
                web,
                locale,
                (model, audience) -> model.addAttribute(
                        "page",
                        pages.hospital(hospitalId, audience).orElseThrow(() -> new UnknownHospital(hospitalId))));
    }

    @GetMapping("/compare")
    @Nullable ResponseEntity<byte[]> compare(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, Locale locale) {
        Set<String> asked = new Query(given, Set.of("hospital")).all("hospital");
        if (asked.size() > MOST_COMPARED) {
            throw new UnfitAddress("trouble.tooMany", Integer.toString(MOST_COMPARED));
        }
        return asked.size() < LEAST_COMPARED
                ? shell.page("choose", web, locale, (model, audience) -> {
                    model.addAttribute("asked", asked);
                    model.addAttribute("page", pages.listing(audience));
                })
                : shell.page(
                        "compare",
                        web,
                        locale,
                        (model, audience) -> model.addAttribute("page", compared(asked, audience)));
    }

    private Page.Comparison compared(Set<String> asked, Audience audience) {
        Page.Comparison comparison = pages.comparison(asked, audience);
        List<String> known = comparison.hospitals().stream()
                .map(each -> each.hospital().id())
                .toList();
        asked.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new UnknownHospital(id);
        });
        return comparison;
    }
}
