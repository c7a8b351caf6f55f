package org.hfsregistry.contract.json;

import java.time.LocalDate;
import java.util.List;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;

/** The outcomes of treatments, field by field in the order of the wire. */
final class TreatmentShapes {

    static final Shape<MvdOutcome> MVD_OUTCOME = new MvdOutcomeShape();
    static final Shape<MvdRecurrence> MVD_RECURRENCE = new MvdRecurrenceShape();
    static final Shape<BotoxRelief> BOTOX_RELIEF = new BotoxReliefShape();
    static final Shape<MedicationResponse> MEDICATION_RESPONSE = new MedicationResponseShape();
    static final Shape<FollowUpEnded> FOLLOW_UP_ENDED = new FollowUpEndedShape();

    private TreatmentShapes() {}

    private static final class MvdOutcomeShape extends TreatmentOutcomeShape<MvdOutcome> {
        private final Field<MvdOutcome, Side> side = required("side", Values.code(Side.class), MvdOutcome::side);
        private final Field<MvdOutcome, LocalDate> treatedOn =
                required("treatedOn", Values.DATE, MvdOutcome::treatedOn);
        private final Field<MvdOutcome, LocalDate> assessedOn =
                required("assessedOn", Values.DATE, MvdOutcome::assessedOn);
        private final Field<MvdOutcome, SpasmGrade> spasmGrade =
                required("spasmGrade", Values.code(SpasmGrade.class), MvdOutcome::spasmGrade);
        private final Field<MvdOutcome, Double> spasmReductionPct =
                optional("spasmReductionPct", Values.NUMBER, MvdOutcome::spasmReductionPct);
        private final Field<MvdOutcome, ComplicationGrade> complicationGrade =
                optional("complicationGrade", Values.code(ComplicationGrade.class), MvdOutcome::complicationGrade);
        private final Field<MvdOutcome, List<Complication>> complications =
                list("complications", ClinicalShapes.COMPLICATION, MvdOutcome::complications);
        private final Field<MvdOutcome, QualityOfLife> qualityOfLife =
                optional("qualityOfLife", ClinicalShapes.QUALITY_OF_LIFE, MvdOutcome::qualityOfLife);
        private final Field<MvdOutcome, PatientDescription> patient =
                optional("patient", ClinicalShapes.PATIENT, MvdOutcome::patient);
        private final Field<MvdOutcome, OperationDescription> operation =
                optional("operation", ClinicalShapes.OPERATION, MvdOutcome::operation);

        @Override
        void checkOwn(Draft draft, Faults faults) {
            MvdOutcome.check(
                    faults,
                    draft.get(treatedOn),
                    draft.get(assessedOn),
                    draft.get(spasmReductionPct),
                    draft.get(patient));
        }

        @Override
        MvdOutcome build(Draft draft) {
            return new MvdOutcome(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(patientId),
                    draft.need(treatmentId),
                    draft.need(side),
                    draft.need(treatedOn),
                    draft.need(assessedOn),
                    draft.need(spasmGrade),
                    draft.get(spasmReductionPct),
                    draft.get(complicationGrade),
                    draft.list(complications),
                    draft.get(qualityOfLife),
                    draft.get(patient),
                    draft.get(operation));
        }
    }

    private static final class MvdRecurrenceShape extends TreatmentOutcomeShape<MvdRecurrence> {
        private final Field<MvdRecurrence, Side> side = required("side", Values.code(Side.class), MvdRecurrence::side);
        private final Field<MvdRecurrence, LocalDate> treatedOn =
                required("treatedOn", Values.DATE, MvdRecurrence::treatedOn);
        private final Field<MvdRecurrence, LocalDate> onsetOn =
                required("onsetOn", Values.DATE, MvdRecurrence::onsetOn);
        private final Field<MvdRecurrence, Boolean> confirmed =
                required("confirmed", Values.FLAG, MvdRecurrence::confirmed);
        private final Field<MvdRecurrence, SpasmGrade> spasmGrade =
                optional("spasmGrade", Values.code(SpasmGrade.class), MvdRecurrence::spasmGrade);

        @Override
        void checkOwn(Draft draft, Faults faults) {
            MvdRecurrence.check(faults, draft.get(treatedOn), draft.get(onsetOn));
        }

        @Override
        MvdRecurrence build(Draft draft) {
            return new MvdRecurrence(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(patientId),
                    draft.need(treatmentId),
                    draft.need(side),
                    draft.need(treatedOn),
                    draft.need(onsetOn),
                    draft.need(confirmed),
                    draft.get(spasmGrade));
        }
    }

    private static final class BotoxReliefShape extends TreatmentOutcomeShape<BotoxRelief> {
        private final Field<BotoxRelief, Side> side = required("side", Values.code(Side.class), BotoxRelief::side);
        private final Field<BotoxRelief, LocalDate> treatedOn =
                required("treatedOn", Values.DATE, BotoxRelief::treatedOn);
        private final Field<BotoxRelief, Integer> injectionNumber =
                required("injectionNumber", Values.WHOLE_NUMBER, BotoxRelief::injectionNumber);
        private final Field<BotoxRelief, BotoxRelief.Product> product =
                required("product", Values.code(BotoxRelief.Product.class), BotoxRelief::product);
        private final Field<BotoxRelief, Double> doseUnits =
                required("doseUnits", Values.NUMBER, BotoxRelief::doseUnits);
        private final Field<BotoxRelief, Boolean> responded =
                required("responded", Values.FLAG, BotoxRelief::responded);
        private final Field<BotoxRelief, Integer> onsetDays =
                optional("onsetDays", Values.WHOLE_NUMBER, BotoxRelief::onsetDays);
        private final Field<BotoxRelief, Double> peakReductionPct =
                optional("peakReductionPct", Values.NUMBER, BotoxRelief::peakReductionPct);
        private final Field<BotoxRelief, LocalDate> reliefEndedOn =
                optional("reliefEndedOn", Values.DATE, BotoxRelief::reliefEndedOn);
        private final Field<BotoxRelief, LocalDate> stillRelievedOn =
                optional("stillRelievedOn", Values.DATE, BotoxRelief::stillRelievedOn);
        private final Field<BotoxRelief, List<Complication>> complications =
                list("complications", ClinicalShapes.COMPLICATION, BotoxRelief::complications);
        private final Field<BotoxRelief, QualityOfLife> qualityOfLife =
                optional("qualityOfLife", ClinicalShapes.QUALITY_OF_LIFE, BotoxRelief::qualityOfLife);
        private final Field<BotoxRelief, PatientDescription> patient =
                optional("patient", ClinicalShapes.PATIENT, BotoxRelief::patient);

