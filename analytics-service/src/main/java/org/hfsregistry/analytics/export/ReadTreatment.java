package org.hfsregistry.analytics.export;

import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Injections.Afterwards;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.measure.Recurrences;
import org.hfsregistry.analytics.measure.TimesToRelief;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Grade;
import org.hfsregistry.analytics.treatment.Medication;
import org.hfsregistry.analytics.treatment.Relief;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;

/**
 * A treatment while it is read. It exists so that what a column says is read by the definitions of the statistics; -1 is
 * what is not known.
 *
 * @param hospital the place of the hospital
 * @param dataDay the data's date
 */
record ReadTreatment(Cohort cohort, int row, int hospital, int dataDay) {
    private static final int NONE = -1;
    private static final int GAP = Recurrence.DEFAULT.gapDays();

    String kind() {
        if (cohort.isOperation(row)) {
            return ExportColumns.MVD;
        }
        return cohort.isSession(row) ? ExportColumns.BOTOX : ExportColumns.MEDICATION;
    }

    boolean standsForPatient() {
        return cohort.clinical().standsForPatient(row);
    }

    int year() {
        return LocalDate.ofEpochDay(cohort.treatedOn(row)).getYear();
    }

    Product product() {
        return cohort.product(row);
    }

    int injectionClass() {
        return Trait.INJECTION_NUMBER.part(cohort, row);
    }

    Medication medication() {
        return cohort.clinical().medication(row);
    }

    Optional<Sex> sex() {
        return cohort.sex(row);
    }

    int age() {
        return cohort.birthYear(row) < 0 ? NONE : Math.max(0, year() - cohort.birthYear(row));
    }

    Optional<Etiology> etiology() {
        return cohort.etiology(row);
    }

    Optional<Boolean> repeatOperation() {
        return cohort.repeatOperation(row);
    }

    int gradeAtYear() {
        return grade(AssessmentWindow.YEAR);
    }

    int gradeAtQuarter() {
        return grade(AssessmentWindow.QUARTER);
    }

    private int grade(AssessmentWindow window) {
        byte code = cohort.grade(row, window);
        return code == Grade.UNASSESSED ? NONE : Grade.spasm(code);
    }

    boolean dueAtYear() {
        return AssessmentWindow.YEAR.closedBy(dataDay, cohort.treatedOn(row));
    }

    int waitDays() {
        return TimesToRelief.days(cohort, row, TimesToRelief.end(cohort, row));
    }

    int waitEnd() {
        return place(TimesToRelief.end(cohort, row));
    }

    private boolean wentFree() {
        return TimesToRelief.end(cohort, row) == End.EVENT;
    }

    int freeDays() {
        return wentFree() ? Recurrences.days(cohort, row, GAP) : NONE;
    }

    int freeEnd() {
        return wentFree() ? place(Recurrences.end(cohort, row, GAP)) : NONE;
    }

    /** The place of an end in what columns call it. */
    private static int place(End end) {
        return switch (end) {
            case EVENT -> 0;
            case COMPETING -> 1;
            case CENSORED -> 2;
        };
    }

    int reliefDays() {
        return cohort.relief(row) == Relief.NONE ? NONE : cohort.reliefDays(row);
    }

    int reliefEnd() {
        return switch (cohort.relief(row)) {
            case NONE -> NONE;
            case ENDED -> 0;
            case LASTING -> 1;
        };
    }

    int nextDays() {
        int next = cohort.injections().daysToNext(row);
        return next == Cohort.NEVER ? NONE : next;
    }

    int wayDays() {
        return switch (cohort.injections().afterwards(row)) {
            case NOT_FIRST -> NONE;
            case GOES_ON -> Math.max(0, dataDay - cohort.treatedOn(row));
            case ENDED, DIED, OPERATED -> cohort.injections().daysAfterwards(row);
        };
    }

    int wayEnd() {
        Afterwards afterwards = cohort.injections().afterwards(row);
        return switch (afterwards) {
            case NOT_FIRST -> NONE;
            case OPERATED -> 0;
            case DIED -> 1;
            case GOES_ON, ENDED -> 2;
        };
    }

    int score(Instrument instrument, boolean after) {
        if (!cohort.clinical().hasPair(row, instrument)) {
            return NONE;
        }
        return after
                ? cohort.clinical().after(row, instrument)
                : cohort.clinical().before(row, instrument);
    }
}
