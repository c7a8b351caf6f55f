package org.hfsregistry.contract.outcome;

import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/** The hospital will hear no more of a treatment. */
public record FollowUpEnded(
        String outcomeId,
        int revision,
        String hospitalId,
        PatientPseudonym patientId,
        String treatmentId,
        LocalDate treatedOn,
        LocalDate endedOn,
        Reason reason)
        implements TreatmentOutcome {

    /** Refuses what breaks a rule. */
    public FollowUpEnded {
        Faults faults = new Faults();
        TreatmentOutcome.check(faults, outcomeId, revision, hospitalId, treatmentId);
        check(faults, treatedOn, endedOn);
        faults.refuse();
    }

    /** The rules of this type; absent values pass. */
    public static void check(Faults faults, @Nullable LocalDate treatedOn, @Nullable LocalDate endedOn) {
        faults.notTooEarly("treatedOn", treatedOn);
        faults.notBefore(treatedOn, "endedOn", endedOn);
    }

    @Override
    public FollowUpEnded withPatient(PatientPseudonym pseudonym) {
        return new FollowUpEnded(outcomeId, revision, hospitalId, pseudonym, treatmentId, treatedOn, endedOn, reason);
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.FOLLOW_UP_ENDED;
    }

    @Override
    public Optional<TreatmentKind> kind() {
        return Optional.empty();
    }

    @Override
    public Optional<Side> treatedSide() {
        return Optional.empty();
    }

    /** Why. */
    public enum Reason implements Code {
        DEATH("death"),
        LOST("lost"),
        WITHDREW("withdrew"),
        TRANSFERRED("transferred");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
