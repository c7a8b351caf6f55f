package org.hfsregistry.registry.quarantine.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.PatientIds;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.access.RefusedRequest;

/** Reads what is to be submitted in the stead of what is in quarantine: by the contract, with a pseudonym for the patient. */
final class MendedOutcome {

    /** As much as intake takes for one outcome. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final int UNPROCESSABLE = 422;
    private static final String PATIENT = "patientId";
    private static final String NOT_A_PATIENT_ID = "NOT_A_PATIENT_ID";

    private MendedOutcome() {}

    /** @throws RefusedRequest where it is none, with everything that is wrong with it */
    static Outcome read(InputStream body, String hospitalId, LocalDate today) throws IOException {
        byte[] json = body.readNBytes(MOST_BYTES + 1);
        if (json.length > MOST_BYTES) {
            throw new RefusedRequest(
                    413, "BODY_TOO_LARGE", "One outcome has at most 64 KB. Send one outcome in the body.");
        }
        return switch (OutcomeJson.read(json, new Submission(Optional.of(hospitalId), PatientIds.PSEUDONYMS, today))) {
            case OutcomeReading.Accepted(Outcome outcome, List<Fault> _) -> outcome;
            case OutcomeReading.Refused(Optional<String> _, List<Fault> faults) -> throw refused(faults);
        };
    }

    /** Of a pseudonym that none of the registry's keys made. */
    static RefusedRequest unknownPatient() {
        return refused(List.of(new Fault(NOT_A_PATIENT_ID, PATIENT, null, "", "")));
    }

    private static RefusedRequest refused(List<Fault> faults) {
        List<Fault> told = faults.stream().map(MendedOutcome::told).toList();
        if (has(faults, OutcomeJson.MALFORMED_JSON)) {
            return new RefusedRequest(400, OutcomeJson.MALFORMED_JSON, "The body is not one JSON object.", told);
        }
        if (has(faults, OutcomeJson.NESTED_TOO_DEEPLY)) {
            return new RefusedRequest(
                    400, OutcomeJson.NESTED_TOO_DEEPLY, "The body is nested too deeply to be an outcome.", told);
        }
        if (has(faults, OutcomeJson.OTHER_HOSPITAL)) {
            return new RefusedRequest(
                    403, OutcomeJson.OTHER_HOSPITAL, "The outcome is of another hospital than what is mended.", told);
        }
        return new RefusedRequest(
                UNPROCESSABLE,
                "INVALID_OUTCOME",
                "The outcome has faults; errors says which and how to mend them.",
                told);
    }

    /** Only intake can make a pseudonym of a patient id. */
    private static Fault told(Fault fault) {
        return fault.code().equals(NOT_A_PATIENT_ID) && fault.field().equals(PATIENT)
                ? new Fault(
                        NOT_A_PATIENT_ID,
                        PATIENT,
                        null,
                        "patientId is not a pseudonym of this registry",
                        "leave it as the outcome in quarantine has it, or take that of another of the patient's treatments;"
                                + " your own id of the patient is taken by intake only, so submit the outcome there")
                : fault;
    }

    private static boolean has(List<Fault> faults, String code) {
        return faults.stream().anyMatch(fault -> fault.code().equals(code));
    }
}
