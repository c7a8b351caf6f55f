package org.hfsregistry.intake.running;

import java.nio.charset.StandardCharsets;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;

/** Outcomes as hospitals send them: with a patient id of their own. */
public final class RawOutcomes {

    private RawOutcomes() {}

    /** The outcome's JSON with this patient id, where it is of a patient. */
    public static String json(Outcome outcome, String patientId) {
        String json = new String(OutcomeJson.write(outcome), StandardCharsets.UTF_8);
        return outcome instanceof TreatmentOutcome ofTreatment
                ? json.replace(ofTreatment.patientId().value(), patientId)
                : json;
    }

    /** An assessment without a fault. */
    public static String assessment(String outcomeId) {
        return assessment(outcomeId, "E0");
    }

    /** An assessment that has a fault where the grade is none. */
    public static String assessment(String outcomeId, String grade) {
        return """
                {"type":"mvd-outcome","outcomeId":"%s","patientId":"P-4711","treatmentId":"t-%s","side":"left",\
                "treatedOn":"2023-01-10","assessedOn":"2024-01-15","spasmGrade":"%s"}""".formatted(outcomeId, outcomeId, grade);
    }
}
