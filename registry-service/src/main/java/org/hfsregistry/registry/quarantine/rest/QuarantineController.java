package org.hfsregistry.registry.quarantine.rest;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.CodeParameter;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.quarantine.ListQuarantine;
import org.hfsregistry.registry.quarantine.ListQuarantine.Listed;
import org.hfsregistry.registry.quarantine.ResubmitOutcome;
import org.hfsregistry.registry.quarantine.ResubmitOutcome.Result;
import org.hfsregistry.registry.quarantine.Standing;
import org.hfsregistry.registry.quarantine.SubmittedLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** Shows a hospital what could not be registered, and why, and submits it again. */
@RestController
class QuarantineController {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineController.class);

    private static final int CONFLICT = 409;

    private final ListQuarantine quarantine;
    private final ResubmitOutcome resubmitOutcome;
    private final Clock clock;

    QuarantineController(ListQuarantine quarantine, ResubmitOutcome resubmitOutcome, Clock clock) {
        this.quarantine = quarantine;
        this.resubmitOutcome = resubmitOutcome;
        this.clock = clock;
    }

    @GetMapping("/v1/quarantine")
    ResponseEntity<List<RestQuarantined>> quarantined(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        String hospital = caller.hospital(hospitalId);
        Page page = Page.of(cursor, limit);
        return page.answer(
                quarantine.of(
                        hospital,
                        state.map(code -> CodeParameter.read("state", Standing.State.class, code)),
                        page.after(),
                        page.lookFor()),
                Listed::id,
                found -> RestQuarantined.of(caller, found));
    }

    /** 202 when it is in the log; 200 where something is registered in its stead already, and nothing was submitted. */
    @PostMapping(path = "/v1/quarantine/{id}/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RestQuarantined> resubmit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam Optional<String> hospitalId,
            @RequestBody(required = false) @Nullable InputStreamResource body)
            throws IOException {
        String hospital = caller.hospital(hospitalId);
        Listed listed = listed(hospital, id);
        Optional<Outcome> mended = body == null
                ? Optional.empty()
                : Optional.of(MendedOutcome.read(body.getInputStream(), hospital, LocalDate.now(clock)));
        return switch (resubmitted(listed, mended, caller.clientId())) {
            case Result.Submitted _ ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(RestQuarantined.of(caller, listed(hospital, id)));
            case Result.Resolved _ -> ResponseEntity.ok(RestQuarantined.of(caller, listed));
            case Result.OfErased _ -> throw ofErased(Refusal.patientErased());
            case Result.NothingToSubmit _ ->
                throw new RefusedRequest(
                        422,
                        "NOTHING_TO_RESUBMIT",
                        "What was sent can't be read, so it can't be submitted as it is. Send the mended outcome as the"
                                + " body, or submit it to intake.");
            case Result.UnknownPatient _ -> throw MendedOutcome.unknownPatient();
        };
    }

    private static RefusedRequest ofErased(Refusal refusal) {
        return new RefusedRequest(CONFLICT, refusal.code(), refusal.message() + "; " + refusal.remedy() + ".");
    }

    private Listed listed(String hospital, String id) {
        return quarantine
                .one(hospital, id)
                .orElseThrow(() -> RefusedRequest.notFound("There is nothing with this id in quarantine."));
    }

    private Result resubmitted(Listed listed, Optional<Outcome> mended, String clientId) {
        try {
            return resubmitOutcome.of(listed, mended, clientId);
        } catch (SubmittedLog.Unavailable away) {
            LOG.warn("An outcome was not submitted again", away);
            throw RefusedRequest.forNow(
                    "BROKER_UNAVAILABLE", "Outcomes can't be kept at the moment. Send the request again later.");
        }
    }
}
