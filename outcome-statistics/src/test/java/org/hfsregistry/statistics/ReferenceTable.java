package org.hfsregistry.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The tables that {@code reference.R} made. It exists so that the tests read R's values and never repeat them. */
public final class ReferenceTable {
    private ReferenceTable() {}

    /** All rows of the table, in order. */
    public static List<Row> rows(String name) {
        String file = name + ".csv.gz";
        try (InputStream stored = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(stored), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            String[] columns = lines.getFirst().split(",", -1);
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(Row.of(columns, line.split(",", -1)));
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows by the value of a column of whole numbers. */
    public static Map<Integer, List<Row>> rowsBy(String column, String name) {
        return rows(name).stream().collect(groupingBy(row -> row.whole(column), TreeMap::new, toList()));
    }

    /** One row; a column that is not there is an error. */
    public record Row(Map<String, String> cells) {
        private static Row of(String[] columns, String[] values) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                cells.put(columns[i], values[i]);
            }
            return new Row(Map.copyOf(cells));
        }

        /** A number that has to be there. */
        public double number(String column) {
            return maybe(column).orElseThrow();
        }

        /** A whole number that has to be there. */
        public int whole(String column) {
            return Integer.parseInt(cell(column));
        }

        /** A number, or nothing where R had none. */
        public OptionalDouble maybe(String column) {
            String cell = cell(column);
            return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
        }

        private String cell(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }
}
