package org.hfsregistry.analytics.monitoring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;

/**
 * An operation that was assessed at a year, with what makes it harder or easier. It exists so that what is computed
 * afterwards needs no lock.
 *
 * @param hospital that did it
 * @param treatedOn its day since 1970
 * @param order tells operations of one day apart, whenever they came in
 * @param failed whether it was not followed by E0
 * @param age in years, where the year of birth was given
 * @param spasmYears since the spasm began, where that was given
 */
record Operation(
        String hospital,
        int treatedOn,
        long order,
        boolean failed,
        OptionalInt age,
        boolean male,
        OptionalInt spasmYears,
        boolean repeated,
        boolean vertebralArtery,
        boolean otherThanVascular) {

    /** The operation of a row; empty where it is none, or was not assessed. */
    static Optional<Operation> of(String hospital, Cohort cohort, int row) {
        if (!isAssessed(cohort, row)) {
            return Optional.empty();
        }
        return Optional.of(new Operation(
                hospital,
                cohort.treatedOn(row),
                cohort.order(row),
                !Grades.FREE_OF_SPASM.isSuccess(cohort.grade(row, AssessmentWindow.YEAR)),
                age(cohort, row),
                cohort.sex(row).filter(Sex.MALE::equals).isPresent(),
                cohort.spasmYears(row),
                cohort.repeatOperation(row).orElse(false),
                cohort.compressedBy(row, Vessel.VA),
                cohort.etiology(row)
                        .filter(etiology -> etiology != Etiology.VASCULAR && etiology != Etiology.UNKNOWN)
                        .isPresent()));
    }

    private static OptionalInt age(Cohort cohort, int row) {
        int born = cohort.birthYear(row);
        return born < 0
                ? OptionalInt.empty()
                : OptionalInt.of(LocalDate.ofEpochDay(cohort.treatedOn(row)).getYear() - born);
    }

    static boolean isAssessed(Cohort cohort, int row) {
        return cohort.isOperation(row) && Grades.FREE_OF_SPASM.assesses(cohort.grade(row, AssessmentWindow.YEAR));
    }
}
