package org.hfsregistry.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.junit.jupiter.api.Test;

/** A treatment that comes under another patient leaves the course of the one and is part of the course of the other. */
class MergedPatientTest {

    private static final String HOSPITAL = "h-01";
    private static final int STAYS = 1;
    private static final int GOES = 2;
    private static final int YEAR = 366;
    private static final int HALF_A_YEAR = 182;

    private final Population population = new Population();

    @Test
    void merged_the_next_operation_of_the_person_is_known_and_parted_it_is_not() {
        assertThat(competingDays(operation("t-1", STAYS, 0, 1), operation("t-2", GOES, YEAR, 1)))
                .containsExactly(Cohort.NEVER, Cohort.NEVER);

        assertThat(competingDays(operation("t-2", STAYS, YEAR, 2))).containsExactly(YEAR, Cohort.NEVER);

        assertThat(competingDays(operation("t-2", GOES, YEAR, 3))).containsExactly(Cohort.NEVER, Cohort.NEVER);
    }

    @Test
    void the_one_that_it_leaves_has_its_own_course_again() {
        assertThat(competingDays(
                        operation("t-1", GOES, 0, 1),
                        operation("t-2", GOES, HALF_A_YEAR, 1),
                        operation("t-3", GOES, YEAR, 1),
                        operation("t-4", STAYS, HALF_A_YEAR, 1)))
                .containsExactly(HALF_A_YEAR, YEAR - HALF_A_YEAR, Cohort.NEVER, Cohort.NEVER);

        assertThat(competingDays(operation("t-2", STAYS, HALF_A_YEAR, 2)))
                .containsExactly(YEAR, Cohort.NEVER, Cohort.NEVER, Cohort.NEVER);

        assertThat(competingDays(operation("t-3", STAYS, YEAR, 2), operation("t-1", STAYS, 0, 2)))
                .containsExactly(HALF_A_YEAR, YEAR - HALF_A_YEAR, Cohort.NEVER, YEAR - HALF_A_YEAR);
    }

    @Test
    void a_document_from_before_the_merge_that_comes_late_changes_nothing() {
        assertThat(competingDays(
                        operation("t-1", STAYS, 0, 1),
                        operation("t-2", STAYS, YEAR, 2),
                        operation("t-2", GOES, YEAR, 1)))
                .containsExactly(YEAR, Cohort.NEVER);
    }

    private List<Integer> competingDays(TreatmentDocument... documents) {
        population.apply(List.of(documents).stream().map(Change::of).toList(), LogPositions.NONE);
        population.complete();
        return population.read(cut -> {
            Cohort cohort = Objects.requireNonNull(cut.cohorts().get(HOSPITAL));
            List<Integer> days = new ArrayList<>();
            for (int row = 0; row < cohort.rows(); row++) {
                days.add(cohort.competingDay(row));
            }
            return days;
        });
    }

    private static TreatmentDocument operation(String id, int patient, int daysLater, int version) {
        return Case.of(HOSPITAL, id, patient)
                .on(Case.DAY.plusDays(daysLater))
                .version(version)
                .assessed(30, SpasmGrade.E0)
                .document();
    }
}
