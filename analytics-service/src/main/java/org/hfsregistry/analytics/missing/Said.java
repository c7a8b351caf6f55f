package org.hfsregistry.analytics.missing;

import java.util.stream.Stream;
import org.hfsregistry.analytics.cohort.ClinicalColumns;
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
    BIRTH_YEAR("birthYear"),
    SEX("sex"),
    ETIOLOGY("etiology"),
    SPASM_ONSET("spasmOnsetYear"),
    VESSELS("vessels"),
    REPEAT_OPERATION("repeatOperation"),
    QUALITY_OF_LIFE("qualityOfLife");

    private final String field;

    Said(String field) {
        this.field = field;
    }

    /** As it stands in an answer. */
    String field() {
        return field;
    }

    /** Whether a treatment should say it by the data's date; a score afterwards, when its time is over. */
    boolean isWantedOf(Cohort cohort, int row, int dataDay) {
        return switch (this) {
            case BIRTH_YEAR, SEX, ETIOLOGY -> true;
            case SPASM_ONSET, VESSELS, REPEAT_OPERATION -> cohort.isOperation(row);
            case QUALITY_OF_LIFE ->
                cohort.isOperation(row)
                        ? AssessmentWindow.YEAR.closedBy(dataDay, cohort.treatedOn(row))
                        : cohort.isSession(row) && cohort.treatedOn(row) + Scores.LAST_DAY_AFTER_INJECTION < dataDay;
        };
    }

    /** Whether it is said of a treatment. */
    boolean of(Cohort cohort, int row) {
        ClinicalColumns clinical = cohort.clinical();
        boolean operation = cohort.isOperation(row);
        return switch (this) {
            case BIRTH_YEAR -> (operation ? cohort.birthYear(row) : clinical.patientBirthYear(row)) >= 0;
            case SEX -> (operation ? cohort.sex(row) : clinical.patientSex(row)).isPresent();
            case ETIOLOGY -> (operation ? cohort.etiology(row) : clinical.patientEtiology(row)).isPresent();
            case SPASM_ONSET -> cohort.spasmYears(row).isPresent();
            case VESSELS -> Stream.of(Vessel.values()).anyMatch(vessel -> cohort.compressedBy(row, vessel));
            case REPEAT_OPERATION -> cohort.repeatOperation(row).isPresent();
            case QUALITY_OF_LIFE ->
                Stream.of(Instrument.values()).anyMatch(instrument -> clinical.hasPair(row, instrument));
        };
    }
}
