package org.hfsregistry.registry.merging.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.merging.Merges;
import org.hfsregistry.registry.merging.RequestMerge;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.quarantine.SubmittedLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in that two patients are one person, or are not after all, and tells of merges. */
@RestController
class MergeController {

    private static final Logger LOG = LoggerFactory.getLogger(MergeController.class);
    private static final int CONFLICT = 409;

    private final RequestMerge requestMerge;
    private final Merges merges;

    MergeController(RequestMerge requestMerge, Merges merges) {
        this.requestMerge = requestMerge;
        this.merges = merges;
    }

    @PostMapping(path = "/v1/patients/{patientId}/merges", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RestMerge.Accepted> merge(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String patientId,
            @RequestBody RestMerge.Asked asked,
            @RequestParam Optional<String> hospitalId) {
        return asked(caller, hospitalId, patientId, asked.mergedPatientId(), false);
    }

    @DeleteMapping("/v1/patients/{patientId}/merges/{mergedPatientId}")
    ResponseEntity<RestMerge.Accepted> undo(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String patientId,
            @PathVariable String mergedPatientId,
            @RequestParam Optional<String> hospitalId) {
        return asked(caller, hospitalId, patientId, mergedPatientId, true);
    }

    private ResponseEntity<RestMerge.Accepted> asked(
            Caller caller,
            Optional<String> hospitalId,
            String patientId,
            @Nullable String mergedPatientId,
            boolean undone) {
        String hospital = caller.hospital(hospitalId);
        if (mergedPatientId == null || !PatientPseudonym.isOne(patientId) || !PatientPseudonym.isOne(mergedPatientId)) {
            throw notAPseudonym();
        }
        PatientMerge merge = new PatientMerge(
                hospital, new PatientPseudonym(patientId), new PatientPseudonym(mergedPatientId), undone);
        try {
            return switch (requestMerge.of(merge, caller.clientId())) {
                case RequestMerge.Answer.Accepted accepted -> {
                    String id = Merge.id(accepted.position());
                    yield ResponseEntity.accepted()
                            .location(URI.create(caller.address("/v1/merges/" + id, hospital)))
                            .body(new RestMerge.Accepted(id, hospital, accepted.position()));
                }
                case RequestMerge.Answer.Refused(Refusal refusal) ->
                    throw new RefusedRequest(
                            CONFLICT, refusal.code(), refusal.message() + "; " + refusal.remedy() + ".");
                case RequestMerge.Answer.NotAPseudonym _ -> throw notAPseudonym();
            };
        } catch (SubmittedLog.Unavailable away) {
            LOG.warn("A merge was not taken in", away);
            throw RefusedRequest.logAway("Merges");
        }
    }

    private static RefusedRequest notAPseudonym() {
        return new RefusedRequest(
                400,
                "NOT_A_PSEUDONYM",
                "Both patients must be named by a patientId as GET /v1/treatments shows it. The registry does not know"
                        + " your own ids of patients; find a treatment of each there and take its patientId, or ask"
                        + " intake, POST /v1/pseudonyms.");
    }

    @GetMapping("/v1/merges/{id}")
    RestMerge merge(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam Optional<String> hospitalId) {
        return merges.find(caller.hospital(hospitalId), id)
                .map(RestMerge::of)
                .orElseThrow(() -> RefusedRequest.notFound(
                        "No merge with this id was carried out yet. If it was" + " accepted a moment ago, ask again."));
    }

    @GetMapping("/v1/merges")
    ResponseEntity<List<RestMerge>> merges(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        Page page = Page.of(cursor, limit, Page::isPosition);
        return page.answer(
                merges.of(caller.hospital(hospitalId), page.after(), page.lookFor()), Merge::id, RestMerge::of);
    }
}
