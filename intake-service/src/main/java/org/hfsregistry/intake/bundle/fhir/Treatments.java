package org.hfsregistry.intake.bundle.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.hfsregistry.intake.bundle.fhir.Terms.Sides;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What was done to the patient: which treatment it is, when it was, and on which side. */
final class Treatments {

    private static final List<String> UNITS = List.of("[U]", "U", "[iU]", "[arb'U]", "{U}", "IU", "unit", "units");

    private final Entries entries;
    private final Patients patients;

    Treatments(Entries entries, Patients patients) {
        this.entries = entries;
        this.patients = patients;
    }

    /** Puts what a microvascular decompression says. */
    void putOperation(OutcomeDraft draft, Entry entry, List<CodeableConcept> ownSites) {
        Procedure operation = entry.as(Procedure.class).orElseThrow();
        patients.checkSame(draft, entry);
        requireStatus(draft, entry, operation.getStatusElement().getValueAsString(), "completed");
        if (!Terms.is(operation.getCode(), Terms.ITEM, "microvascular-decompression")) {
            draft.refuse(
                    "NOT_THE_TREATMENT",
                    entry.path("code"),
                    entry.path("code"),
                    "the Procedure does not say that it is a microvascular decompression",
                    "add the coding microvascular-decompression of the system " + Terms.ITEM);
        }
        putTreatmentId(draft, entry, operation.getIdentifier());
        draft.putDay("treatedOn", operation.hasPerformed() ? operation.getPerformed() : null, entry.path("performed"));
        SideSources sources = new SideSources();
        sources.add(ownSites, draft.anchor().path("bodySite"));
        sources.add(operation.getBodySite(), entry.path("bodySite"));
        sources.add(operation.getReasonCode(), entry.path("reasonCode"));
        sources.addReasons(draft, operation.getReasonReference(), entry);
        sources.put(draft, entry.path("bodySite"));
    }

    /** Puts what an injection session says. */
    void putInjection(OutcomeDraft draft, Entry entry, List<CodeableConcept> ownSites) {
        MedicationAdministration given =
                entry.as(MedicationAdministration.class).orElseThrow();
        patients.checkSame(draft, entry);
        requireStatus(draft, entry, given.getStatusElement().getValueAsString(), "completed");
        putTreatmentId(draft, entry, given.getIdentifier());
        draft.putDay("treatedOn", given.hasEffective() ? given.getEffective() : null, entry.path("effective"));
        draft.putCode(
                "product",
                given.hasMedication() ? given.getMedication() : null,
                Terms.PRODUCT,
                entry.path("medication"));
        draft.putNumber(
                "doseUnits",
                given.getDosage().hasDose() ? given.getDosage().getDose() : null,
                UNITS,
                entry.path("dosage.dose"));
        SideSources sources = new SideSources();
        sources.add(ownSites, draft.anchor().path("bodySite"));
        sources.add(List.of(given.getDosage().getSite()), entry.path("dosage.site"));
        sources.add(given.getReasonCode(), entry.path("reasonCode"));
        sources.addReasons(draft, given.getReasonReference(), entry);
        sources.put(draft, entry.path("dosage.site"));
    }

    /** Puts what a course of a medication says. */
    void putCourse(OutcomeDraft draft, Entry entry, List<CodeableConcept> ownSites) {
        MedicationStatement taken = entry.as(MedicationStatement.class).orElseThrow();
        patients.checkSame(draft, entry);
        requireStatus(
                draft, entry, taken.getStatusElement().getValueAsString(), "active", "completed", "stopped", "on-hold");
        putTreatmentId(draft, entry, taken.getIdentifier());
        draft.putDay("treatedOn", taken.hasEffective() ? taken.getEffective() : null, entry.path("effective"));
        if (taken.hasEffectivePeriod() && taken.getEffectivePeriod().hasEnd()) {
            draft.putDay("stoppedOn", taken.getEffectivePeriod().getEndElement(), entry.path("effective.end"));
        }
        draft.putCode(
                "drug", taken.hasMedication() ? taken.getMedication() : null, Terms.DRUG, entry.path("medication"));
        if (taken.hasStatusReason()) {
            draft.putCode(
                    "stoppedBecause",
                    taken.getStatusReasonFirstRep(),
                    Terms.STOP_REASON,
                    entry.path("statusReason[0]"));
        }
        SideSources sources = new SideSources();
        sources.add(ownSites, draft.anchor().path("bodySite"));
        sources.add(taken.getDosage().stream().map(Dosage::getSite).toList(), entry.path("dosage"));
        sources.add(taken.getReasonCode(), entry.path("reasonCode"));
        sources.addReasons(draft, taken.getReasonReference(), entry);
        sources.put(draft, entry.path("reasonCode"));
    }

