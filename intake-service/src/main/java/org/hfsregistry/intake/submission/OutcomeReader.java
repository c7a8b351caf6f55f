package org.hfsregistry.intake.submission;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.clinical.PatientPseudonym;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.PatientIds;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.jspecify.annotations.Nullable;

/**
 * Reads the outcomes of one request, in one thread.
 *
 * <p>A fault tells the value that it is about. Where that is the patient's id, put into another field, the fault is told
 * without it.
 */
final class OutcomeReader {

    private static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    private static final int UNTELLING = 3;

    private final PatientIds patients;
    private final Submission submission;
    private String patientId = "";

    OutcomeReader(Caller caller, Pseudonyms pseudonyms, LocalDate today) {
        this.patients = pseudonyms.ofHospital(caller.hospitalId());
        this.submission = new Submission(Optional.of(caller.hospitalId()), this::pseudonym, today);
    }

    OutcomeReading read(ByteBuffer json) {
        patientId = "";
        OutcomeReading reading =
                OutcomeJson.read(json.array(), json.arrayOffset() + json.position(), json.remaining(), submission);
        return switch (reading) {
            case OutcomeReading.Accepted accepted -> accepted;
            case OutcomeReading.Refused(Optional<String> outcomeId, List<Fault> faults) ->
                new OutcomeReading.Refused(
                        outcomeId, faults.stream().map(this::withoutPatientId).toList());
        };
    }

    private @Nullable PatientPseudonym pseudonym(String text) {
        patientId = text.strip();
        return patients.pseudonym(text);
    }

    private Fault withoutPatientId(Fault fault) {
        String value = fault.value() != null && tellsThePatient(fault.value()) ? null : fault.value();
        boolean namedBySender = fault.code().equals(UNKNOWN_FIELD);
        String field = namedBySender && tellsThePatient(fault.field()) ? "" : fault.field();
        return new Fault(fault.code(), field, value, fault.message(), fault.fix());
    }

    /** Also by a part of a long id, since a long value is told shortened; one to three letters tell of nobody. */
    private boolean tellsThePatient(String text) {
        String told = text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
        return told.equals(patientId)
                || (patientId.length() > UNTELLING && told.contains(patientId))
                || (told.length() > UNTELLING && patientId.contains(told));
    }
}
