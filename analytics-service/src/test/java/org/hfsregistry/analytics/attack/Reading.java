package org.hfsregistry.analytics.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.question.Question;

/** A question, and which counts the fields of an answer to it are, or are made of. */
final class Reading {
    private final Question question;
    private final String size;
    private boolean ofSeveral;
    private final Map<String, String> counts = new LinkedHashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, String> listed = new LinkedHashMap<>();

    /** With the count that a group must have k of. */
    Reading(Question question, String size) {
        this.question = question;
        this.size = size;
    }

    /** A rate that tells a count where another is known. */
    private record Part(String of, String count) {}

    /** A field that is a count. */
    Reading field(String path, String count) {
        counts.put(path, count);
        return this;
    }

    /** A field that is a count, and is left out for nobody: where another stands beside it and it is not said to be hidden. */
    Reading listed(String path, String count, String beside) {
        listed.put(path, beside);
        return field(path + "/count", count);
    }

    /** A field that is the part that one count is of another. */
    Reading rate(String path, String count, String of) {
        parts.put(path, new Part(of, count));
        return this;
    }

    Question question() {
        return question;
    }

    /** The count that says whether a group is too small for an answer. */
    String size() {
        return size;
    }

    /** Whether it is asked of several parts together: what these show, each shows, so the sizes are enough. */
    boolean tellsSize() {
        return ofSeveral;
    }

    /** Asked of several parts together, too. */
    Reading ofSeveral() {
        ofSeveral = true;
        return this;
    }

    /** Reads all counts out of a group's fields. */
    void read(Map<String, Object> fields, Group group, Knowledge knowledge) {
        counts(fields).forEach((count, people) -> knowledge.told(group, count, people));
        parts.forEach((path, part) -> number(fields, path)
                .filter(value -> knowledge.of(group, part.of).isExact())
                .ifPresent(value -> knowledge.told(
                        group,
                        part.count,
                        Math.round(value.doubleValue()
                                * knowledge.of(group, part.of).least()))));
    }

    /** The counts that fields of the group are, without those that are made of others. */
    Map<String, Long> counts(Map<String, Object> fields) {
        Map<String, Long> told = new LinkedHashMap<>();
        counts.forEach((path, count) -> number(fields, path).ifPresent(value -> told.put(count, value.longValue())));
        List<?> suppressed = fields.get("suppressed") instanceof List<?> names ? names : List.of();
        listed.forEach((path, beside) -> {
            if (number(fields, beside).isPresent() && !suppressed.contains(path.replace('/', '.'))) {
                told.putIfAbsent(
                        Optional.ofNullable(counts.get(path + "/count")).orElseThrow(), 0L);
            }
        });
        return told;
    }

    /** The fields without those that are the count. */
    Map<String, Object> without(Map<String, Object> fields, String count) {
        Map<String, Object> left = fields;
        for (Map.Entry<String, String> field : counts.entrySet()) {
            if (field.getValue().equals(count)) {
                left = without(left, List.of(field.getKey().split("/", -1)));
            }
        }
        return left;
    }

    private static Map<String, Object> without(Map<String, Object> fields, List<String> path) {
        Map<String, Object> left = new LinkedHashMap<>(fields);
        if (path.size() == 1) {
            left.remove(path.getFirst());
        } else if (fields.get(path.getFirst()) instanceof Map<?, ?> inner) {
            Map<String, Object> named = new LinkedHashMap<>();
            inner.forEach((name, value) -> named.put(String.valueOf(name), value));
            left.put(path.getFirst(), without(named, path.subList(1, path.size())));
        }
        return left;
    }

    private static Optional<Number> number(Map<String, Object> group, String path) {
        Object value = group;
        for (String name : path.split("/", -1)) {
            value = value instanceof Map<?, ?> fields ? fields.get(name) : null;
        }
        return value instanceof Number number ? Optional.of(number) : Optional.empty();
    }
}
