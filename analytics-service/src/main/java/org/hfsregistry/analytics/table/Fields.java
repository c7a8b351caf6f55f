package org.hfsregistry.analytics.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.statistics.Interval;

/**
 * A group's fields while they are put together. It exists so that every field names the figure it is made of, and is only
 * computed where that is shown and the field is wanted; where it is only wanted its name goes into {@code suppressed}.
 */
public final class Fields {
    private final Shown shown;
    private final View view;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
    private final List<String> suppressed = new ArrayList<>();

    /** Of what is shown and wanted. */
    public Fields(Shown shown, View view) {
        this.shown = shown;
        this.view = view;
    }

    /** Whether the figure is shown. */
    public boolean shows(String figure) {
        return shown.shows(figure);
    }

    /** A field of a figure; absent where it has no value. */
    public void put(String name, String figure, Supplier<? extends Optional<?>> value) {
        if (!shown.shows(figure)) {
            suppress(name);
        } else if (view.wants(name)) {
            value.get().ifPresent(present -> fields.put(name, present));
        }
    }

    /** A part of a field that holds others. */
    public void put(String name, String part, String figure, Supplier<? extends Optional<?>> value) {
        if (!view.wants(name)) {
            return;
        }
        if (!shown.shows(figure)) {
            suppressed.add(name + "." + part);
            return;
        }
        value.get().ifPresent(present -> {
            Map<String, Object> holder = parts.computeIfAbsent(name, first -> new LinkedHashMap<>());
            holder.put(part, present);
            fields.put(name, holder);
        });
    }

    /** A count. */
    public void count(String name, String figure, Supplier<Integer> value) {
        put(name, figure, () -> Optional.of(value.get()));
    }

    /** Something that belongs to the question and counts nobody. */
    public void put(String name, Object value) {
        if (view.wants(name)) {
            fields.put(name, value);
        }
    }

    /** Says that something is not shown. */
    public void suppress(String name) {
        if (view.wants(name)) {
            suppressed.add(name);
        }
    }

    /** The fields of a group; only that it is too small, where it is so by all of these sizes. */
    public Map<String, Object> ofGroup(String... sizes) {
        if (Arrays.stream(sizes).allMatch(size -> shown.tooSmall(size) && !shown.shows(size))) {
            return Table.TOO_FEW;
        }
        Map<String, Object> group = new LinkedHashMap<>(fields);
        if (!suppressed.isEmpty()) {
            group.put("suppressed", List.copyOf(suppressed));
        }
        return group;
    }

    /** The ends of an interval by a method. */
    public static Map<String, Object> interval(String method, Interval interval) {
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("method", method);
        ends.put("lower", interval.lower());
        ends.put("upper", interval.upper());
        return ends;
    }

    public static Optional<Double> of(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    static Optional<Integer> of(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
