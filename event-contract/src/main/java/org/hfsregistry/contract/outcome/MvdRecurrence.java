package org.hfsregistry.contract.outcome;

import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/** A return of the spasm after a microvascular decompression. */
public record MvdRecurrence(
        String outcomeId,
        int revision,
        String hospitalId,
        PatientPseudonym patientId,
        String treatmentId,
        Side side,
        LocalDate treatedOn,
        LocalDate onsetOn,
        boolean confirmed,
        @Nullable SpasmGrade spasmGrade)
        implements TreatmentOutcome {

    /** Refuses what breaks a rule. */
    public MvdRecurrence {
        Faults faults = new Faults();
        TreatmentOutcome.check(faults, outcomeId, revision, hospitalId, treatmentId);
        check(faults, treatedOn, onsetOn);
        faults.refuse();
    }

    /** The rules of this type; absent values pass. */
    public static void check(Faults faults, @Nullable LocalDate treatedOn, @Nullable LocalDate onsetOn) {
        faults.notTooEarly("treatedOn", treatedOn);
        faults.notBefore(treatedOn, "onsetOn", onsetOn);
    }

    @Override
    public MvdRecurrence withPatient(PatientPseudonym pseudonym) {
        return new MvdRecurrence(
                outcomeId,
                revision,
                hospitalId,
                pseudonym,
                treatmentId,
                side,
                treatedOn,
                onsetOn,
                confirmed,
                spasmGrade);
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.MVD_RECURRENCE;
    }

    @Override
    public Optional<TreatmentKind> kind() {
        return Optional.of(TreatmentKind.MVD);
    }

    @Override
    public Optional<Side> treatedSide() {
        return Optional.of(side);
    }
}
