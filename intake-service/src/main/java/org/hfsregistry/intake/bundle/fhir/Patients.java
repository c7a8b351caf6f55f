package org.hfsregistry.intake.bundle.fhir;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Whom a resource is about. */
final class Patients {

    private static final Pattern BIRTH = Pattern.compile("[0-9]{4}(-.*)?");
    private static final int YEAR_LENGTH = 4;

    private final Entries entries;

    Patients(Entries entries) {
        this.entries = entries;
    }

    /** Who stands in the resource as its subject. */
    static Optional<Reference> subject(Resource resource) {
        return switch (resource) {
            case Observation observation -> Optional.of(observation.getSubject());
            case Condition condition -> Optional.of(condition.getSubject());
            case Procedure procedure -> Optional.of(procedure.getSubject());
            case MedicationAdministration given -> Optional.of(given.getSubject());
            case MedicationStatement taken -> Optional.of(taken.getSubject());
            case AdverseEvent event -> Optional.of(event.getSubject());
            default -> Optional.empty();
        };
    }

    /** Puts the patient's id. */
    void putId(OutcomeDraft draft) {
        String path = draft.anchor().path("subject");
        Reference subject = draft.anchor().resource().flatMap(Patients::subject).orElseThrow();
        entries.find(subject)
                .filter(entry -> entry.as(Patient.class).isPresent())
                .ifPresent(draft::uses);
        Optional<String> id = id(subject);
        draft.put("patientId", id.orElse(null), path);
        if (id.isEmpty()) {
            draft.refuse(
                    "NO_PATIENT_ID",
                    "patientId",
                    path,
                    "it is not clear which of your ids is the patient's",
                    "send subject.identifier, or a Patient with one identifier, of the type MR or of the system "
                            + Terms.PATIENT_ID);
        }
    }

    /** Puts what the registry keeps of the person. */
    void putDescription(OutcomeDraft draft) {
        Reference subject = draft.anchor().resource().flatMap(Patients::subject).orElseThrow();
        entries.find(subject)
                .ifPresent(entry -> entry.as(Patient.class).ifPresent(patient -> {
                    String born = String.valueOf(patient.getBirthDateElement().getValueAsString());
                    Integer year =
                            BIRTH.matcher(born).matches() ? Integer.valueOf(born.substring(0, YEAR_LENGTH)) : null;
                    draft.put("patient.birthYear", year, entry.path("birthDate"));
                    draft.put("patient.sex", patient.getGenderElement().getValueAsString(), entry.path("gender"));
                }));
    }

    /** Refuses a resource about another patient than the outcome's. */
    void checkSame(OutcomeDraft draft, Entry other) {
        Reference own = draft.anchor().resource().flatMap(Patients::subject).orElseThrow();
        Optional<Reference> others = other.resource().flatMap(Patients::subject).filter(subject -> !subject.isEmpty());
        if (others.isPresent() && !id(own).equals(id(others.get()))) {
            draft.refuse(
                    "OTHER_PATIENT",
                    other.path("subject"),
                    other.path("subject"),
                    "this is of another patient than " + draft.anchor().path("subject"),
                    "check both");
        }
    }

    private Optional<String> id(Reference subject) {
        if (subject.getIdentifier().hasValue()) {
            return Optional.of(subject.getIdentifier().getValue());
        }
        Optional<Patient> patient = entries.find(subject).flatMap(entry -> entry.as(Patient.class));
        if (patient.isPresent()) {
            return id(patient.get());
        }
        IdType id = new IdType(String.valueOf(subject.getReference()));
        return "Patient".equals(id.getResourceType()) ? Optional.ofNullable(id.getIdPart()) : Optional.empty();
    }

    /** With two identifiers that may be meant, a guess could make two patients of one. */
    private static Optional<String> id(Patient patient) {
        List<Identifier> withValue =
                patient.getIdentifier().stream().filter(Identifier::hasValue).toList();
        List<String> own = Terms.values(withValue, Terms.PATIENT_ID);
        List<String> records = withValue.stream()
                .filter(identifier -> Terms.is(identifier.getType(), Terms.IDENTIFIER_TYPE, "MR"))
                .map(Identifier::getValue)
                .distinct()
                .toList();
        List<String> any =
                withValue.stream().map(Identifier::getValue).distinct().toList();
        return Stream.of(own, records, any)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .map(values -> values.size() == 1 ? Optional.of(values.getFirst()) : Optional.<String>empty())
                .orElseGet(() -> Optional.ofNullable(patient.getIdElement().getIdPart()));
    }

    /** All that may be a patient's id in the resource. */
    static Set<String> ids(Resource resource) {
        Set<String> ids = new HashSet<>();
        if (resource instanceof Patient patient) {
            ids.add(String.valueOf(patient.getIdElement().getIdPart()));
            patient.getIdentifier().forEach(identifier -> ids.add(String.valueOf(identifier.getValue())));
        }
        subject(resource).ifPresent(subject -> {
            ids.add(String.valueOf(subject.getIdentifier().getValue()));
            ids.add(String.valueOf(new IdType(String.valueOf(subject.getReference())).getIdPart()));
        });
        ids.remove("null");
        return ids;
    }
}
