package org.hfsregistry.intake.batch.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hfsregistry.contract.json.FlatField;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.http.RefusedRequest;
import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void tells_every_fault_of_a_header_at_once() {
        RefusedRequest refused = catchThrowableOfType(
                RefusedRequest.class,
                () -> header(List.of("type", "spasmGrad", "side", "side", "", "sex", "hair colour")));

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
        assertThatThrownBy(() -> header(List.of("mvd-outcome", "o-1", "P-4711")))
                .isInstanceOf(RefusedRequest.class)
                .extracting("faults")
                .asString()
                .contains("MISSING_COLUMN", "the first row must have the names")
                .doesNotContain("P-4711");
        assertThatThrownBy(() -> header(List.of())).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void a_header_with_very_many_faults_is_answered_shortly() {
        List<String> names = Stream.concat(
                        Stream.of("type"),
                        Stream.generate(() -> "x".repeat(1000)).limit(5000))
                .toList();

        assertThatThrownBy(() -> header(names))
                .extracting("faults")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(100)
                .allSatisfy(fault -> assertThat(fault.toString()).hasSizeLessThan(300));
    }

    @Test
    void what_redcap_adds_is_ignored_and_told_once() {
        Columns columns = header(List.of(
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
                        Stream.of(field.name(), Header.redcapName(field)).distinct())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(Header.redcapName(
                        new FlatField("patient.baselineQualityOfLife.score", FlatField.Kind.NUMBER, List.of())))
                .isEqualTo("patient_baseline_quality_of_life_score")
                .isIn(names);
    }

    @Test
    void a_field_has_one_column_however_it_is_written() {
        assertThatThrownBy(() -> header(List.of("type", "outcomeId", "outcome_id")))
                .isInstanceOf(RefusedRequest.class)
                .extracting("faults")
                .asString()
                .contains("DUPLICATE_COLUMN");
    }

    @Test
    void the_checkboxes_of_redcap_are_one_list() {
        Columns columns =
                header(List.of("type", "outcome_id", "patient_triggers___cold", "patient_triggers___speaking_chewing"));

        assertThat(columns.byField()).containsOnlyKeys("type", "outcomeId", "patient.triggers");
        assertThat(columns.of("patient.triggers").orElseThrow().index()).isEqualTo(4);
    }

    @Test
    void checkboxes_that_are_none_of_the_codes_are_refused_with_the_remedy() {
        assertThatThrownBy(() -> header(List.of("type", "outcomeId", "patient_triggers___1", "spasm_grade___e0")))
                .extracting("faults")
                .asString()
                .contains("named as in patient_triggers___")
                .contains("send one column spasm_grade");
        assertThatThrownBy(() -> header(List.of("type", "outcomeId", "patient_triggers___cold", "patient.triggers")))
                .extracting("faults")
                .asString()
                .contains("DUPLICATE_COLUMN");
    }

    @Test
    void the_type_stands_in_a_column_or_in_the_address() {
        Optional<OutcomeType> type = Optional.of(OutcomeType.MVD_OUTCOME);

        assertThat(Header.read(List.of("outcomeId"), type).byField()).containsOnlyKeys("type", "outcomeId");
        assertThatThrownBy(() -> Header.read(List.of("type", "outcomeId"), type))
                .extracting("faults")
                .asString()
                .contains("DUPLICATE_COLUMN");
        assertThatThrownBy(() -> Header.read(List.of("o-1", "P-4711"), type))
                .extracting("faults")
                .asString()
                .contains("there is no column outcomeId")
                .doesNotContain("P-4711");
    }

    private static Columns header(List<String> names) {
        return Header.read(names, Optional.empty());
    }
}
