package org.hfsregistry.registry.erasure.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.erasure.Erasures;
import org.hfsregistry.registry.erasure.RequestErasure;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.quarantine.SubmittedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in that a patient is to be erased, and tells of erasures. */
@RestController
class ErasureController {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureController.class);

    private final RequestErasure requestErasure;
    private final Erasures erasures;

    ErasureController(RequestErasure requestErasure, Erasures erasures) {
        this.requestErasure = requestErasure;
        this.erasures = erasures;
    }

    /** All of the path is taken for the patient, so that a raw id with a slash in it is refused here and nowhere told. */
    @DeleteMapping("/v1/patients/{*patientId}")
    ResponseEntity<RestErasure.Accepted> erase(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String patientId,
            @RequestParam Optional<String> basis,
            @RequestParam Optional<String> hospitalId) {
        String hospital = caller.hospital(hospitalId);
        String ground = basis.filter(PatientErasure::isBasis)
                .orElseThrow(() -> RefusedRequest.badParameter(
                        "basis",
                        "the ground for it, in 1 to 100 letters, digits, blanks and . , - ( ) / § as in"
                                + " GDPR Art. 17(1)(b), without anything of the patient"));
        String patient = patientId.startsWith("/") ? patientId.substring(1) : patientId;
        if (!PatientPseudonym.isOne(patient)) {
            throw notAPseudonym();
        }
        try {
            return requestErasure
                    .of(hospital, new PatientPseudonym(patient), ground, caller.clientId())
                    .map(position -> {
                        String id = Erasure.id(position);
                        return ResponseEntity.accepted()
                                .location(URI.create(caller.address("/v1/erasures/" + id, hospital)))
                                .body(new RestErasure.Accepted(id, hospital, position));
                    })
                    .orElseThrow(ErasureController::notAPseudonym);
        } catch (SubmittedLog.Unavailable away) {
            LOG.warn("An erasure was not taken in", away);
            throw RefusedRequest.logAway("Erasures");
        }
    }

    private static RefusedRequest notAPseudonym() {
        return new RefusedRequest(
                400,
                "NOT_A_PSEUDONYM",
                "The address must end with a patientId as GET /v1/treatments shows it. The registry does not know your"
                        + " own ids of patients; find one of the patient's treatments there and take its patientId, or ask"
                        + " intake, POST /v1/pseudonyms.");
    }

    @GetMapping("/v1/erasures/{id}")
    RestErasure erasure(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam Optional<String> hospitalId) {
        return erasures.find(caller.hospital(hospitalId), id)
                .map(RestErasure::of)
                .orElseThrow(() ->
                        RefusedRequest.notFound("No erasure with this id was carried out yet. If it was accepted a"
                                + " moment ago, ask again."));
    }

    @GetMapping("/v1/erasures")
    ResponseEntity<List<RestErasure>> erasures(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        Page page = Page.of(cursor, limit, Page::isPosition);
        return page.answer(
                erasures.of(caller.hospital(hospitalId), page.after(), page.lookFor()), Erasure::id, RestErasure::of);
    }
}
