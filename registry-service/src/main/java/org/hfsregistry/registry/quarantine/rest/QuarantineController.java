package org.hfsregistry.registry.quarantine.rest;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a hospital what could not be registered, and why. */
@RestController
class QuarantineController {

    private final Quarantine quarantine;

    QuarantineController(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GetMapping("/v1/quarantine")
    ResponseEntity<List<RestQuarantined>> quarantined(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        String hospital = caller.hospital(hospitalId);
        Page page = Page.of(cursor, limit);
        return page.answer(quarantine.of(hospital, page.after(), page.lookFor()), Quarantined::id, RestQuarantined::of);
    }
}
