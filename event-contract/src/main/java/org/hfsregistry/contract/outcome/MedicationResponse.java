package org.hfsregistry.contract.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/** How a course of a medication did. */
public record MedicationResponse(
        String outcomeId,
        int revision,
        String hospitalId,
        PatientPseudonym patientId,
        String treatmentId,
        Side side,
        LocalDate treatedOn,
        Drug drug,
        @Nullable Double doseMgPerDay,
        LocalDate assessedOn,
        Response response,
        @Nullable LocalDate stoppedOn,
        @Nullable StopReason stoppedBecause,
        List<SideEffect> sideEffects)
        implements TreatmentOutcome {

    /** Refuses what breaks a rule. */
    public MedicationResponse {
        sideEffects = Code.canonical(sideEffects);
        Faults faults = new Faults();
        TreatmentOutcome.check(faults, outcomeId, revision, hospitalId, treatmentId);
        check(faults, treatedOn, doseMgPerDay, assessedOn, stoppedOn);
        faults.refuse();
    }

    /** The rules of this type; absent values pass. */
    public static void check(
            Faults faults,
            @Nullable LocalDate treatedOn,
            @Nullable Double doseMgPerDay,
            @Nullable LocalDate assessedOn,
            @Nullable LocalDate stoppedOn) {
        faults.notTooEarly("treatedOn", treatedOn);
        faults.notNegative("doseMgPerDay", doseMgPerDay);
        faults.notBefore(treatedOn, "assessedOn", assessedOn);
        faults.notBefore(treatedOn, "stoppedOn", stoppedOn);
    }

    @Override
    public MedicationResponse withPatient(PatientPseudonym pseudonym) {
        return new MedicationResponse(
                outcomeId,
                revision,
                hospitalId,
                pseudonym,
                treatmentId,
                side,
                treatedOn,
                drug,
                doseMgPerDay,
                assessedOn,
                response,
                stoppedOn,
                stoppedBecause,
                sideEffects);
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.MEDICATION_RESPONSE;
    }

    @Override
    public Optional<TreatmentKind> kind() {
        return Optional.of(TreatmentKind.MEDICATION);
    }

    @Override
    public Optional<Side> treatedSide() {
        return Optional.of(side);
    }

    /** What was taken. */
    public enum Drug implements Code {
        CARBAMAZEPINE("carbamazepine"),
        GABAPENTIN("gabapentin"),
        OXCARBAZEPINE("oxcarbazepine"),
        CLONAZEPAM("clonazepam"),
        BACLOFEN("baclofen"),
        LEVETIRACETAM("levetiracetam"),
        OTHER("other");

        private final String code;

        Drug(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** How far it helped. */
    public enum Response implements Code {
        NONE("none"),
        PARTIAL("partial"),
        COMPLETE("complete");

        private final String code;

        Response(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Why it was stopped. */
    public enum StopReason implements Code {
        NO_EFFECT("no-effect"),
        SIDE_EFFECTS("side-effects"),
        SURGERY("surgery"),
        REMISSION("remission"),
        OTHER("other");

        private final String code;

        StopReason(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What it cost. */
    public enum SideEffect implements Code {
        DROWSINESS("drowsiness"),
        DIZZINESS("dizziness"),
        COGNITIVE("cognitive"),
        HEPATIC("hepatic"),
        RENAL("renal"),
        RASH("rash"),
        OTHER("other");

        private final String code;

        SideEffect(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