    private static void requireStatus(OutcomeDraft draft, Entry entry, @Nullable String status, String... wanted) {
        if (status == null || !List.of(wanted).contains(status)) {
            draft.refuse(
                    "NOT_DONE",
                    entry.path("status"),
                    entry.path("status"),
                    "the status is none of " + String.join(", ", wanted),
                    "send outcomes of what was done; take back an earlier one with a retraction to /v1/outcomes");
        }
    }

    private static void putTreatmentId(OutcomeDraft draft, Entry entry, List<Identifier> identifiers) {
        List<String> own = Terms.values(identifiers, Terms.TREATMENT_ID);
        List<String> any = own.isEmpty()
                ? identifiers.stream()
                        .filter(Identifier::hasValue)
                        .map(Identifier::getValue)
                        .distinct()
                        .toList()
                : own;
        String resourceId = entry.resource().orElseThrow().getIdElement().getIdPart();
        draft.put("treatmentId", any.isEmpty() ? resourceId : any.getFirst(), entry.path("identifier"));
        if (any.size() > 1) {
            draft.refuse(
                    "MORE_THAN_ONE_ID",
                    "treatmentId",
                    entry.path("identifier"),
                    "there is more than one identifier that may be the treatment's",
                    "send one identifier of the system " + Terms.TREATMENT_ID);
        }
    }

    /** Where the side of a treatment may be told; what is told twice has to agree. */
    private final class SideSources {

        private final Map<Sides, String> told = new TreeMap<>();

        void add(List<CodeableConcept> concepts, String path) {
            for (CodeableConcept concept : concepts) {
                Terms.sides(concept).forEach(side -> told.putIfAbsent(side, path));
            }
        }

        void addReasons(OutcomeDraft draft, List<Reference> reasons, Entry treatment) {
            if (draft.isShort(reasons, treatment.path("reasonReference"))) {
                reasons.forEach(reason -> entries.find(reason).ifPresent(entry -> addReason(draft, entry)));
            }
        }

        private void addReason(OutcomeDraft draft, Entry entry) {
            entry.as(Condition.class).ifPresent(condition -> {
                draft.uses(entry);
                add(condition.getBodySite(), entry.path("bodySite"));
                add(List.of(condition.getCode()), entry.path("code"));
            });
        }

        void put(OutcomeDraft draft, String usual) {
            List<Sides> sides = new ArrayList<>(told.keySet());
            sides.retainAll(List.of(Sides.LEFT, Sides.RIGHT));
            String fix = "send a bodySite or site with left or right of the system %s".formatted(Terms.SIDE)
                    + ", or the reason G51.31 (right) or G51.32 (left) of ICD-10-CM";
            if (sides.size() == 1) {
                Sides side = sides.getFirst();
                draft.put("side", side == Sides.LEFT ? "left" : "right", told.getOrDefault(side, usual));
            } else if (sides.size() == 2) {
                String left = told.getOrDefault(Sides.LEFT, usual);
                String right = told.getOrDefault(Sides.RIGHT, usual);
                draft.refuse("SIDES_DIFFER", "side", left, "here it is left, and right at " + right, "check both");
            } else if (told.containsKey(Sides.BOTH)) {
                String both = told.getOrDefault(Sides.BOTH, usual);
                draft.refuse("BOTH_SIDES", "side", both, "a treatment is of one side, and this says both", fix);
            } else {
                draft.refuse("MISSING_FIELD", "side", usual, "the side is missing", fix);
            }
        }
    }
}
