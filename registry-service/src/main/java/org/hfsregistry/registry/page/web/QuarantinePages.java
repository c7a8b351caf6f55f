package org.hfsregistry.registry.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.page.SeeQuarantined;
import org.hfsregistry.registry.page.SeeQuarantined.Seen;
import org.hfsregistry.registry.paging.HandedOut;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.quarantine.ListQuarantine;
import org.hfsregistry.registry.quarantine.ListQuarantine.Listed;
import org.hfsregistry.registry.quarantine.ResubmitMended;
import org.hfsregistry.registry.quarantine.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What could not be registered of a hospital, and one of it, which can be mended and submitted again. */
@Controller
final class QuarantinePages {

    private static final String OUTCOME = "outcome";
    private static final String CSRF = "_csrf";

    private final ListQuarantine listQuarantine;
    private final SeeQuarantined seeQuarantined;
    private final ResubmitMended resubmitMended;
    private final Shell shell;

    QuarantinePages(
            ListQuarantine listQuarantine, SeeQuarantined seeQuarantined, ResubmitMended resubmitMended, Shell shell) {
        this.listQuarantine = listQuarantine;
        this.seeQuarantined = seeQuarantined;
        this.resubmitMended = resubmitMended;
        this.shell = shell;
    }

    @GetMapping("/quarantine")
    ModelAndView list(@AuthenticationPrincipal Caller caller, HttpServletRequest request, Locale locale) {
        Visit visit = shell.visit(caller, request, locale, "state", Query.CURSOR);
        Page part = visit.query().page(Page::isPosition);
        Optional<Standing.State> state = visit.query().term("state", Standing.State.class);
        List<Listed> found = listQuarantine.of(Optional.of(visit.hospital()), state, part.after(), part.lookFor());
        return visit.list("quarantine", part, found, Listed::id)
                .addObject("states", Standing.State.values())
                .addObject("asked", state.map(Standing.State::code).orElse(""));
    }

    @GetMapping("/quarantine/{id}")
    ModelAndView one(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            Locale locale) {
        Visit visit = shell.visit(caller, request, locale);
        Seen seen = seen(visit, id);
        return page(visit, seen).addObject(OUTCOME, asSent(seen));
    }

    /** For who opens the address of the form again. */
    @GetMapping("/quarantine/{id}/resubmit")
    ModelAndView back(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            HttpServletRequest request,
            Locale locale) {
        return goTo(shell.visit(caller, request, locale).links().quarantined(id));
    }

    /** Leads to the page that says where it stands; where it is refused, what was typed stays beside what is wrong with it. */
    @PostMapping("/quarantine/{id}/resubmit")
    ModelAndView resubmit(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request, Locale locale)
            throws IOException {
        Visit visit = shell.visit(caller, request, locale, OUTCOME, CSRF);
        Seen seen = seen(visit, id);
        Optional<String> typed = visit.query().one(OUTCOME).filter(text -> !text.isBlank());
        try {
            resubmitMended.of(
                    seen.listed(),
                    typed.<InputStream>map(text -> new ByteArrayInputStream(text.getBytes(UTF_8))),
                    visit.hospital(),
                    caller.clientId());
            HandedOut.note(request, 1);
            return goTo(visit.links().quarantined(id));
        } catch (RefusedRequest refused) {
            ModelAndView page = page(visit, seen)
                    .addObject(OUTCOME, typed.orElse(""))
                    .addObject("refused", refused)
                    .addObject("faults", refused.faults());
            page.setStatus(HttpStatus.valueOf(refused.status()));
            return page;
        }
    }

    private static ModelAndView goTo(String address) {
        RedirectView there = new RedirectView(address);
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }

    private Seen seen(Visit visit, String id) {
        return seeQuarantined
                .of(visit.hospital(), id)
                .orElseThrow(() -> RefusedRequest.notFound("There is nothing with this id in quarantine."));
    }

    private static ModelAndView page(Visit visit, Seen seen) {
        return visit.page("quarantined", 1)
                .addObject("seen", seen)
                .addObject("listed", seen.listed())
                .addObject("quarantined", seen.listed().quarantined());
    }

    private static String asSent(Seen seen) {
        return seen.listed().quarantined().arrival() instanceof Arrival.OfOutcome readable
                ? Came.json(readable.outcome())
                : "";
    }
}
