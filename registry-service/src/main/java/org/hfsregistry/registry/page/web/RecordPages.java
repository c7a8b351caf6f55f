package org.hfsregistry.registry.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.page.Desk;
import org.hfsregistry.registry.page.LayDesk;
import org.hfsregistry.registry.page.SeeTreatment;
import org.hfsregistry.registry.page.SeeTreatment.Seen;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.hfsregistry.registry.treatment.Treatments.Selection;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What waits for a hospital, its treatments, and one of them with its history. */
@Controller
final class RecordPages {

    private static final String TREATMENT = "treatmentId";

    private final LayDesk layDesk;
    private final Treatments treatments;
    private final SeeTreatment seeTreatment;
    private final Shell shell;

    RecordPages(LayDesk layDesk, Treatments treatments, SeeTreatment seeTreatment, Shell shell) {
        this.layDesk = layDesk;
        this.treatments = treatments;
        this.seeTreatment = seeTreatment;
        this.shell = shell;
    }

    @GetMapping("/")
    ModelAndView desk(@AuthenticationPrincipal Caller caller, HttpServletRequest request, Locale locale) {
        Visit visit = shell.visit(caller, request, locale);
        Desk desk = layDesk.of(visit.hospital());
        return visit.page("desk", desk.shown()).addObject("desk", desk);
    }

    /** With an id the treatment is opened: the form that asks for one has no other way to it. */
    @GetMapping("/records")
    ModelAndView records(@AuthenticationPrincipal Caller caller, HttpServletRequest request, Locale locale) {
        Visit visit = shell.visit(caller, request, locale, TREATMENT, "kind", "from", "to", Query.CURSOR);
        Optional<String> asked = visit.query().one(TREATMENT).map(String::strip);
        if (asked.isPresent()) {
            return new ModelAndView(new RedirectView(visit.links().treatment(asked.get())));
        }
        Page part = visit.query().page(Outcome.ID.asMatchPredicate());
        Optional<TreatmentKind> kind = visit.query().term("kind", TreatmentKind.class);
        Selection selection =
                new Selection(kind, visit.query().day("from"), visit.query().day("to"), part.after(), part.lookFor());
        return visit.list(
                        "records",
                        part,
                        treatments.of(visit.hospital(), selection).stream()
                                .map(Treatment::document)
                                .toList(),
                        TreatmentDocument::treatmentId)
                .addObject("kinds", TreatmentKind.values())
                .addObject("filters", visit.query().filters());
    }

    @GetMapping("/records/{treatmentId}")
    ModelAndView treatment(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String treatmentId,
            HttpServletRequest request,
            Locale locale) {
        Visit visit = shell.visit(caller, request, locale, Query.CURSOR);
        Page part = visit.query().page(Page::isPosition);
        Seen seen = seeTreatment
                .of(visit.hospital(), treatmentId, part.after(), part.lookFor())
                .orElseThrow(() -> RefusedRequest.notFound("Nothing was received of this treatment."));
        List<Decision> history = part.rows(seen.history());
        ModelAndView page = visit.page(
                        "record",
                        history.size() + seen.document().stream().toList().size())
                .addObject(TREATMENT, treatmentId)
                .addObject(
                        "history",
                        history.stream().map(each -> Came.of(each, visit.say())).toList());
        seen.document()
                .ifPresent(document -> page.addObject("document", document)
                        .addObject("reported", reported(document, visit.say()))
                        .addObject("json", Told.indented(new String(DocumentJson.write(document), UTF_8))));
        return visit.withParts(page, part, seen.history(), Decision::id);
    }

    private static List<Came> reported(TreatmentDocument document, Say say) {
        List<Came> reported = new ArrayList<>();
        document.outcomes()
                .forEach(each -> reported.add(new Came(
                        each.submittedAt(),
                        each.submittedBy(),
                        say.code("type", each.outcome().type().code()),
                        each.outcome().outcomeId(),
                        Optional.of(each.outcome().revision()),
                        "",
                        Optional.empty(),
                        Told.of(each.outcome(), say))));
        return reported;
    }
}
