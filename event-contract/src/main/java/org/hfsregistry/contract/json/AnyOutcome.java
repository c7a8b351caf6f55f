package org.hfsregistry.contract.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.contract.outcome.Retraction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** An outcome of whichever type: its type says which shape reads and writes it. */
final class AnyOutcome {

    private static final Map<String, OutcomeType> BY_CODE = byCode();

    private AnyOutcome() {}

    private static Map<String, OutcomeType> byCode() {
        Map<String, OutcomeType> byCode = new HashMap<>();
        for (OutcomeType type : OutcomeType.values()) {
            byCode.put(type.code(), type);
        }
        return byCode;
    }

    /**
     * Reads the outcome at the parser's token.
     *
     * @param laterType finds the type where it is not the first field
     */
    static @Nullable Outcome read(Input in, String field, Faults faults, Supplier<@Nullable String> laterType) {
        if (in.parser.currentToken() != JsonToken.START_OBJECT) {
            Values.refuse(in, faults, "NOT_AN_OBJECT", field, "is not an object", "send an object {…}");
            return null;
        }
        boolean typeFirst = in.parser.nextToken() == JsonToken.PROPERTY_NAME
                && in.parser.currentName().equals("type");
        String type = typeFirst ? text(in) : laterType.get();
        OutcomeType known = type == null ? null : BY_CODE.get(type);
        if (known == null) {
            refuse(type, field.isEmpty() ? faults : faults.within(field));
            skipRest(in, typeFirst);
            return null;
        }
        Shape<? extends Outcome> shape = of(known);
        if (typeFirst) {
            in.parser.nextToken();
            return shape.readAfterType(in, field, faults);
        }
        return shape.readFields(in, new Draft(shape.fields().size(), in), field, faults);
    }

    /** The text of the field at the parser's name; null where its value is no text. */
    static @Nullable String text(Input in) {
        JsonToken token = in.parser.nextToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            return in.parser.getString();
        }
        in.parser.skipChildren();
        return null;
    }

    private static void skipRest(Input in, boolean fromValue) {
        if (fromValue) {
            in.parser.nextToken();
        }
        while (in.parser.currentToken() == JsonToken.PROPERTY_NAME) {
            in.parser.nextToken();
            in.parser.skipChildren();
            in.parser.nextToken();
        }
    }

    private static void refuse(@Nullable String type, Faults faults) {
        String codes = "The types are "
                + String.join(", ", BY_CODE.keySet().stream().sorted().toList());
        if (type == null) {
            faults.add("MISSING_FIELD", "type", null, "type is missing", "send type. " + codes);
        } else {
            faults.add(
                    "UNKNOWN_CODE",
                    "type",
                    type,
                    "type is none of its codes",
                    Nearest.question(type, BY_CODE.keySet()) + codes);
        }
    }

    static Shape<? extends Outcome> of(OutcomeType type) {
        return switch (type) {
            case MVD_OUTCOME -> TreatmentShapes.MVD_OUTCOME;
            case MVD_RECURRENCE -> TreatmentShapes.MVD_RECURRENCE;
            case BOTOX_RELIEF -> TreatmentShapes.BOTOX_RELIEF;
            case MEDICATION_RESPONSE -> TreatmentShapes.MEDICATION_RESPONSE;
            case FOLLOW_UP_ENDED -> TreatmentShapes.FOLLOW_UP_ENDED;
            case RETRACTION -> HospitalShapes.RETRACTION;
            case HOSPITAL_PROFILE -> HospitalShapes.HOSPITAL_PROFILE;
            case ELIGIBLE_CASES -> HospitalShapes.ELIGIBLE_CASES;
        };
    }

    static void write(JsonGenerator out, Outcome outcome) {
        switch (outcome) {
            case MvdOutcome o -> TreatmentShapes.MVD_OUTCOME.write(out, o);
            case MvdRecurrence o -> TreatmentShapes.MVD_RECURRENCE.write(out, o);
            case BotoxRelief o -> TreatmentShapes.BOTOX_RELIEF.write(out, o);
            case MedicationResponse o -> TreatmentShapes.MEDICATION_RESPONSE.write(out, o);
            case FollowUpEnded o -> TreatmentShapes.FOLLOW_UP_ENDED.write(out, o);
            case Retraction o -> HospitalShapes.RETRACTION.write(out, o);
            case HospitalProfile o -> HospitalShapes.HOSPITAL_PROFILE.write(out, o);
            case EligibleCases o -> HospitalShapes.ELIGIBLE_CASES.write(out, o);
        }
    }
}
