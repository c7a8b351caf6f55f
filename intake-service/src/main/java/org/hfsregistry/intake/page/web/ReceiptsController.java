package org.hfsregistry.intake.page.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.http.Parameters;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.page.ReceiptsAnswer;
import org.hfsregistry.intake.page.RegistryReceipts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands the registry's receipts to the page, which may ask nobody but its own service. */
@RestController
class ReceiptsController {

    private static final int MOST = 50;

    private final RegistryReceipts receipts;

    ReceiptsController(RegistryReceipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/receipts")
    ResponseEntity<String> receipts(
            @RequestParam("outcomeId") List<String> outcomeIds, Authentication reader, HttpServletRequest request) {
        Parameters.only(request, List.of("outcomeId"));
        if (outcomeIds.isEmpty()
                || outcomeIds.size() > MOST
                || !outcomeIds.stream().allMatch(Outcome.ID_FORM::matches)) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "BAD_OUTCOME_IDS",
                    "The parameter outcomeId is given 1 to %d times, each time with the id of an outcome."
                            .formatted(MOST));
        }
        return switch (receipts.of(outcomeIds, String.valueOf(reader.getCredentials()))) {
            case ReceiptsAnswer.Told(String json) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
            case ReceiptsAnswer.Away() ->
                throw RefusedRequest.forNow(
                        "REGISTRY_UNAVAILABLE",
                        "The registry does not answer. What was accepted is safe; ask again later.");
            case ReceiptsAnswer.Unfit(int status) ->
                throw new RefusedRequest(
                        HttpStatus.BAD_GATEWAY,
                        "NO_RECEIPTS",
                        "The registry answered %d instead of receipts. What was accepted is safe.".formatted(status));
        };
    }
}
