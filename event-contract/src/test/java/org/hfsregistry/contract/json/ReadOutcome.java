package org.hfsregistry.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/** An outcome as a hospital sends it, and what reading makes of it or of one that is spoilt. */
final class ReadOutcome {

    static final PatientPseudonym PSEUDONYM = new PatientPseudonym("k1.AAAAAAAAAAAAAAAAAAAAAA");
    static final Submission SUBMISSION =
            new Submission(Optional.of("h-01"), id -> id.isBlank() ? null : PSEUDONYM, LocalDate.of(2026, 1, 1));
    static final String MVD = """
        {"type":"mvd-outcome","outcomeId":"o1","patientId":"secret-7","treatmentId":"t1","side":"left",\
        "treatedOn":"2024-03-01","assessedOn":"2025-03-01","spasmGrade":"E0"}\
        """;

    private ReadOutcome() {}

    static String with(String fields) {
        return MVD.substring(0, MVD.length() - 1) + "," + fields + "}";
    }

    static OutcomeReading read(String json) {
        return OutcomeJson.read(json.getBytes(UTF_8), SUBMISSION);
    }

    static Outcome accepted(String json) {
        return switch (read(json)) {
            case OutcomeReading.Accepted accepted -> accepted.outcome();
            case OutcomeReading.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    static List<Fault> refused(String json) {
        return switch (read(json)) {
            case OutcomeReading.Accepted accepted -> throw new AssertionError(accepted.toString());
            case OutcomeReading.Refused refused -> refused.faults();
        };
    }
}
