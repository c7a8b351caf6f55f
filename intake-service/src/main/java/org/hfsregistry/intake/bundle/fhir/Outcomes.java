package org.hfsregistry.intake.bundle.fhir;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Finds the resources that report how a treatment did, and what each of them says. */
final class Outcomes {

    private static final Item QUALITY_OF_LIFE_7 = new Item("qualityOfLife", (d, v, at) -> score(d, "hfs-7", v, at));
    private static final Item QUALITY_OF_LIFE_30 = new Item("qualityOfLife", (d, v, at) -> score(d, "hfs-30", v, at));

    private static final Map<String, Item> OF_OPERATION = Map.of(
            "complication-grade",
            Item.code("complicationGrade", Terms.COMPLICATION_GRADE),
            "spasm-reduction",
            Item.number("spasmReductionPct", "%"),
            "hfs-7",
            QUALITY_OF_LIFE_7,
            "hfs-30",
            QUALITY_OF_LIFE_30);

    private static final Map<String, Item> OF_INJECTION = Map.of(
            "injection-number",
            Item.number("injectionNumber", "1"),
            "onset-days",
            Item.number("onsetDays", "d"),
            "peak-reduction",
            Item.number("peakReductionPct", "%"),
            "relief-ended",
            new Item("reliefEndedOn", (d, v, at) -> d.putDay("reliefEndedOn", v, at)),
            "hfs-7",
            QUALITY_OF_LIFE_7,
            "hfs-30",
            QUALITY_OF_LIFE_30);

    private static final Map<String, Item> OF_COURSE = Map.of(
            "dose-per-day", Item.number("doseMgPerDay", "mg/d"), "side-effect", new Item("", Outcomes::sideEffect));

    private final Entries entries;
    private final Patients patients;
    private final Treatments treatments;
    private final AdverseEvents events;

    /** A component of an Observation: the field that it is, for which it may stand there once, and how it gets there. */
    private record Item(String field, Put put) {

        static Item code(String field, String system) {
            return new Item(field, (draft, value, at) -> draft.putCode(field, value, system, at));
        }

        static Item number(String field, String unit) {
            return new Item(field, (draft, value, at) -> draft.putNumber(field, value, List.of(unit), at));
        }
    }

    private interface Put {
        void into(OutcomeDraft draft, Type value, String path);
    }

    Outcomes(Entries entries) {
        this.entries = entries;
        this.patients = new Patients(entries);
        this.treatments = new Treatments(entries, patients);
        this.events = new AdverseEvents(entries, patients);
    }

    /** The outcome that an entry reports; none where it reports none. */
    Optional<OutcomeDraft> of(Entry entry) {
        return entry.resource().flatMap(resource -> switch (resource) {
            case Observation observation -> of(entry, observation);
            case Condition condition
            when Terms.is(condition.getClinicalStatus(), Terms.CLINICAL_STATUS, "recurrence", "relapse") ->
                Optional.of(recurrence(entry, condition));
            default -> Optional.empty();
        });
    }

    private Optional<OutcomeDraft> of(Entry entry, Observation observation) {
        if (Terms.is(observation.getCode(), Terms.ITEM, "spasm-grade")) {
            return Optional.of(ofOperation(entry, observation));
        }
        if (Terms.is(observation.getCode(), Terms.ITEM, "botulinum-toxin-response")) {
            return Optional.of(ofInjection(entry, observation));
        }
        if (Terms.is(observation.getCode(), Terms.ITEM, "medication-response")) {
            return Optional.of(ofCourse(entry, observation));
        }
        return Optional.empty();
    }

    private OutcomeDraft ofOperation(Entry entry, Observation observation) {
        OutcomeDraft draft = draft(OutcomeType.MVD_OUTCOME, entry, observation);
        entries.one(draft, treatment(observation), Procedure.class, entry.path("partOf"))
                .ifPresent(operation -> {
                    treatments.putOperation(draft, operation, List.of(observation.getBodySite()));
                    events.put(draft, operation);
                });
        patients.putDescription(draft);
        draft.putDay("assessedOn", effective(observation), entry.path("effective"));
        draft.putCode("spasmGrade", value(observation), Terms.SPASM_GRADE, entry.path("value"));
        putComponents(draft, observation, OF_OPERATION);
        return draft;
    }

    private OutcomeDraft ofInjection(Entry entry, Observation observation) {
        OutcomeDraft draft = draft(OutcomeType.BOTOX_RELIEF, entry, observation);
        entries.one(draft, treatment(observation), MedicationAdministration.class, entry.path("partOf"))
                .ifPresent(injection -> {
                    treatments.putInjection(draft, injection, List.of(observation.getBodySite()));
                    events.put(draft, injection);
                });
        patients.putDescription(draft);
        draft.putFlag("responded", value(observation), entry.path("value"));
        putComponents(draft, observation, OF_INJECTION);
        boolean responded = value(observation) instanceof BooleanType flag && flag.booleanValue();
        if (responded && !draft.json().containsKey("reliefEndedOn")) {
            draft.putDay("stillRelievedOn", effective(observation), entry.path("effective"));
        }
        return draft;
    }

    private OutcomeDraft ofCourse(Entry entry, Observation observation) {
        OutcomeDraft draft = draft(OutcomeType.MEDICATION_RESPONSE, entry, observation);
        entries.one(draft, treatment(observation), MedicationStatement.class, entry.path("partOf"))
                .ifPresent(course -> treatments.putCourse(draft, course, List.of(observation.getBodySite())));
        draft.putDay("assessedOn", effective(observation), entry.path("effective"));
        draft.putCode("response", value(observation), Terms.RESPONSE, entry.path("value"));
        putComponents(draft, observation, OF_COURSE);
        return draft;
    }

