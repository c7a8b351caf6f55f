package org.hfsregistry.registry.receipt.rest;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.paging.Tagged;
import org.hfsregistry.registry.receipt.FindReceipts;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a hospital what became of the outcomes it submitted. */
@RestController
class ReceiptController {

    private static final int MOST_AT_ONCE = 50;

    private final FindReceipts findReceipts;

    ReceiptController(FindReceipts findReceipts) {
        this.findReceipts = findReceipts;
    }

    @GetMapping("/v1/outcomes/{outcomeId}")
    ResponseEntity<RestReceipt> receipt(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String outcomeId,
            @RequestParam Optional<String> hospitalId) {
        return findReceipts.of(caller.hospital(hospitalId), List.of(outcomeId)).stream()
                .findFirst()
                .map(found -> Tagged.of(ResponseEntity.ok(RestReceipt.of(found))))
                .orElseThrow(() -> RefusedRequest.notFound(
                        "No outcome with this outcomeId has arrived yet. If it was accepted a moment ago, ask again."));
    }

    @GetMapping("/v1/outcomes")
    ResponseEntity<RestReceipts> receipts(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<List<String>> outcomeId,
            @RequestParam Optional<String> hospitalId) {
        String hospital = caller.hospital(hospitalId);
        List<String> asked = outcomeId.orElse(List.of());
        if (asked.isEmpty() || asked.size() > MOST_AT_ONCE) {
            throw RefusedRequest.badParameter(
                    "outcomeId",
                    "given 1 to " + MOST_AT_ONCE + " times, each with the id of an outcome (it was given "
                            + asked.size() + " times)");
        }
        return Tagged.of(ResponseEntity.ok(new RestReceipts(
                findReceipts.of(hospital, asked).stream().map(RestReceipt::of).toList())));
    }
}
