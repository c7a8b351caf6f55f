package org.hfsregistry.intake.bundle.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.bundle.BundledResult;
import org.hfsregistry.intake.bundle.OutcomeBundle;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Observation;
import tools.jackson.databind.json.JsonMapper;

/** One Bundle: which of its entries report outcomes, which are refused, and which tell what outcomes have to know. */
final class FhirBundle implements OutcomeBundle {

    private final FhirContext fhir;
    private final JsonMapper json;
    private final Entries entries;
    private final boolean allOrNothing;
    private final List<OutcomeDraft> drafts = new ArrayList<>();
    private final Map<Integer, List<Fault>> refused = new TreeMap<>();
    private final Map<Integer, List<String>> readFor = new TreeMap<>();

    FhirBundle(FhirContext fhir, JsonMapper json, Entries entries, boolean allOrNothing) {
        this.fhir = fhir;
        this.json = json;
        this.entries = entries;
        this.allOrNothing = allOrNothing;
        Outcomes outcomes = new Outcomes(entries);
        for (Entry entry : entries.all()) {
            if (entry.faults().isEmpty()) {
                outcomes.of(entry).ifPresent(drafts::add);
            } else {
                refused.put(entry.index(), entry.faults());
            }
        }
        refuseRepetitions();
        drafts.forEach(draft -> draft.used()
                .forEach(index -> readFor.computeIfAbsent(index, i -> new ArrayList<>())
                        .add(draft.anchor().path())));
        List<Entry> reporting = drafts.stream().map(OutcomeDraft::anchor).toList();
        for (Entry entry : entries.all()) {
            if (entry.faults().isEmpty() && !reporting.contains(entry)) {
                fault(entry, readFor.containsKey(entry.index()))
                        .ifPresent(fault -> refused.put(entry.index(), List.of(fault)));
            }
        }
    }

    /** Two that differ would be a conflict, and the second one end in quarantine. */
    private void refuseRepetitions() {
        Set<Object> ids = new HashSet<>();
        for (OutcomeDraft draft : drafts) {
            Object id = draft.json().get("outcomeId");
            if (id != null && !ids.add(id)) {
                draft.refuse(
                        "DUPLICATE_ID",
                        "outcomeId",
                        draft.path("outcomeId"),
                        "another entry of this Bundle has the same outcomeId",
                        "send each outcome once, in its last revision");
            }
        }
    }

    @Override
    public boolean allOrNothing() {
        return allOrNothing;
    }

    @Override
    public List<Fault> faults() {
        return refused.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Part> outcomes() {
        return drafts.stream()
                .map(draft -> new Part(ByteBuffer.wrap(json.writeValueAsBytes(draft.json())), draft.faults()))
                .toList();
    }

    @Override
    public byte[] answer(List<BundledResult> results) {
        Answer answer = new Answer(fhir);
        Map<Integer, Integer> places = new TreeMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            places.put(drafts.get(i).anchor().index(), i);
        }
        for (Entry entry : entries.all()) {
            Integer place = places.get(entry.index());
            List<Fault> faults = refused.get(entry.index());
            if (place != null) {
                answer.add(drafts.get(place), results.get(place), entries.patientIds(entry));
            } else if (faults != null) {
                answer.addRefused(faults, entries.patientIds(entry));
            } else {
                answer.addContext(entry, readFor.getOrDefault(entry.index(), List.of()));
            }
        }
        return answer.bundle(allOrNothing);
    }

    /** What is wrong with an entry that reports nothing where it should have. */
    private static Optional<Fault> fault(Entry entry, boolean used) {
        if (entry.as(Observation.class).isPresent()) {
            return Optional.of(new Fault(
                    "UNKNOWN_OBSERVATION",
                    entry.path("code"),
                    null,
                    "the Observation is none that the registry takes",
                    "send a coding spasm-grade, botulinum-toxin-response or medication-response of the system "
                            + Terms.ITEM));
        }
        if (entry.as(AdverseEvent.class).isPresent() && !used) {
            return Optional.of(new Fault(
                    "NO_ASSESSMENT",
                    entry.path("suspectEntity"),
                    null,
                    "no Observation in this Bundle is of the treatment that this event suspects",
                    "send the Observation of the Procedure or MedicationAdministration in the same Bundle"));
        }
        return Optional.empty();
    }
}
