package org.hfsregistry.registry.page.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.followup.AssessmentDue;
import org.hfsregistry.registry.followup.DueState;
import org.hfsregistry.registry.followup.ListFollowUp;
import org.hfsregistry.registry.followup.ListFollowUp.Operation;
import org.hfsregistry.registry.paging.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The operations of a hospital that wait for their assessment a year after. */
@Controller
final class FollowUpPage {

    private final ListFollowUp listFollowUp;
    private final Shell shell;

    FollowUpPage(ListFollowUp listFollowUp, Shell shell) {
        this.listFollowUp = listFollowUp;
        this.shell = shell;
    }

    @GetMapping("/follow-up")
    ModelAndView followUp(@AuthenticationPrincipal Caller caller, HttpServletRequest request, Locale locale) {
        Visit visit = shell.visit(caller, request, locale, "state", Query.CURSOR);
        Page part = visit.query().page(key -> Operation.ofKey(key).isPresent());
        Optional<DueState> state = visit.query().term("state", DueState.class);
        Optional<Operation> after = part.after().flatMap(Operation::ofKey);
        List<AssessmentDue> found = listFollowUp.of(visit.hospital(), state, after, part.lookFor());
        return visit.list("follow-up", part, found, due -> Operation.of(due).key())
                .addObject("states", DueState.values())
                .addObject("asked", state.map(DueState::code).orElse(""));
    }
}
