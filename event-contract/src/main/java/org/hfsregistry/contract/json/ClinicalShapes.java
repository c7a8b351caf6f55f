package org.hfsregistry.contract.json;

import java.util.List;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;

/** The objects within outcomes. */
final class ClinicalShapes {

    static final Shape<Complication> COMPLICATION = new ComplicationShape();
    static final Shape<QualityOfLife> QUALITY_OF_LIFE = new QualityOfLifeShape();
    static final Shape<PatientDescription> PATIENT = new PatientShape();
    static final Shape<OperationDescription> OPERATION = new OperationShape();

    private ClinicalShapes() {}

    private static final class ComplicationShape extends Shape<Complication> {
        private final Field<Complication, Complication.Kind> kind =
                required("kind", Values.code(Complication.Kind.class), Complication::kind);
        private final Field<Complication, Complication.Course> course =
                required("course", Values.code(Complication.Course.class), Complication::course);

        @Override
        void check(Draft draft, Faults faults) {}

        @Override
        Complication build(Draft draft) {
            return new Complication(draft.need(kind), draft.need(course));
        }
    }

    private static final class QualityOfLifeShape extends Shape<QualityOfLife> {
        private final Field<QualityOfLife, QualityOfLife.Instrument> instrument =
                required("instrument", Values.code(QualityOfLife.Instrument.class), QualityOfLife::instrument);
        private final Field<QualityOfLife, Double> score = required("score", Values.NUMBER, QualityOfLife::score);

        @Override
        void check(Draft draft, Faults faults) {
            QualityOfLife.check(faults, draft.get(instrument), draft.get(score));
        }

        @Override
        QualityOfLife build(Draft draft) {
            return new QualityOfLife(draft.need(instrument), draft.need(score));
        }
    }

    private static final class PatientShape extends Shape<PatientDescription> {
        private final Field<PatientDescription, Integer> birthYear =
                optional("birthYear", Values.WHOLE_NUMBER, PatientDescription::birthYear);
        private final Field<PatientDescription, PatientDescription.Sex> sex =
                optional("sex", Values.code(PatientDescription.Sex.class), PatientDescription::sex);
        private final Field<PatientDescription, PatientDescription.Etiology> etiology =
                optional("etiology", Values.code(PatientDescription.Etiology.class), PatientDescription::etiology);
        private final Field<PatientDescription, List<PatientDescription.Trigger>> triggers =
                list("triggers", Values.code(PatientDescription.Trigger.class), PatientDescription::triggers);
        private final Field<PatientDescription, Integer> spasmOnsetYear =
                optional("spasmOnsetYear", Values.WHOLE_NUMBER, PatientDescription::spasmOnsetYear);
        private final Field<PatientDescription, PatientDescription.BaselineScale> scale = optional(
                "baselineScale",
                Values.code(PatientDescription.BaselineScale.class),
                PatientDescription::baselineScale);
        private final Field<PatientDescription, Double> score =
                optional("baselineScore", Values.NUMBER, PatientDescription::baselineScore);
        private final Field<PatientDescription, QualityOfLife> qualityOfLife =
                optional("baselineQualityOfLife", QUALITY_OF_LIFE, PatientDescription::baselineQualityOfLife);

        @Override
        void check(Draft draft, Faults faults) {
            PatientDescription.check(
                    faults, draft.get(birthYear), draft.get(spasmOnsetYear), draft.get(scale), draft.get(score));
        }

        @Override
        PatientDescription build(Draft draft) {
            return new PatientDescription(
                    draft.get(birthYear),
                    draft.get(sex),
                    draft.get(etiology),
                    draft.list(triggers),
                    draft.get(spasmOnsetYear),
                    draft.get(scale),
                    draft.get(score),
                    draft.get(qualityOfLife));
        }
    }

    private static final class OperationShape extends Shape<OperationDescription> {
        private final Field<OperationDescription, OperationDescription.Approach> approach =
                optional("approach", Values.code(OperationDescription.Approach.class), OperationDescription::approach);
        private final Field<OperationDescription, List<OperationDescription.Vessel>> vessels =
                list("vessels", Values.code(OperationDescription.Vessel.class), OperationDescription::vessels);
        private final Field<OperationDescription, Boolean> monitored =
                optional("monitored", Values.FLAG, OperationDescription::monitored);
        private final Field<OperationDescription, OperationDescription.LateralSpread> lateralSpread = optional(
                "lateralSpread",
                Values.code(OperationDescription.LateralSpread.class),
                OperationDescription::lateralSpread);
        private final Field<OperationDescription, Boolean> repeatOperation =
                optional("repeatOperation", Values.FLAG, OperationDescription::repeatOperation);
        private final Field<OperationDescription, OperationDescription.Padding> padding =
                optional("padding", Values.code(OperationDescription.Padding.class), OperationDescription::padding);
        private final Field<OperationDescription, OperationDescription.CompressionOnMri> compressionOnMri = optional(
                "compressionOnMri",
                Values.code(OperationDescription.CompressionOnMri.class),
                OperationDescription::compressionOnMri);

        @Override
        void check(Draft draft, Faults faults) {}

        @Override
        OperationDescription build(Draft draft) {
            return new OperationDescription(
                    draft.get(approach),
                    draft.list(vessels),
                    draft.get(monitored),
                    draft.get(lateralSpread),
                    draft.get(repeatOperation),
                    draft.get(padding),
                    draft.get(compressionOnMri));
        }
    }
}
