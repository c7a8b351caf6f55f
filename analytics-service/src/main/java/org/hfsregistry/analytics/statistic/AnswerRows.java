package org.hfsregistry.analytics.statistic;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer as the rows of a table: its groups, and the network last. It exists so that every table of an answer has the same
 * columns: a field within another has a dot, entries of a list a bar between them, and curves are left out.
 */
public record AnswerRows(List<String> columns, List<Map<String, Object>> rows) {

    /** The rows of an answer. */
    public static AnswerRows of(Answer answer) {
        return of(answer.groups(), answer.network());
    }

    /** The rows of an answer's groups and its network. */
    public static AnswerRows of(List<Map<String, Object>> groups, Map<String, Object> network) {
        List<Map<String, Object>> rows = Stream.concat(groups.stream(), Stream.of(network))
                .map(AnswerRows::flat)
                .toList();
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return new AnswerRows(List.copyOf(columns), rows);
    }

    private static Map<String, Object> flat(Map<String, Object> fields) {
        Map<String, Object> cells = new LinkedHashMap<>();
        flatten("", fields, cells);
        return cells;
    }

    private static void flatten(String prefix, Map<?, ?> fields, Map<String, Object> cells) {
        fields.forEach((name, value) -> {
            String column = prefix + name;
            switch (value) {
                case Map<?, ?> nested -> flatten(column + ".", nested, cells);
                case List<?> list
                when list.stream().noneMatch(Map.class::isInstance) ->
                    cells.put(column, list.stream().map(String::valueOf).collect(Collectors.joining("|")));
                case List<?> curve -> {}
                default -> cells.put(column, value);
            }
        });
    }
}