    private OutcomeDraft recurrence(Entry entry, Condition condition) {
        OutcomeDraft draft = new OutcomeDraft(OutcomeType.MVD_RECURRENCE, entry);
        putIds(draft, condition, condition.getIdentifier());
        List<Reference> operations = Stream.of(Terms.OCCURRED_FOLLOWING, Terms.DUE_TO)
                .flatMap(url -> condition.getExtensionsByUrl(url).stream())
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
        entries.one(draft, operations, Procedure.class, entry.path("extension"))
                .ifPresent(operation -> treatments.putOperation(
                        draft,
                        operation,
                        Stream.concat(condition.getBodySite().stream(), Stream.of(condition.getCode()))
                                .toList()));
        draft.putDay("onsetOn", condition.hasOnset() ? condition.getOnset() : null, entry.path("onset"));
        String verification = entry.path("verificationStatus");
        String status = Terms.codes(condition.getVerificationStatus(), Terms.VERIFICATION_STATUS)
                .findFirst()
                .orElse("");
        switch (status) {
            case "confirmed" -> draft.put("confirmed", true, verification);
            case "unconfirmed", "provisional", "differential" -> draft.put("confirmed", false, verification);
            case "" -> draft.put("confirmed", null, verification);
            default ->
                draft.refuse(
                        "NOT_DONE",
                        "confirmed",
                        verification,
                        "the recurrence is refuted",
                        "leave it out; take back an earlier one with a retraction to /v1/outcomes");
        }
        if (Terms.codes(condition.getSeverity(), Terms.SPASM_GRADE).findAny().isPresent()) {
            draft.putCode("spasmGrade", condition.getSeverity(), Terms.SPASM_GRADE, entry.path("severity"));
        }
        return draft;
    }

    private OutcomeDraft draft(OutcomeType type, Entry entry, Observation observation) {
        OutcomeDraft draft = new OutcomeDraft(type, entry);
        putIds(draft, observation, observation.getIdentifier());
        String status = String.valueOf(observation.getStatusElement().getValueAsString());
        if (!List.of("final", "amended", "corrected").contains(status)) {
            draft.refuse(
                    "NOT_FINAL",
                    entry.path("status"),
                    entry.path("status"),
                    "the status is none of final, amended, corrected",
                    "send it when it is final; take back an earlier one with a retraction to /v1/outcomes");
        }
        return draft;
    }

    private void putIds(OutcomeDraft draft, Resource resource, List<Identifier> identifiers) {
        List<String> own = Terms.values(identifiers, Terms.OUTCOME_ID);
        String path = draft.anchor().path(own.isEmpty() ? "id" : "identifier");
        draft.put("outcomeId", own.isEmpty() ? resource.getIdElement().getIdPart() : own.getFirst(), path);
        if (own.size() > 1) {
            draft.refuse("MORE_THAN_ONE_ID", "outcomeId", path, "there are two identifiers of one system", "send one");
        }
        String version = String.valueOf(resource.getMeta().getVersionId());
        if (version.matches("[1-9][0-9]{0,8}")) {
            draft.put("revision", Integer.valueOf(version), draft.anchor().path("meta.versionId"));
        }
        patients.putId(draft);
    }

    private static List<Reference> treatment(Observation observation) {
        return Stream.concat(observation.getPartOf().stream(), observation.getFocus().stream())
                .toList();
    }

    private static @Nullable Type effective(Observation observation) {
        return observation.hasEffective() ? observation.getEffective() : null;
    }

    private static @Nullable Type value(Observation observation) {
        return observation.hasValue() ? observation.getValue() : null;
    }

    private static void putComponents(OutcomeDraft draft, Observation observation, Map<String, Item> known) {
        Set<String> seen = new HashSet<>();
        List<ObservationComponentComponent> components = observation.getComponent();
        for (int i = 0; i < components.size(); i++) {
            ObservationComponentComponent component = components.get(i);
            String path = draft.anchor().path("component[%d]".formatted(i));
            Optional<Item> item = Terms.codes(component.getCode(), Terms.ITEM)
                    .flatMap(code -> Stream.ofNullable(known.get(code)))
                    .findFirst();
            if (item.isEmpty()) {
                draft.refuse(
                        "UNKNOWN_COMPONENT",
                        path,
                        path + ".code",
                        "there is no component of this code here",
                        "leave it out, or send a coding of the system %s: %s"
                                .formatted(
                                        Terms.ITEM,
                                        String.join(
                                                ", ",
                                                known.keySet().stream().sorted().toList())));
            } else if (!item.get().field().isEmpty() && !seen.add(item.get().field())) {
                draft.refuse("DUPLICATE_FIELD", path, path, "this component stands here twice", "send it once");
            } else if (component.hasValue()) {
                item.get().put().into(draft, component.getValue(), path + ".value");
            } else if (!component.hasDataAbsentReason()) {
                draft.refuse(
                        "MISSING_FIELD",
                        path,
                        path + ".value",
                        "the component has no value",
                        "send it, or leave it out");
            }
        }
    }

    private static void score(OutcomeDraft draft, String instrument, Type value, String path) {
        draft.put("qualityOfLife.instrument", instrument, path);
        draft.putNumber("qualityOfLife.score", value, List.of("{score}", "1"), path);
    }

    private static void sideEffect(OutcomeDraft draft, Type value, String path) {
        String code = draft.code(path, value, Terms.SIDE_EFFECT, path);
        if (code != null) {
            draft.add("sideEffects", code, path, Map.of());
        }
    }
}
