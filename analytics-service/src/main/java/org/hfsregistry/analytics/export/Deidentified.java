package org.hfsregistry.analytics.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of which no few can be told apart, and what that took. Trait after trait the rows are parted by it; those of a value
 * that few have, or of which a few ended in some way, are put together with the trait blanked, and the smallest others with
 * them until they are enough. So a value is told of all its rows that were alike before, or of none: under a hospital's name
 * are all its treatments of a kind. It exists as the one place of the rule.
 *
 * @param rows in the order of what is written of them, which tells nothing
 * @param blanked how many values were, by the column
 * @param leftOut the kinds of treatments of which too few are registered
 */
record Deidentified(List<short[]> rows, Map<String, Integer> blanked, List<String> leftOut) {
    private static final int KIND = ExportColumns.place("treatment");
    private static final List<Column> COLUMNS = ExportColumns.all();

    /** Blanks in the rows that are given. */
    static Deidentified of(List<short[]> rows, int k) {
        Blanking blanking = new Blanking(k, new LinkedHashMap<>());
        List<short[]> told = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        parts(rows, KIND).forEach((kind, of) -> {
            if (EnoughAlike.are(of, k)) {
                blanking.part(of, 0);
                told.addAll(of);
            } else {
                leftOut.add(ExportColumns.TREATMENTS.get(kind));
            }
        });
        told.sort((one, other) -> Arrays.compare(one, 0, COLUMNS.size(), other, 0, COLUMNS.size()));
        return new Deidentified(told, blanking.blanked, leftOut);
    }

    private static TreeMap<Short, List<short[]>> parts(List<short[]> rows, int column) {
        TreeMap<Short, List<short[]>> parts = new TreeMap<>();
        rows.forEach(row ->
                parts.computeIfAbsent(row[column], first -> new ArrayList<>()).add(row));
        return parts;
    }

    private record Blanking(int k, Map<String, Integer> blanked) {

        /** Parts rows by this column and the traits after it. */
        private void part(List<short[]> rows, int column) {
            if (column == COLUMNS.size()) {
                return;
            }
            if (!COLUMNS.get(column).trait()) {
                part(rows, column + 1);
                return;
            }
            TreeMap<Short, List<short[]>> parts = parts(rows, column);
            List<short[]> together = new ArrayList<>();
            if (parts.containsKey(Column.BLANK)) {
                together.addAll(parts.remove(Column.BLANK));
            }
            List<Short> few = parts.keySet().stream()
                    .filter(value -> !EnoughAlike.are(of(parts, value), k))
                    .toList();
            few.forEach(value -> together.addAll(blank(of(parts, value), column)));
            few.forEach(parts::remove);
            while (!together.isEmpty() && !EnoughAlike.are(together, k)) {
                short smallest = parts.keySet().stream()
                        .min(Comparator.comparingInt(value -> of(parts, value).size()))
                        .orElseThrow();
                together.addAll(blank(of(parts, smallest), column));
                parts.remove(smallest);
            }
            parts.values().forEach(of -> part(of, column + 1));
            part(together, column + 1);
        }

        private static List<short[]> of(Map<Short, List<short[]>> parts, short value) {
            return parts.getOrDefault(value, List.of());
        }

        private List<short[]> blank(List<short[]> rows, int column) {
            rows.forEach(row -> row[column] = Column.BLANK);
            blanked.merge(COLUMNS.get(column).name(), rows.size(), Integer::sum);
            return rows;
        }
    }
}
