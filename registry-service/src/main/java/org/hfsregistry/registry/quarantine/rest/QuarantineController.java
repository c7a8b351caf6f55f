package org.hfsregistry.registry.quarantine.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.CodeParameter;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.paging.Tagged;
import org.hfsregistry.registry.quarantine.ListQuarantine;
import org.hfsregistry.registry.quarantine.ListQuarantine.Listed;
import org.hfsregistry.registry.quarantine.ResubmitMended;
import org.hfsregistry.registry.quarantine.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a hospital what could not be registered, and why, and the registry's own staff everybody's; and submits it again. */
@RestController
class QuarantineController {

    private final ListQuarantine quarantine;
    private final ResubmitMended resubmitMended;

    QuarantineController(ListQuarantine quarantine, ResubmitMended resubmitMended) {
        this.quarantine = quarantine;
        this.resubmitMended = resubmitMended;
    }

    @GetMapping("/v1/quarantine")
    ResponseEntity<List<RestQuarantined>> quarantined(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        Optional<String> whose = caller.hospitalOrAll(hospitalId);
        Page page = Page.of(cursor, limit, Page::isPosition);
        return Tagged.of(page.answer(
                quarantine.of(
                        whose,
                        state.map(code -> CodeParameter.read("state", Standing.State.class, code)),
                        page.after(),
                        page.lookFor()),
                Listed::id,
                found -> RestQuarantined.of(caller, found)));
    }

    /** 202 when it is in the log; 409 where something is registered in its stead already, and nothing was submitted. */
    @PostMapping(path = "/v1/quarantine/{id}/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RestQuarantined> resubmit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam Optional<String> hospitalId,
            @RequestBody(required = false) @Nullable InputStreamResource body)
            throws IOException {
        String hospital = caller.hospital(hospitalId);
        Listed listed = listed(hospital, id);
        Optional<InputStream> mended = body == null ? Optional.empty() : Optional.of(body.getInputStream());
        if (!resubmitMended.of(listed, mended, hospital, caller.clientId())) {
            throw new RefusedRequest(
                    HttpStatus.CONFLICT.value(),
                    "ALREADY_RESOLVED",
                    "Nothing was submitted: this is resolved. " + RestQuarantined.settled(listed.standing()) + ".");
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(RestQuarantined.of(caller, listed(hospital, id)));
    }

    private Listed listed(String hospital, String id) {
        return quarantine
                .one(hospital, id)
                .orElseThrow(() -> RefusedRequest.notFound("There is nothing with this id in quarantine."));
    }
}
