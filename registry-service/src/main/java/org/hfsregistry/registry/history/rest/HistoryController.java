package org.hfsregistry.registry.history.rest;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.paging.Tagged;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a hospital everything that was received of a treatment, also of one of which nothing counts any more. */
@RestController
class HistoryController {

    private final History history;

    HistoryController(History history) {
        this.history = history;
    }

    @GetMapping("/v1/treatments/{treatmentId}/history")
    ResponseEntity<List<RestRevision>> history(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String treatmentId,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        Place.OfTreatment treatment = new Place.OfTreatment(caller.hospital(hospitalId), treatmentId);
        Page page = Page.of(cursor, limit, Page::isPosition);
        List<Decision> found = history.ofTreatment(treatment, page.after(), page.lookFor());
        if (found.isEmpty() && page.after().isEmpty()) {
            throw RefusedRequest.notFound("Nothing was received of a treatment with this treatmentId.");
        }
        return Tagged.of(page.answer(found, Decision::id, RestRevision::of));
    }
}
