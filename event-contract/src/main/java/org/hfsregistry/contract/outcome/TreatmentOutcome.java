package org.hfsregistry.contract.outcome;

import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/** A report of one treatment: an operation, an injection session, or a course of a medication. */
public sealed interface TreatmentOutcome extends Outcome
        permits MvdOutcome, MvdRecurrence, BotoxRelief, MedicationResponse, FollowUpEnded {

    /** Whom it was done to. */
    PatientPseudonym patientId();

    /** The hospital's own id of the treatment, unique in the hospital. */
    String treatmentId();

    /** When it was done, or begun. */
    LocalDate treatedOn();

    /** Which of the treatments it speaks of; the end of a follow-up does not say. */
    Optional<TreatmentKind> kind();

    /** Which side of the face; the end of a follow-up does not say. */
    Optional<Side> treatedSide();

    /** The same report, with another pseudonym of the same patient. */
    TreatmentOutcome withPatient(PatientPseudonym pseudonym);

    /** The rules that all outcomes of a treatment share; absent values pass. */
    static void check(
            Faults faults,
            @Nullable String outcomeId,
            @Nullable Integer revision,
            @Nullable String hospitalId,
            @Nullable String treatmentId) {
        Outcome.check(faults, outcomeId, revision, hospitalId);
        faults.id("treatmentId", treatmentId, ID_FORM, "1 to 64 letters, digits or . _ : -");
    }
}
