package org.hfsregistry.intake.running;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes in JSON written as a table by the rule of the contract: dotted names, lists with bars, kind:course. */
public final class WrittenTable {

    private WrittenTable() {}

    /** With this separator; decimals have a comma where it is not one. */
    public static String of(List<String> outcomes, char separator) {
        List<Map<String, String>> rows = outcomes.stream()
                .map(outcome -> cells(JsonMapper.shared().readTree(outcome), separator))
                .toList();
        List<String> header = List.copyOf(
                rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toCollection(TreeSet::new)));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(text)) {
            csv.writeRecord(header);
            for (Map<String, String> row : rows) {
                csv.writeRecord(
                        header.stream().map(name -> row.getOrDefault(name, "")).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Map<String, String> cells(JsonNode outcome, char separator) {
        Map<String, String> cells = new LinkedHashMap<>();
        add("", outcome, separator, cells);
        return cells;
    }

    private static void add(String before, JsonNode object, char separator, Map<String, String> cells) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = before + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                add(name + ".", value, separator, cells);
            } else if (value.isArray()) {
                List<String> pieces = new ArrayList<>();
                value.forEach(piece -> pieces.add(
                        piece.isObject()
                                ? piece.path("kind").asString() + ":"
                                        + piece.path("course").asString()
                                : piece.asString()));
                cells.put(name, String.join("|", pieces));
            } else if (value.isNumber() && separator != ',') {
                cells.put(name, value.asString().replace('.', ','));
            } else {
                cells.put(name, value.asString());
            }
        }
    }
}
