package org.hfsregistry.analytics.page.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.page.Pages;
import org.hfsregistry.analytics.page.web.Query.UnfitAddress;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.AnswerRows;
import org.hfsregistry.analytics.statistic.Requests;
import org.hfsregistry.analytics.statistic.Requests.Offered;
import org.hfsregistry.analytics.statistic.Requests.Requested;
import org.hfsregistry.analytics.statistic.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks for a statistic by a form, and shows the answer with how to have it again. */
@Controller
final class ResearchPage {
    private static final String STATISTIC = "statistic";
    private static final String PATH = "/v1/statistics/";

    private final Statistics statistics;
    private final Requests requests;
    private final Pages pages;
    private final Shell shell;

    ResearchPage(Statistics statistics, Requests requests, Pages pages, Shell shell) {
        this.statistics = statistics;
        this.requests = requests;
        this.pages = pages;
        this.shell = shell;
    }

    @GetMapping("/research")
    @Nullable ResponseEntity<byte[]> research(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, Locale locale) {
        Map<String, List<String>> asked = filled(given);
        Offered statistic = chosen(asked.remove(STATISTIC));
        return shell.page("research", web, locale, (model, audience) -> {
            model.addAttribute("offered", requests.offered());
            model.addAttribute("statistic", statistic);
            model.addAttribute("fields", ResearchField.of(statistic, pages.hospitals(), asked));
            switch (requests.read(statistic, asked, audience)) {
                case Requested.Fit fit -> show(fit.asked(), audience, statistic, asked, model);
                case Requested.Refused refused -> model.addAttribute("refused", refused.message());
            }
        });
    }

    private Offered chosen(@Nullable List<String> names) {
        List<Offered> offered = requests.offered();
        if (names == null) {
            return offered.getFirst();
        }
        Optional<Offered> known = offered.stream()
                .filter(each -> names.equals(List.of(each.name())))
                .findFirst();
        return known.orElseThrow(() -> new UnfitAddress(
                "trouble.choice",
                STATISTIC,
                String.join(", ", offered.stream().map(Offered::name).toList())));
    }

    private void show(
            Asked question, Audience audience, Offered statistic, Map<String, List<String>> asked, Model model) {
        Answer answer = statistics.answer(question, audience);
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        asked.forEach((name, values) -> query.queryParam(name, values.toArray()));
        String parameters = query.encode().toUriString();
        String path = PATH + statistic.name() + parameters;
        model.addAttribute("answer", answer);
        model.addAttribute("rows", AnswerRows.of(answer));
        model.addAttribute("path", path);
        model.addAttribute(
                "address", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path);
        model.addAttribute("csv", "/research/" + statistic.name() + ".csv" + parameters);
    }

    /** A field of the form that was left empty is not asked for. */
    private static Map<String, List<String>> filled(MultiValueMap<String, String> given) {
        Map<String, List<String>> filled = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            List<String> some = Stream.ofNullable(values)
                    .flatMap(List::stream)
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!some.isEmpty()) {
                filled.put(name, some);
            }
        });
        return filled;
    }

    /** A link can't say what it accepts: this is the interface's own answer as a table. */
    @GetMapping("/research/{statistic:[a-z-]+}.csv")
    void csv(@PathVariable String statistic, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(PATH + statistic).forward(new AcceptsCsv(request), response);
    }
}
