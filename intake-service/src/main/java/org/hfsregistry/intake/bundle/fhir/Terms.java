package org.hfsregistry.intake.bundle.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/** The systems of codes and identifiers, the registry's own and others', and what is known of their codes. */
final class Terms {

    private static final String OWN = "https://hfs-registry.example/fhir/";

    static final String OUTCOME_ID = OWN + "identifier/outcome";
    static final String TREATMENT_ID = OWN + "identifier/treatment";
    static final String PATIENT_ID = OWN + "identifier/patient";

    /** What a Procedure, an Observation or one of its components is. */
    static final String ITEM = OWN + "CodeSystem/item";

    static final String SIDE = OWN + "CodeSystem/side";
    static final String SPASM_GRADE = OWN + "CodeSystem/spasm-grade";
    static final String COMPLICATION_GRADE = OWN + "CodeSystem/complication-grade";
    static final String COMPLICATION = OWN + "CodeSystem/complication";
    static final String PRODUCT = OWN + "CodeSystem/product";
    static final String DRUG = OWN + "CodeSystem/drug";
    static final String RESPONSE = OWN + "CodeSystem/medication-response";
    static final String STOP_REASON = OWN + "CodeSystem/stop-reason";
    static final String SIDE_EFFECT = OWN + "CodeSystem/side-effect";

    /** The codes of faults, in {@code OperationOutcome.issue.details}. */
    static final String FAULT = OWN + "CodeSystem/fault";

    static final String CLINICAL_STATUS = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    static final String VERIFICATION_STATUS = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    static final String EVENT_OUTCOME = "http://terminology.hl7.org/CodeSystem/adverse-event-outcome";
    static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";
    static final String OCCURRED_FOLLOWING = "http://hl7.org/fhir/StructureDefinition/condition-occurredFollowing";
    static final String DUE_TO = "http://hl7.org/fhir/StructureDefinition/condition-dueTo";

    private static final String SNOMED_CT = "http://snomed.info/sct";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";

    /** What is said of the sides of a hemifacial spasm. */
    enum Sides {
        LEFT,
        RIGHT,
        BOTH,
        UNSAID
    }

    private static final Map<String, Sides> ICD_10_CM_SIDES = Map.of(
            "G51.3", Sides.UNSAID,
            "G51.31", Sides.RIGHT,
            "G51.32", Sides.LEFT,
            "G51.33", Sides.BOTH,
            "G51.39", Sides.UNSAID);

    private static final Map<String, Sides> SNOMED_CT_SIDES =
            Map.of("7771000", Sides.LEFT, "24028007", Sides.RIGHT, "51440002", Sides.BOTH);

    private static final Map<String, Sides> OWN_SIDES = Map.of("left", Sides.LEFT, "right", Sides.RIGHT);

    private Terms() {}

    /** The codes of that system in the concept. */
    static Stream<String> codes(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode);
    }

    /** Whether the concept has one of those codes of that system. */
    static boolean is(CodeableConcept concept, String system, String... codes) {
        return codes(concept, system).anyMatch(Arrays.asList(codes)::contains);
    }

    /** What a diagnosis or a site says of the side; nothing where it speaks of something else. */
    static Stream<Sides> sides(CodeableConcept concept) {
        return concept.getCoding().stream().flatMap(Terms::sides);
    }

    private static Stream<Sides> sides(Coding coding) {
        String code = String.valueOf(coding.getCode());
        Map<String, Sides> known = switch (String.valueOf(coding.getSystem())) {
            case ICD_10, ICD_10_CM -> ICD_10_CM_SIDES;
            case SNOMED_CT -> SNOMED_CT_SIDES;
            case SIDE -> OWN_SIDES;
            default -> Map.of();
        };
        return Stream.ofNullable(known.get(code));
    }

    /** The values of the identifiers of that system. */
    static List<String> values(List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(identifier -> system.equals(identifier.getSystem()) && identifier.hasValue())
                .map(Identifier::getValue)
                .distinct()
                .toList();
    }
}
