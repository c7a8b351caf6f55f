package org.hfsregistry.contract.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.contract.outcome.OutcomeType;

/**
 * A field of outcomes by a name without nesting: a part of an object has the object's name and a dot before its own. For
 * what has columns, such as a table.
 *
 * @param codes what may be in a list of codes; empty for any other kind
 */
public record FlatField(String name, Kind kind, List<String> codes) {

    /** Takes a copy. */
    public FlatField {
        codes = List.copyOf(codes);
    }

    /** What stands in the field. */
    public enum Kind {
        /** A text, an id or a code. */
        TEXT,
        WHOLE_NUMBER,
        NUMBER,
        FLAG,
        DATE,
        /** A list of codes. */
        CODES,
        /** A list of pairs of kind and course. */
        COMPLICATIONS
    }

    private static final Map<Value<?>, Kind> KINDS = Map.of(
            Values.WHOLE_NUMBER, Kind.WHOLE_NUMBER,
            Values.NUMBER, Kind.NUMBER,
            Values.FLAG, Kind.FLAG,
            Values.DATE, Kind.DATE);

    private static final Map<String, FlatField> ALL = fields();

    /** The fields of all types of outcome, each once; those of one object follow one another. */
    public static List<FlatField> all() {
        return List.copyOf(ALL.values());
    }

    /** The name that was meant, where one is near: the same without the object before it, or with a slip of the pen. */
    public static Optional<String> nearest(String name) {
        String part = "." + name.toLowerCase(Locale.ROOT);
        return ALL.keySet().stream()
                .filter(known -> known.toLowerCase(Locale.ROOT).endsWith(part))
                .findFirst()
                .or(() -> Nearest.to(name, ALL.keySet()));
    }

    private static Map<String, FlatField> fields() {
        Map<String, FlatField> fields = new LinkedHashMap<>();
        for (OutcomeType type : OutcomeType.values()) {
            add("", AnyOutcome.of(type), fields);
        }
        return fields;
    }

    private static void add(String before, Shape<?> shape, Map<String, FlatField> fields) {
        for (Field<?, ?> field : shape.fields()) {
            String name = before + field.name();
            if (field.value() instanceof Shape<?> part) {
                add(name + ".", part, fields);
            } else {
                fields.putIfAbsent(name, new FlatField(name, kind(field.value()), codes(field.value())));
            }
        }
    }

    private static Kind kind(Value<?> value) {
        if (value instanceof ListValue<?>(Value<?> element)) {
            return element.equals(ClinicalShapes.COMPLICATION) ? Kind.COMPLICATIONS : Kind.CODES;
        }
        return KINDS.getOrDefault(value, Kind.TEXT);
    }

    private static List<String> codes(Value<?> value) {
        return value instanceof ListValue<?>(CodeValue<?> of)
                ? of.byCode().keySet().stream().sorted().toList()
                : List.of();
    }
}
