package org.hfsregistry.analytics.statistic.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.AnswerRows;

/**
 * An answer as a table: a row a group, the network last. A nested field is dotted, a list of texts or numbers is {@code
 * |}-separated; curves are in JSON only.
 */
final class AnswerCsv {
    private static final List<String> FIRST = List.of("row", "definition", "asOf", "dataVersion");

    private AnswerCsv() {}

    static String of(Answer answer) {
        return of(
                AnswerRows.of(answer.groups(), answer.network()),
                answer.groups().size(),
                List.of(
                        answer.definition().id(),
                        answer.asOf().toString(),
                        Long.toString(answer.positions().dataVersion())));
    }

    static String of(AnswerJson.Read answer) {
        return of(
                AnswerRows.of(answer.groups(), answer.network()),
                answer.groups().size(),
                List.of(answer.definition().id(), answer.asOf().toString(), Long.toString(answer.dataVersion())));
    }

    private static String of(AnswerRows rows, int groups, List<String> first) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    Stream.concat(FIRST.stream(), rows.columns().stream()).toList());
            for (int i = 0; i < rows.rows().size(); i++) {
                Map<String, Object> row = rows.rows().get(i);
                List<String> cells = new ArrayList<>(List.of(i < groups ? "group" : "network"));
                cells.addAll(first);
                rows.columns().forEach(column -> cells.add(cell(row.getOrDefault(column, ""))));
                csv.writeRecord(cells);
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return text.toString();
    }

    private static String cell(Object value) {
        return value instanceof String text ? harmless(text) : String.valueOf(value);
    }

    /** A text that a spreadsheet would take for a formula gets a quotation mark before it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
