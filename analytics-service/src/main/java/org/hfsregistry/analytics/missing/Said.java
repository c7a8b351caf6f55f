package org.hfsregistry.analytics.missing;

import java.util.stream.Stream;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Scores;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;

/**
 * Something that case mix, expected risks or quality of life need of a treatment. It exists because an operation has to say
 * itself what its risk is made of, while of an injection it is enough that some report of the patient says it; a course of medication has no place for it.
 */
enum Said {
    BIRTH_YEAR("birthYear") {
        @Override
        boolean of(Cohort cohort, int row) {
            return (cohort.isOperation(row)
                            ? cohort.birthYear(row)
                            : cohort.clinical().patientBirthYear(row))
                    >= 0;
        }
    },
    SEX("sex") {
        @Override
        boolean of(Cohort cohort, int row) {
            return (cohort.isOperation(row)
                            ? cohort.sex(row)
                            : cohort.clinical().patientSex(row))
                    .isPresent();
        }
    },
    ETIOLOGY("etiology") {
        @Override
        boolean of(Cohort cohort, int row) {
            return (cohort.isOperation(row)
                            ? cohort.etiology(row)
                            : cohort.clinical().patientEtiology(row))
                    .isPresent();
        }
    },
    SPASM_ONSET("spasmOnsetYear") {
        @Override
        boolean isWantedOf(Cohort cohort, int row, int dataDay) {
            return cohort.isOperation(row);
        }

        @Override
        boolean of(Cohort cohort, int row) {
            return cohort.spasmYears(row).isPresent();
        }
    },
    VESSELS("vessels") {
        @Override
        boolean isWantedOf(Cohort cohort, int row, int dataDay) {
            return cohort.isOperation(row);
        }

        @Override
        boolean of(Cohort cohort, int row) {
            return Stream.of(Vessel.values()).anyMatch(vessel -> cohort.compressedBy(row, vessel));
        }
    },
    REPEAT_OPERATION("repeatOperation") {
        @Override
        boolean isWantedOf(Cohort cohort, int row, int dataDay) {
            return cohort.isOperation(row);
        }

        @Override
        boolean of(Cohort cohort, int row) {
            return cohort.repeatOperation(row).isPresent();
        }
    },
    /** Wanted when the time of the score afterwards is over. */
    QUALITY_OF_LIFE("qualityOfLife") {
        @Override
        boolean isWantedOf(Cohort cohort, int row, int dataDay) {
            return cohort.isOperation(row)
                    ? AssessmentWindow.YEAR.closedBy(dataDay, cohort.treatedOn(row))
                    : cohort.isSession(row) && cohort.treatedOn(row) + Scores.LAST_DAY_AFTER_INJECTION < dataDay;
        }

        @Override
        boolean of(Cohort cohort, int row) {
            return Stream.of(Instrument.values())
                    .anyMatch(instrument -> cohort.clinical().hasPair(row, instrument));
        }
    };

    private final String field;

    Said(String field) {
        this.field = field;
    }

    /** As it stands in an answer. */
    String field() {
        return field;
    }

    /** Whether a treatment should say it by the data's date. */
    boolean isWantedOf(Cohort cohort, int row, int dataDay) {
        return true;
    }

    /** Whether it is said of a treatment. */
    abstract boolean of(Cohort cohort, int row);
}
