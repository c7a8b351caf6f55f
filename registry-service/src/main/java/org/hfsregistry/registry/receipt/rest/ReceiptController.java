package org.hfsregistry.registry.receipt.rest;

import java.util.Optional;
import java.util.Set;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a hospital what became of an outcome it submitted. */
@RestController
class ReceiptController {

    private final OutcomeIndex outcomes;

    ReceiptController(OutcomeIndex outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping("/v1/outcomes/{outcomeId}")
    RestReceipt receipt(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String outcomeId,
            @RequestParam Optional<String> hospitalId) {
        String hospital = caller.hospital(hospitalId);
        return outcomes.find(Set.of(OutcomeEntry.id(hospital, outcomeId))).stream()
                .flatMap(entry -> entry.receipt().stream().map(receipt -> RestReceipt.of(entry, receipt)))
                .findFirst()
                .orElseThrow(() -> RefusedRequest.notFound(
                        "No outcome with this outcomeId has arrived yet. If it was accepted a moment ago, ask again."));
    }
}
