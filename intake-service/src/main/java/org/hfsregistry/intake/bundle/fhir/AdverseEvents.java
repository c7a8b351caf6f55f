package org.hfsregistry.intake.bundle.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventActuality;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventSuspectEntityComponent;

/** The AdverseEvents of a Bundle, which become complications of the outcomes of the treatment that they suspect. */
final class AdverseEvents {

    private static final Map<String, String> COURSES = Map.of(
            "resolved", "transient",
            "recovering", "unresolved",
            "ongoing", "unresolved",
            "resolvedWithSequelae", "permanent",
            "fatal", "permanent");

    private final Patients patients;
    private final Map<Integer, List<Entry>> byTreatment = new HashMap<>();

    AdverseEvents(Entries entries, Patients patients) {
        this.patients = patients;
        for (Entry entry : entries.all()) {
            entry.as(AdverseEvent.class)
                    .ifPresent(event -> event.getSuspectEntity().stream()
                            .map(AdverseEventSuspectEntityComponent::getInstance)
                            .flatMap(suspect -> entries.find(suspect).stream())
                            .distinct()
                            .forEach(treatment -> byTreatment
                                    .computeIfAbsent(treatment.index(), index -> new ArrayList<>())
                                    .add(entry)));
        }
    }

    /** Puts the complications of a treatment. */
    void put(OutcomeDraft draft, Entry treatment) {
        List<Entry> events = byTreatment.getOrDefault(treatment.index(), List.of());
        if (draft.isShort(events, treatment.path())) {
            for (Entry entry : events) {
                draft.uses(entry);
                entry.as(AdverseEvent.class).ifPresent(event -> put(draft, entry, event));
            }
        }
    }

    private void put(OutcomeDraft draft, Entry entry, AdverseEvent event) {
        patients.checkSame(draft, entry);
        String at = entry.path("event");
        String kind = draft.code(at, event.getEvent(), Terms.COMPLICATION, at);
        if (!event.hasEvent()) {
            draft.refuse("MISSING_FIELD", at, at, "the event is missing", "send a coding of " + Terms.COMPLICATION);
        }
        if (event.getActuality() == AdverseEventActuality.POTENTIAL) {
            String actuality = entry.path("actuality");
            draft.refuse("NOT_DONE", actuality, actuality, "the event did not happen", "send what happened");
        }
        List<String> outcomes = Terms.codes(event.getOutcome(), Terms.EVENT_OUTCOME)
                .filter(COURSES::containsKey)
                .distinct()
                .toList();
        String outcome = entry.path("outcome");
        if (outcomes.size() != 1) {
            draft.refuse(
                    "NO_COURSE",
                    outcome,
                    outcome,
                    "this does not say whether the complication passed",
                    "send resolved, recovering, ongoing, resolvedWithSequelae or fatal of " + Terms.EVENT_OUTCOME);
        } else if (kind != null) {
            Map<String, String> paths = Map.of("kind", at, "course", outcome);
            String code = outcomes.getFirst();
            draft.add("complications", Map.of("kind", kind, "course", COURSES.getOrDefault(code, "")), at, paths);
            if (code.equals("fatal")) {
                draft.add("complications", Map.of("kind", "death", "course", "permanent"), outcome, paths);
            }
        }
    }
}
