package org.hfsregistry.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.NOON;

import java.util.List;
import java.util.Objects;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.junit.jupiter.api.Test;

/** A treatment that was erased leaves an empty row, whichever of the records of it comes, and whatever came late. */
class ErasedTreatmentTest {

    private static final String HOSPITAL = "h-01";
    private static final TreatmentDocument FIRST = operation("t-1", 1);
    private static final TreatmentDocument ERASED = TreatmentDocument.erased(HOSPITAL, "t-1", 2, NOON);

    private final Population population = new Population();

    @Test
    void the_document_that_says_so_empties_the_row() {
        assertThat(operationsAfter(Change.of(FIRST), Change.of(operation("t-2", 1))))
                .isEqualTo(2);
        assertThat(operationsAfter(Change.of(ERASED))).isEqualTo(1);
        assertThat(operationsAfter(Change.erased(HOSPITAL, "t-1"))).isEqualTo(1);
    }

    @Test
    void so_does_the_record_without_a_value_alone() {
        assertThat(operationsAfter(Change.of(FIRST), Change.erased(HOSPITAL, "t-1")))
                .isZero();
    }

    @Test
    void a_document_that_comes_late_does_not_bring_it_back() {
        assertThat(operationsAfter(
                        Change.of(FIRST), Change.of(ERASED), Change.erased(HOSPITAL, "t-1"), Change.of(FIRST)))
                .isZero();
    }

    @Test
    void a_treatment_that_was_never_known_stays_so() {
        assertThat(operationsAfter(Change.erased(HOSPITAL, "t-9"))).isZero();
    }

    private int operationsAfter(Change... changes) {
        population.apply(List.of(changes), LogPositions.NONE);
        population.complete();
        return population.read(cut -> {
            Cohort cohort = Objects.requireNonNull(cut.cohorts().get(HOSPITAL));
            int operations = 0;
            for (int row = 0; row < cohort.rows(); row++) {
                operations += cohort.isOperation(row) ? 1 : 0;
            }
            return operations;
        });
    }

    private static TreatmentDocument operation(String id, int version) {
        return Case.of(HOSPITAL, id, 1)
                .version(version)
                .assessed(365, SpasmGrade.E0)
                .document();
    }
}
