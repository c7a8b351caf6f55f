package org.hfsregistry.registry.treatment.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.CodeParameter;
import org.hfsregistry.registry.access.DayParameter;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.paging.Page;
import org.hfsregistry.registry.paging.Tagged;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.hfsregistry.registry.treatment.Treatments.Selection;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a hospital its treatments. One of which nothing counts any more is none. */
@RestController
class TreatmentController {

    private final Treatments treatments;

    TreatmentController(Treatments treatments) {
        this.treatments = treatments;
    }

    @GetMapping("/v1/treatments")
    ResponseEntity<List<RestTreatment>> treatments(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        String hospital = caller.hospital(hospitalId);
        DayParameter.inOrder(from, to);
        Page page = Page.of(cursor, limit, Outcome.ID.asMatchPredicate());
        Selection selection = new Selection(
                kind.map(code -> CodeParameter.read("kind", TreatmentKind.class, code)),
                from.map(day -> DayParameter.within("from", day)),
                to.map(day -> DayParameter.within("to", day)),
                page.after(),
                page.lookFor());
        return Tagged.of(page.answer(
                treatments.of(hospital, selection),
                treatment -> treatment.document().treatmentId(),
                RestTreatment::of));
    }

    /** Spring answers 304 to who has it as it is. */
    @GetMapping("/v1/treatments/{treatmentId}")
    ResponseEntity<RestTreatment> treatment(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String treatmentId,
            @RequestParam Optional<String> hospitalId) {
        Place place = new Place.OfTreatment(caller.hospital(hospitalId), treatmentId);
        return treatments.find(Set.of(place.id())).stream()
                .filter(treatment -> !treatment.counting().isEmpty())
                .findFirst()
                .map(treatment -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(tag(treatment))
                        .body(RestTreatment.of(treatment)))
                .orElseThrow(() -> RefusedRequest.notFound("There is no treatment with this treatmentId."));
    }

    /** After a backup was restored a version may come again, at another time. */
    private static String tag(Treatment treatment) {
        return treatment.version() + "-" + treatment.document().changedAt().toEpochMilli();
    }
}
