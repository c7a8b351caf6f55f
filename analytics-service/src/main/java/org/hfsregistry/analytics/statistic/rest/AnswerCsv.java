package org.hfsregistry.analytics.statistic.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.statistic.Answer;

/**
 * An answer as a table: a row a group, the network last. A nested field is dotted, a list of texts or numbers is {@code
 * |}-separated; curves are in JSON only.
 */
final class AnswerCsv {
    private AnswerCsv() {}

    static String of(Answer answer) {
        List<Map<String, String>> rows = new ArrayList<>();
        answer.groups().forEach(group -> rows.add(row("group", group, answer)));
        rows.add(row("network", answer.network(), answer));
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            for (Map<String, String> row : rows) {
                csv.writeRecord(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toList());
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private static Map<String, String> row(String row, Map<String, Object> fields, Answer answer) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("row", row);
        cells.put("definition", answer.definition().id());
        cells.put("asOf", answer.asOf().toString());
        cells.put("dataVersion", Long.toString(answer.positions().dataVersion()));
        flatten("", fields, cells);
        return cells;
    }

    private static void flatten(String prefix, Map<?, ?> fields, Map<String, String> cells) {
        fields.forEach((name, value) -> {
            String column = prefix + name;
            switch (value) {
                case Map<?, ?> nested -> flatten(column + ".", nested, cells);
                case List<?> list
                when list.stream().noneMatch(Map.class::isInstance) ->
                    cells.put(column, list.stream().map(String::valueOf).collect(Collectors.joining("|")));
                case List<?> curve -> {}
                case String text -> cells.put(column, harmless(text));
                default -> cells.put(column, String.valueOf(value));
            }
        });
    }

    /** A text that a spreadsheet would take for a formula gets a quotation mark before it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
