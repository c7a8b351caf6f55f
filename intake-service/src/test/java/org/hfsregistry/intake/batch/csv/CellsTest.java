package org.hfsregistry.intake.batch.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of cells, and how their faults are told. */
class CellsTest {

    private static final List<String> NEEDED =
            List.of("mvd-outcome", "o-1", "P-4711", "t-1", "left", "2023-01-10", "2024-01-15", "E0");
    private static final List<String> NEEDED_NAMES =
            List.of("type", "outcomeId", "patientId", "treatmentId", "side", "treatedOn", "assessedOn", "spasmGrade");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , | 97.5    | 97.5
            , | 097     | 97
            , | 9.75e1  | 97.5
            ; | 97,5    | 97.5
            ; | 97.5    | 97.5
            ; | 97      | 97
            """)
    void numbers_are_read_as_the_table_writes_them(String separator, String cell, double expected) {
        assertThat(assessment(separator, "spasmReductionPct", cell).spasmReductionPct())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , | "97,5"
            , | 97%
            , | .5
            , | 0x10
            , | NaN
            ; | 1.000
            ; | 1.000,5
            ; | 97,5,1
            ; | 1'000
            """)
    void numbers_that_could_mean_two_things_or_none_are_refused_with_what_to_write(String separator, String cell) {
        Fault fault = fault(separator, "spasmReductionPct", cell);

        assertThat(fault.code()).isEqualTo("NOT_A_NUMBER");
        assertThat(fault.field()).isEqualTo("spasmReductionPct");
        assertThat(fault.fix()).contains(separator.equals(",") ? "97.5" : "97,5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1961", "1961.0", "01961"})
    void whole_numbers_may_have_what_programs_add(String cell) {
        assertThat(assessment(",", "patient.birthYear", cell).patient())
                .isNotNull()
                .extracting(PatientDescription::birthYear)
                .isEqualTo(1961);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "Yes", "1"})
    void flags_may_be_written_as_spreadsheets_and_redcap_do(String cell) {
        MvdRecurrence recurrence =
                (MvdRecurrence) ReadTable.of("""
                        type,outcomeId,patientId,treatmentId,side,treatedOn,onsetOn,confirmed
                        mvd-recurrence,o-1,P-4711,t-1,left,2023-01-10,2024-01-15,%s
                        """.formatted(cell)).outcomes().getFirst();
        assertThat(recurrence.confirmed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wahr", "2", "y"})
    void other_flags_are_refused(String cell) {
        assertThat(fault(",", "operation.monitored", cell)).satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("NOT_A_FLAG");
            assertThat(fault.field()).isEqualTo("operation.monitored");
            assertThat(fault.value()).isEqualTo(cell);
        });
    }

    @ParameterizedTest
    @CsvSource({"03/01/2024, order", "1.3.2024, order", "45352, number of a day", "2024-3-1, is not a date"})
    void dates_of_spreadsheets_are_refused_with_how_to_set_them(String cell, String words) {
        String row = String.join(",", NEEDED).replace("2024-01-15", cell);
        Fault fault = ReadTable.of(String.join(",", NEEDED_NAMES) + "\n" + row)
                .faults()
                .getFirst();

        assertThat(fault.code()).isEqualTo("NOT_A_DATE");
        assertThat(fault.field()).isEqualTo("assessedOn");
        assertThat(fault.value()).isEqualTo(cell);
        assertThat(fault.message()).contains(words);
        assertThat(fault.fix()).contains("2024-03-31", "yyyy-mm-dd");
    }

    @Test
    void lists_and_complications_are_parted_by_bars() {
        MvdOutcome outcome = assessment(
                ",",
                "complications",
                "facial-palsy:transient| hearing-loss : permanent |",
                "patient.triggers",
                "cold|stress");

        assertThat(outcome.complications())
                .containsExactlyInAnyOrder(
                        new Complication(Complication.Kind.FACIAL_PALSY, Complication.Course.TRANSIENT),
                        new Complication(Complication.Kind.HEARING_LOSS, Complication.Course.PERMANENT));
        assertThat(outcome.patient())
                .isNotNull()
                .satisfies(patient -> assertThat(patient.triggers())
                        .containsExactly(PatientDescription.Trigger.COLD, PatientDescription.Trigger.STRESS));
    }

    @Test
    void faults_within_lists_are_told_by_their_column() {
        assertThat(fault(",", "complications", "facial-palsy")).satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("complications");
            assertThat(fault.code()).isEqualTo("MISSING_FIELD");
            assertThat(fault.fix()).contains("facial-palsy:transient");
        });
        assertThat(fault(",", "complications", "facial-palsi:transient")).satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("complications");
            assertThat(fault.fix()).contains("did you mean facial-palsy?");
        });
        assertThat(fault(",", "patient.triggers", "cold|strss")).satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("patient.triggers");
            assertThat(fault.value()).isEqualTo("strss");
        });
    }

    @Test
    void faults_are_told_by_the_name_that_the_header_has() {
        assertThat(fault(",", "patient_sex", "femal")).satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("patient_sex");
            assertThat(fault.fix()).contains("did you mean female?");
        });
    }

    @Test
    void an_empty_cell_is_an_absent_field() {
        MvdOutcome outcome = assessment(",", "spasmReductionPct", " ", "patient.sex", "", "complications", "|");

        assertThat(outcome.spasmReductionPct()).isNull();
        assertThat(outcome.patient()).isNull();
        assertThat(outcome.complications()).isEmpty();
    }

    @Test
    void what_is_missing_is_a_cell_to_fill_or_a_column_to_add() {
        List<Fault> faults =
                ReadTable.of("type,outcomeId,side\nmvd-recurrence,o-1,\n").faults();

        assertThat(faults)
                .filteredOn(fault -> fault.field().equals("side"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.fix()).isEqualTo("fill the cell"));
        assertThat(faults)
                .filteredOn(fault -> fault.field().equals("onsetOn"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.fix()).contains("add a column onsetOn"));
    }

    @Test
    void a_value_that_the_rows_type_does_not_have_is_told_by_its_column() {
        Fault fault = ReadTable.of(
                        "type,outcomeId,retracts,reason,operation.padding\nretraction,o-2,o-1,wrong,teflon\n")
                .faults()
                .getFirst();

        assertThat(fault.code()).isEqualTo("UNKNOWN_FIELD");
        assertThat(fault.field()).isEqualTo("operation.padding");
        assertThat(fault.fix()).contains("leave the cell empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.71147E+15", "4,71147E+15", "5E+12"})
    void a_patient_id_that_a_spreadsheet_rounded_is_refused_and_not_told(String id) {
        String row = String.join(";", NEEDED).replace("P-4711", id);
        List<Fault> faults =
                ReadTable.of(String.join(";", NEEDED_NAMES) + "\n" + row).faults();

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("NOT_A_PATIENT_ID");
            assertThat(fault.field()).isEqualTo("patientId");
            assertThat(fault.toString()).doesNotContain(id);
        });
    }

    private static MvdOutcome assessment(String separator, String... more) {
        return (MvdOutcome) table(separator, more).outcomes().getFirst();
    }

    private static Fault fault(String separator, String column, String cell) {
        ReadTable table = table(separator, column, cell);
        assertThat(table.faults()).hasSize(1);
        return table.faults().getFirst();
    }

    private static ReadTable table(String separator, String... more) {
        StringBuilder header = new StringBuilder(String.join(separator, NEEDED_NAMES));
        StringBuilder row = new StringBuilder(String.join(separator, NEEDED));
        for (int i = 0; i < more.length; i += 2) {
            header.append(separator).append(more[i]);
            boolean quote = more[i + 1].contains(separator);
            row.append(separator).append(quote ? "\"" + more[i + 1].replace("\"", "") + "\"" : more[i + 1]);
        }
        return ReadTable.of(header + "\n" + row + "\n");
    }
}
