package org.hfsregistry.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import org.hfsregistry.faults.load.Said;
import org.junit.jupiter.api.Test;

/** What docs/merging.md and docs/erasure.md promise, reckoned from what was said. */
class ReckoningTest {

    private final List<Said> said = new ArrayList<>();

    @Test
    void merged_patients_are_one_person_until_they_are_parted() {
        report("a", 1, "stays", "t-1");
        report("b", 1, "goes", "t-2");
        said.add(new Said.Merge("stays", "goes"));
        assertThat(record().person("goes")).isEqualTo("stays");

        said.add(new Said.Merge("top", "stays"));
        assertThat(record().person("goes")).isEqualTo("top");

        said.add(new Said.Undoing("stays", "goes"));
        assertThat(record().person("goes")).isEqualTo("goes");
        assertThat(record().counting()).containsOnlyKeys("a", "b");
    }

    @Test
    void a_treatment_under_two_ids_stays_with_the_outcome_that_was_there_first() {
        report("a", 1, "goes", "t-1");
        said.add(new Said.Merge("stays", "goes"));
        report("b", 1, "stays", "t-1");
        report("a", 2, "goes", "t-1");
        assertThat(record().counting()).containsOnlyKeys("a", "b");

        said.add(new Said.Undoing("stays", "goes"));
        assertThat(record().counting()).containsOnlyKeys("a");
        assertThat(record().quarantined()).containsExactly("b");

        report("b", 1, "stays", "t-1");
        assertThat(record().counting()).containsOnlyKeys("a");
        report("b", 2, "stays", "t-2");
        assertThat(record().counting()).containsOnlyKeys("a", "b");
    }

    @Test
    void a_lower_revision_than_what_was_left_out_does_not_come_back() {
        report("b", 1, "goes", "t-0");
        report("a", 1, "stays", "t-1");
        said.add(new Said.Merge("stays", "goes"));
        report("b", 3, "goes", "t-1");
        said.add(new Said.Undoing("stays", "goes"));
        report("b", 1, "goes", "t-0");
        assertThat(record().counting()).containsOnlyKeys("a");
        assertThat(record().quarantined()).containsExactly("b");

        report("b", 3, "goes", "t-2");
        assertThat(record().counting()).containsOnlyKeys("a", "b");
    }

    @Test
    void a_retraction_before_its_outcome_is_held() {
        retract("a");
        report("a", 1, "one", "t-1");
        report("b", 1, "one", "t-1");
        retract("b");

        assertThat(record().held()).containsExactly("a-retraction");
        assertThat(record().quarantined()).isEmpty();
    }

    @Test
    void an_outcome_of_another_patient_contradicts_the_treatment_while_the_two_are_two() {
        report("a", 1, "one", "t-1");
        report("b", 1, "other", "t-1");

        assertThat(record().counting()).containsOnlyKeys("a");
        assertThat(record().quarantined()).containsExactly("b");
    }

    @Test
    void whoever_is_erased_goes_under_all_ids_of_the_person_and_nothing_comes_back() {
        report("a", 1, "stays", "t-1");
        report("b", 1, "goes", "t-2");
        report("c", 1, "parted", "t-3");
        said.add(new Said.Merge("stays", "goes"));
        said.add(new Said.Merge("stays", "parted"));
        said.add(new Said.Undoing("stays", "parted"));
        said.add(new Said.Erasure("goes"));
        report("a", 2, "stays", "t-1");
        report("d", 1, "goes", "t-4");

        ExpectedRecord record = record();
        assertThat(record.counting()).containsOnlyKeys("c");
        assertThat(record.erased().outcomes()).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(record.erased().refused()).containsExactlyInAnyOrder("a", "d");
        assertThat(record.erased().treatments()).containsExactlyInAnyOrder("t-1", "t-2");
        assertThat(record.persons().standing()).isEmpty();
    }

    @Test
    void a_treatment_that_is_anothers_now_is_not_erased_with_who_had_a_part_in_it() {
        report("a", 1, "stays", "t-1");
        said.add(new Said.Merge("stays", "goes"));
        report("b", 1, "goes", "t-1");
        said.add(new Said.Undoing("stays", "goes"));
        said.add(new Said.Erasure("goes"));

        assertThat(record().counting()).containsOnlyKeys("a");
        assertThat(record().erased().treatments()).isEmpty();
        assertThat(record().quarantined()).isEmpty();
    }

    @Test
    void what_comes_of_a_living_patient_as_of_an_erased_treatment_waits_in_quarantine() {
        report("of-two", 1, "lives", "t-1");
        retract("of-two");
        report("erased", 1, "goes", "t-1");
        said.add(new Said.Erasure("goes"));
        report("of-two", 2, "lives", "t-1");
        assertThat(record().quarantined()).isEmpty();

        report("new", 1, "lives", "t-1");
        retract("retracted-before");
        report("retracted-before", 1, "lives", "t-1");
        report("moving", 1, "lives", "t-2");
        report("moving", 2, "lives", "t-1");

        ExpectedRecord record = record();
        assertThat(record.erased().anothers()).containsExactlyInAnyOrder("new", "retracted-before", "moving");
        assertThat(record.quarantined()).isEqualTo(record.erased().anothers());
        assertThat(record.erased().refused()).isEmpty();
        assertThat(record.counting()).containsOnlyKeys("moving");

        said.add(new Said.Erasure("lives"));
        assertThat(record().quarantined()).isEmpty();
    }

    private void retract(String outcomeId) {
        said.add(new ReportedRow(Kind.RETRACTION, outcomeId + "-retraction", outcomeId, 1, "{}"));
    }

    private void report(String outcomeId, int revision, String patientId, String treatmentId) {
        said.add(new ReportedRow(Kind.REPORT, outcomeId, outcomeId, revision, """
            {"type": "mvd-outcome", "outcomeId": "%s", "revision": %d, "patientId": "%s", "treatmentId": "%s"}\
            """.formatted(
                        outcomeId, revision, patientId, treatmentId)));
    }

    private ExpectedRecord record() {
        return ExpectedRecord.of(said);
    }
}
