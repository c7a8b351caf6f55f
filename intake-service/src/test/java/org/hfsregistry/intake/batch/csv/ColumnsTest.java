package org.hfsregistry.intake.batch.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hfsregistry.contract.json.FlatField;
import org.hfsregistry.intake.http.RefusedRequest;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void tells_every_fault_of_a_header_at_once() {
        RefusedRequest refused = catchThrowableOfType(
                RefusedRequest.class,
                () -> Columns.of(List.of("type", "spasmGrad", "side", "side", "", "sex", "hair colour")));

        assertThat(refused)
                .hasFieldOrPropertyWithValue("code", "INVALID_HEADER")
                .extracting("faults")
                .asString()
                .contains(
                        "did you mean spasmGrade?", "did you mean patient.sex?", "hair colour", "column 5 has no name")
                .contains("DUPLICATE_COLUMN", "columns 3 (side)")
                .contains("MISSING_COLUMN", "there is no column outcomeId");
    }

    @Test
    void of_a_table_without_a_header_no_cell_is_told() {
        assertThatThrownBy(() -> Columns.of(List.of("mvd-outcome", "o-1", "P-4711")))
                .isInstanceOf(RefusedRequest.class)
                .extracting("faults")
                .asString()
                .contains("MISSING_COLUMN", "the first row must have the names")
                .doesNotContain("P-4711");
        assertThatThrownBy(() -> Columns.of(List.of())).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void a_header_with_very_many_faults_is_answered_shortly() {
        List<String> names = Stream.concat(
                        Stream.of("type"),
                        Stream.generate(() -> "x".repeat(1000)).limit(5000))
                .toList();

        assertThatThrownBy(() -> Columns.of(names))
                .extracting("faults")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(100)
                .allSatisfy(fault -> assertThat(fault.toString()).hasSizeLessThan(300));
    }

    @Test
    void what_redcap_adds_is_ignored_and_told_once() {
        Columns columns = Columns.of(List.of(
                "record_id",
                "redcap_event_name",
                "redcap_repeat_instrument",
                "redcap_repeat_instance",
                "type",
                "outcome_id",
                "assessment_complete"));

        assertThat(columns.count()).isEqualTo(7);
        assertThat(columns.inOrder()).extracting(Columns.Column::name).containsExactly("type", "outcome_id");
        assertThat(columns.warnings())
                .hasSize(5)
                .allSatisfy(warning -> assertThat(warning.code()).isEqualTo("IGNORED_COLUMN"))
                .first()
                .satisfies(warning -> assertThat(warning.field()).isEqualTo("record_id"));
    }

    @Test
    void names_as_redcap_has_to_write_them_are_of_one_field_each() {
        List<String> names = FlatField.all().stream()
                .flatMap(field ->
                        Stream.of(field.name(), Columns.redcapName(field)).distinct())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(Columns.redcapName(new FlatField("patient.baselineQualityOfLife.score", FlatField.Kind.NUMBER)))
                .isEqualTo("patient_baseline_quality_of_life_score")
                .isIn(names);
    }

    @Test
    void a_field_has_one_column_however_it_is_written() {
        assertThatThrownBy(() -> Columns.of(List.of("type", "outcomeId", "outcome_id")))
                .isInstanceOf(RefusedRequest.class)
                .extracting("faults")
                .asString()
                .contains("DUPLICATE_COLUMN");
    }
}
