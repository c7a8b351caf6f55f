package org.hfsregistry.contract.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/**
 * How a botulinum toxin injection did: whether it helped, and how long.
 *
 * @param doseUnits units of the product itself; never converted into another product's
 */
public record BotoxRelief(
        String outcomeId,
        int revision,
        String hospitalId,
        PatientPseudonym patientId,
        String treatmentId,
        Side side,
        LocalDate treatedOn,
        int injectionNumber,
        Product product,
        double doseUnits,
        boolean responded,
        @Nullable Integer onsetDays,
        @Nullable Double peakReductionPct,
        @Nullable LocalDate reliefEndedOn,
        @Nullable LocalDate stillRelievedOn,
        List<Complication> complications,
        @Nullable QualityOfLife qualityOfLife,
        @Nullable PatientDescription patient)
        implements TreatmentOutcome {

    /** Relief reported to last longer than this is taken for a mistake. */
    public static final int LONGEST_RELIEF_DAYS = 730;

    private static final int LATEST_ONSET_DAYS = 60;

    /** Refuses what breaks a rule. */
    public BotoxRelief {
        complications = Complication.canonical(complications);
        Faults faults = new Faults();
        TreatmentOutcome.check(faults, outcomeId, revision, hospitalId, treatmentId);
        check(faults, treatedOn, injectionNumber, doseUnits, peakReductionPct, patient);
        checkRelief(faults, treatedOn, responded, onsetDays, reliefEndedOn, stillRelievedOn);
        faults.refuse();
    }

    /** The rules of the session; absent values pass. */
    public static void check(
            Faults faults,
            @Nullable LocalDate treatedOn,
            @Nullable Integer injectionNumber,
            @Nullable Double doseUnits,
            @Nullable Double peakReductionPct,
            @Nullable PatientDescription patient) {
        faults.notTooEarly("treatedOn", treatedOn);
        faults.atLeast("injectionNumber", injectionNumber, 1);
        faults.positive("doseUnits", doseUnits);
        faults.range("peakReductionPct", peakReductionPct, 0, 100);
        PatientDescription.fits(faults, treatedOn, patient);
    }

    /** The rules of the relief: its end or that it still lasts, exactly where the patient responded. */
    public static void checkRelief(
            Faults faults,
            @Nullable LocalDate treatedOn,
            @Nullable Boolean responded,
            @Nullable Integer onsetDays,
            @Nullable LocalDate reliefEndedOn,
            @Nullable LocalDate stillRelievedOn) {
        faults.range("onsetDays", onsetDays, 0, LATEST_ONSET_DAYS);
        faults.notBefore(treatedOn, "reliefEndedOn", reliefEndedOn);
        faults.notBefore(treatedOn, "stillRelievedOn", stillRelievedOn);
        if (responded != null) {
            exactlyOneWhereResponded(faults, responded, reliefEndedOn, stillRelievedOn);
        }
        LocalDate last = reliefEndedOn != null ? reliefEndedOn : stillRelievedOn;
        String field = reliefEndedOn != null ? "reliefEndedOn" : "stillRelievedOn";
        if (treatedOn == null || last == null) {
            return;
        }
        long days = ChronoUnit.DAYS.between(treatedOn, last);
        if (days > LONGEST_RELIEF_DAYS) {
            faults.add(
                    "RELIEF_TOO_LONG",
                    field,
                    last,
                    "relief of " + days + " days is longer than " + LONGEST_RELIEF_DAYS,
                    "check " + field + " and treatedOn");
        }
        if (onsetDays != null && days >= 0 && onsetDays > days) {
            faults.add(
                    "ONSET_AFTER_RELIEF",
                    "onsetDays",
                    onsetDays,
                    "onsetDays is more than the relief of " + days + " days",
                    "check onsetDays and " + field);
        }
    }

    private static void exactlyOneWhereResponded(
            Faults faults, boolean responded, @Nullable LocalDate ended, @Nullable LocalDate still) {
        int given = (ended == null ? 0 : 1) + (still == null ? 0 : 1);
        if (given != (responded ? 1 : 0)) {
            faults.add(
                    "RELIEF_END_UNCLEAR",
                    given == 0 || ended != null ? "reliefEndedOn" : "stillRelievedOn",
                    ended != null ? ended : still,
                    responded
                            ? "exactly one of reliefEndedOn and stillRelievedOn is needed where responded is true"
                            : "no relief can end where responded is false",
                    responded
                            ? "send reliefEndedOn when relief has ended, else stillRelievedOn, the last day it was seen"
                            : "leave out reliefEndedOn and stillRelievedOn, or set responded to true");
        }
    }

    @Override
    public BotoxRelief withPatient(PatientPseudonym pseudonym) {
        return new BotoxRelief(
                outcomeId,
                revision,
                hospitalId,
                pseudonym,
                treatmentId,
                side,
                treatedOn,
                injectionNumber,
                product,
                doseUnits,
                responded,
                onsetDays,
                peakReductionPct,
                reliefEndedOn,
                stillRelievedOn,
                complications,
                qualityOfLife,
                patient);
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.BOTOX_RELIEF;
    }

    @Override
    public Optional<TreatmentKind> kind() {
        return Optional.of(TreatmentKind.BOTOX);
    }

    @Override
    public Optional<Side> treatedSide() {
        return Optional.of(side);
    }

    /** The preparation; its units mean something in itself only. */
    public enum Product implements Code {
        ONABOTULINUM("onabotulinum", 100),
        ABOBOTULINUM("abobotulinum", 400),
        INCOBOTULINUM("incobotulinum", 100),
        PRABOTULINUM("prabotulinum", 100),
        DAXIBOTULINUM("daxibotulinum", 100),
        RIMABOTULINUM("rimabotulinum", 20_000),
        OTHER("other", 100);

        private final String code;
        private final int usualDoseUpTo;

        Product(String code, int usualDoseUpTo) {
            this.code = code;
            this.usualDoseUpTo = usualDoseUpTo;
        }

        @Override
        public String code() {
            return code;
        }

        /** Units of this product above which a dose draws a warning. */
        public int usualDoseUpTo() {
            return usualDoseUpTo;
        }
    }
}
