package org.hfsregistry.registry.followup.rest;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.CodeParameter;
import org.hfsregistry.registry.followup.AssessmentDue;
import org.hfsregistry.registry.followup.DueState;
import org.hfsregistry.registry.followup.ListFollowUp;
import org.hfsregistry.registry.followup.ListFollowUp.Operation;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.paging.Tagged;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a hospital which of its operations wait for their assessment a year after. */
@RestController
class FollowUpController {

    private final ListFollowUp listFollowUp;

    FollowUpController(ListFollowUp listFollowUp) {
        this.listFollowUp = listFollowUp;
    }

    @GetMapping("/v1/follow-up")
    ResponseEntity<List<RestAssessmentDue>> followUp(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        String hospital = caller.hospital(hospitalId);
        Page page = Page.of(cursor, limit, key -> Operation.ofKey(key).isPresent());
        List<AssessmentDue> due = listFollowUp.of(
                hospital,
                state.map(code -> CodeParameter.read("state", DueState.class, code)),
                page.after().flatMap(Operation::ofKey),
                page.lookFor());
        return Tagged.of(page.answer(due, each -> Operation.of(each).key(), RestAssessmentDue::of));
    }
}