        @Override
        void checkOwn(Draft draft, Faults faults) {
            BotoxRelief.check(
                    faults,
                    draft.get(treatedOn),
                    draft.get(injectionNumber),
                    draft.get(doseUnits),
                    draft.get(peakReductionPct),
                    draft.get(patient));
            BotoxRelief.checkRelief(
                    faults,
                    draft.get(treatedOn),
                    draft.get(responded),
                    draft.get(onsetDays),
                    draft.get(reliefEndedOn),
                    draft.get(stillRelievedOn));
        }

        @Override
        BotoxRelief build(Draft draft) {
            return new BotoxRelief(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(patientId),
                    draft.need(treatmentId),
                    draft.need(side),
                    draft.need(treatedOn),
                    draft.need(injectionNumber),
                    draft.need(product),
                    draft.need(doseUnits),
                    draft.need(responded),
                    draft.get(onsetDays),
                    draft.get(peakReductionPct),
                    draft.get(reliefEndedOn),
                    draft.get(stillRelievedOn),
                    draft.list(complications),
                    draft.get(qualityOfLife),
                    draft.get(patient));
        }

        @Override
        void warn(BotoxRelief relief, Input in) {
            int usual = relief.product().usualDoseUpTo();
            if (relief.doseUnits() > usual) {
                in.warnings.add(
                        "UNUSUAL_DOSE",
                        "doseUnits",
                        relief.doseUnits(),
                        "doseUnits is above " + usual + " units of "
                                + relief.product().code(),
                        "check the dose; nothing needs doing if it is right");
            }
        }
    }

    private static final class MedicationResponseShape extends TreatmentOutcomeShape<MedicationResponse> {
        private final Field<MedicationResponse, Side> side =
                required("side", Values.code(Side.class), MedicationResponse::side);
        private final Field<MedicationResponse, LocalDate> treatedOn =
                required("treatedOn", Values.DATE, MedicationResponse::treatedOn);
        private final Field<MedicationResponse, MedicationResponse.Drug> drug =
                required("drug", Values.code(MedicationResponse.Drug.class), MedicationResponse::drug);
        private final Field<MedicationResponse, Double> doseMgPerDay =
                optional("doseMgPerDay", Values.NUMBER, MedicationResponse::doseMgPerDay);
        private final Field<MedicationResponse, LocalDate> assessedOn =
                required("assessedOn", Values.DATE, MedicationResponse::assessedOn);
        private final Field<MedicationResponse, MedicationResponse.Response> response =
                required("response", Values.code(MedicationResponse.Response.class), MedicationResponse::response);
        private final Field<MedicationResponse, LocalDate> stoppedOn =
                optional("stoppedOn", Values.DATE, MedicationResponse::stoppedOn);
        private final Field<MedicationResponse, MedicationResponse.StopReason> stoppedBecause = optional(
                "stoppedBecause", Values.code(MedicationResponse.StopReason.class), MedicationResponse::stoppedBecause);
        private final Field<MedicationResponse, List<MedicationResponse.SideEffect>> sideEffects =
                list("sideEffects", Values.code(MedicationResponse.SideEffect.class), MedicationResponse::sideEffects);

        @Override
        void checkOwn(Draft draft, Faults faults) {
            MedicationResponse.check(
                    faults, draft.get(treatedOn), draft.get(doseMgPerDay), draft.get(assessedOn), draft.get(stoppedOn));
        }

        @Override
        MedicationResponse build(Draft draft) {
            return new MedicationResponse(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(patientId),
                    draft.need(treatmentId),
                    draft.need(side),
                    draft.need(treatedOn),
                    draft.need(drug),
                    draft.get(doseMgPerDay),
                    draft.need(assessedOn),
                    draft.need(response),
                    draft.get(stoppedOn),
                    draft.get(stoppedBecause),
                    draft.list(sideEffects));
        }
    }

    private static final class FollowUpEndedShape extends TreatmentOutcomeShape<FollowUpEnded> {
        private final Field<FollowUpEnded, LocalDate> treatedOn =
                required("treatedOn", Values.DATE, FollowUpEnded::treatedOn);
        private final Field<FollowUpEnded, LocalDate> endedOn =
                required("endedOn", Values.DATE, FollowUpEnded::endedOn);
        private final Field<FollowUpEnded, FollowUpEnded.Reason> reason =
                required("reason", Values.code(FollowUpEnded.Reason.class), FollowUpEnded::reason);

        @Override
        void checkOwn(Draft draft, Faults faults) {
            FollowUpEnded.check(faults, draft.get(treatedOn), draft.get(endedOn));
        }

        @Override
        FollowUpEnded build(Draft draft) {
            return new FollowUpEnded(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(patientId),
                    draft.need(treatmentId),
                    draft.need(treatedOn),
                    draft.need(endedOn),
                    draft.need(reason));
        }
    }
}
