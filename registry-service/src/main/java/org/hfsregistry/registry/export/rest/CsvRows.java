package org.hfsregistry.registry.export.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.hfsregistry.contract.json.FlatField;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table with a column for every field that any type of outcome has, as intake reads one: a nested field is dotted, a list is
 * {@code |}-separated, a complication is {@code kind:course}.
 */
final class CsvRows implements Rows {

    private static final List<FlatField> COLUMNS = FlatField.all();
    private static final char LISTED = '|';
    private static final char COURSE = ':';

    private final CsvWriter csv;

    CsvRows(OutputStream out) {
        this.csv = CsvWriter.builder().build(out, UTF_8);
    }

    @Override
    public void begin() {
        csv.writeRecord(COLUMNS.stream().map(FlatField::name).toList());
    }

    @Override
    public void add(Outcome outcome) {
        JsonNode json = JsonMapper.shared().readTree(OutcomeJson.write(outcome));
        csv.writeRecord(COLUMNS.stream().map(column -> cell(json, column)).toList());
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static String cell(JsonNode outcome, FlatField column) {
        JsonNode value = outcome.at('/' + column.name().replace('.', '/'));
        if (column.kind() != FlatField.Kind.CODES && column.kind() != FlatField.Kind.COMPLICATIONS) {
            return value.isMissingNode() ? "" : value.asString();
        }
        StringBuilder list = new StringBuilder();
        for (JsonNode one : value) {
            if (!list.isEmpty()) {
                list.append(LISTED);
            }
            if (column.kind() == FlatField.Kind.CODES) {
                list.append(one.asString());
            } else {
                list.append(one.path("kind").asString())
                        .append(COURSE)
                        .append(one.path("course").asString());
            }
        }
        return list.toString();
    }
}
