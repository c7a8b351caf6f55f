package org.hfsregistry.registry.export.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.FlatField;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** What stands in the cells of an exported table. */
class CsvRowsTest {

    @Test
    void the_columns_are_those_that_intake_knows() throws IOException {
        assertThat(written().lines().findFirst())
                .contains(String.join(
                        ",", FlatField.all().stream().map(FlatField::name).toList()));
    }

    @Test
    void an_assessment_is_a_row_with_nested_fields_dotted_and_lists_joined() throws IOException {
        assertThat(cells(Examples.mvdOutcome()))
                .contains(
                        entry("type", "mvd-outcome"),
                        entry("outcomeId", "o-mvd-1"),
                        entry("revision", "2"),
                        entry("hospitalId", "h-01"),
                        entry("patientId", "k1.0000000000000000000001"),
                        entry("treatedOn", "2023-01-10"),
                        entry("spasmReductionPct", "97.5"),
                        entry("complications", "facial-palsy:transient|hearing-loss:permanent"),
                        entry("qualityOfLife.instrument", "hfs-7"),
                        entry("patient.birthYear", "1961"),
                        entry("patient.triggers", "stress|fatigue"),
                        entry("patient.baselineQualityOfLife.score", "18"),
                        entry("operation.vessels", "aica|va"),
                        entry("operation.monitored", "true"))
                .doesNotContainKeys("product", "retracts", "name");
    }

    @Test
    void a_cell_with_separators_quotes_and_lines_is_read_as_it_was() throws IOException {
        HospitalProfile odd = new HospitalProfile(
                "o-1", 1, "h-01", "A, \"B\"\nund Söhne;", "DE", null, null, null, null, null, List.of());

        assertThat(cells(odd)).contains(entry("name", "A, \"B\"\nund Söhne;")).hasSize(6);
    }

    private static Map<String, String> cells(Outcome outcome) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> read = CsvReader.builder().ofNamedCsvRecord(written(outcome))) {
            read.forEach(row -> row.getFieldsAsMap().forEach((name, cell) -> {
                if (!cell.isEmpty()) {
                    cells.put(name, cell);
                }
            }));
        }
        return cells;
    }

    private static String written(Outcome... outcomes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Rows rows = ExportFormat.CSV.into(out);
        rows.begin();
        for (Outcome outcome : outcomes) {
            rows.add(outcome);
        }
        rows.flush();
        return out.toString(UTF_8);
    }
}
