package org.hfsregistry.contract.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/** An assessment of a microvascular decompression: what was left of the spasm on a day, and what surgery cost. */
public record MvdOutcome(
        String outcomeId,
        int revision,
        String hospitalId,
        PatientPseudonym patientId,
        String treatmentId,
        Side side,
        LocalDate treatedOn,
        LocalDate assessedOn,
        SpasmGrade spasmGrade,
        @Nullable Double spasmReductionPct,
        @Nullable ComplicationGrade complicationGrade,
        List<Complication> complications,
        @Nullable QualityOfLife qualityOfLife,
        @Nullable PatientDescription patient,
        @Nullable OperationDescription operation)
        implements TreatmentOutcome {

    /** Refuses what breaks a rule. */
    public MvdOutcome {
        complications = Complication.canonical(complications);
        Faults faults = new Faults();
        TreatmentOutcome.check(faults, outcomeId, revision, hospitalId, treatmentId);
        check(faults, treatedOn, assessedOn, spasmReductionPct, patient);
        faults.refuse();
    }

    /** The rules of this type; absent values pass. */
    public static void check(
            Faults faults,
            @Nullable LocalDate treatedOn,
            @Nullable LocalDate assessedOn,
            @Nullable Double spasmReductionPct,
            @Nullable PatientDescription patient) {
        faults.notTooEarly("treatedOn", treatedOn);
        faults.notBefore(treatedOn, "assessedOn", assessedOn);
        faults.range("spasmReductionPct", spasmReductionPct, 0, 100);
        PatientDescription.fits(faults, treatedOn, patient);
    }

    @Override
    public MvdOutcome withPatient(PatientPseudonym pseudonym) {
        return new MvdOutcome(
                outcomeId,
                revision,
                hospitalId,
                pseudonym,
                treatmentId,
                side,
                treatedOn,
                assessedOn,
                spasmGrade,
                spasmReductionPct,
                complicationGrade,
                complications,
                qualityOfLife,
                patient,
                operation);
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.MVD_OUTCOME;
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
