package org.hfsregistry.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The tables that {@code reference.R} made: the stored ones, or those of the folder that the system property
 * {@code reference.tables} names. It exists so that the tests read R's values and never repeat them.
 */
public final class ReferenceTable {
    private static final Optional<Path> MADE_ANEW =
            Optional.ofNullable(System.getProperty("reference.tables")).map(Path::of);

    static {
        System.out.println(MADE_ANEW
                .map(folder -> "R's values: made anew, in " + folder)
                .orElse("R's values: the stored ones; src/test/r/fresh-cohorts makes new ones where R is installed"));
    }

    private ReferenceTable() {}

    /** All rows of the table, in order. */
    public static List<Row> rows(String name) {
        try (InputStream stored = open(name + ".csv.gz");
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

    private static InputStream open(String file) throws IOException {
        return MADE_ANEW.isPresent()
                ? Files.newInputStream(MADE_ANEW.get().resolve(file))
                : Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(file), file);
    }

    /** The rows by the value of a column of whole numbers. */
    public static Map<Integer, List<Row>> rowsBy(String column, String name) {
        return rows(name).stream().collect(groupingBy(row -> row.whole(column), TreeMap::new, toList()));
    }

    /** A column of numbers that have to be there. */
    public static double[] numbers(List<Row> rows, String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).toArray();
    }

    /** A column of whole numbers that have to be there. */
    public static int[] wholes(List<Row> rows, String column) {
        return rows.stream().mapToInt(row -> row.whole(column)).toArray();
    }

    /** A column of 0 and 1. */
    public static boolean[] flags(List<Row> rows, String column) {
        boolean[] flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = rows.get(i).whole(column) == 1;
        }
        return flags;
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
