package org.hfsregistry.contract.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;

/**
 * A record as a JSON object: each field is declared once, and is read, checked and written by that line.
 *
 * <p>Fields are written in the order of their declaration; absent ones are left out.
 */
abstract class Shape<T> implements Value<T> {

    static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";

    private final List<Field<T, ?>> fields = new ArrayList<>();
    private final Map<String, Field<T, ?>> byName = new LinkedHashMap<>();
    private long required;

    /** Declares a field that must be there. */
    final <V> Field<T, V> required(String name, Value<V> value, Function<T, V> from) {
        return declared(new Field<T, V>(fields.size(), new SerializedString(name), true, value, from));
    }

    /** Declares a field that may be absent. */
    final <V> Field<T, V> optional(String name, Value<V> value, Function<T, ? extends @Nullable V> from) {
        return declared(new Field<T, V>(fields.size(), new SerializedString(name), false, value, from));
    }

    /** Declares a list; an empty one is not written. */
    final <V> Field<T, List<V>> list(String name, Value<V> element, Function<T, List<V>> from) {
        return optional(name, Values.listOf(element), whole -> {
            List<V> list = from.apply(whole);
            return list.isEmpty() ? null : list;
        });
    }

    private <V> Field<T, V> declared(Field<T, V> field) {
        fields.add(field);
        required |= field.required() ? 1L << field.index() : 0;
        byName.put(field.name(), field);
        return field;
    }

    /** Finds what is wrong across fields; absent values pass. */
    abstract void check(Draft draft, Faults faults);

    /** Makes the record; called only where nothing is wrong. */
    abstract T build(Draft draft);

    /** Finds what is odd about a record without a fault. */
    void warn(T whole, Input in) {}

    /** The names of the fields in their order. */
    final Set<String> names() {
        return byName.keySet();
    }

    /** The fields in their order. */
    final List<Field<T, ?>> fields() {
        return fields;
    }

    @Override
    public final @Nullable T read(Input in, String name, Faults outer) {
        if (in.parser.currentToken() != JsonToken.START_OBJECT) {
            Values.refuse(in, outer, "NOT_AN_OBJECT", name, "is not an object", "send an object {…}");
            return null;
        }
        in.parser.nextToken();
        return readFields(in, new Draft(fields.size(), in), name, outer);
    }

    /** Reads on after the first field, {@code type}, by which this shape was found. */
    final @Nullable T readAfterType(Input in, String name, Faults outer) {
        Draft draft = new Draft(fields.size(), in);
        draft.first(fields.getFirst());
        draft.put(fields.getFirst(), null);
        return readFields(in, draft, name, outer);
    }

    /** Reads from a field's name, or the object's end, to the object's end. */
    final @Nullable T readFields(Input in, Draft draft, String name, Faults outer) {
        Faults faults = name.isEmpty() ? outer : outer.within(name);
        int before = faults.count();
        while (in.parser.currentToken() == JsonToken.PROPERTY_NAME) {
            readField(in, draft, faults);
            in.parser.nextToken();
        }
        if (!draft.given(required)) {
            tellMissing(draft, faults);
        }
        check(draft, faults);
        if (faults.count() != before) {
            return null;
        }
        T whole = build(draft);
        warn(whole, in);
        return whole;
    }

    private void tellMissing(Draft draft, Faults faults) {
        for (Field<T, ?> field : fields) {
            if (field.required() && !draft.given(field)) {
                faults.required(field.name(), null, "");
            }
        }
    }

    private void readField(Input in, Draft draft, Faults faults) {
        String name = in.parser.currentName();
        JsonToken token = in.parser.nextToken();
        Field<T, ?> field = byName.get(name);
        if (field == null) {
            in.parser.skipChildren();
            faults.add(
                    UNKNOWN_FIELD,
                    Nearest.shortened(name),
                    null,
                    "there is no field of this name here",
                    Nearest.question(name, names()) + "The fields here are " + String.join(", ", names()));
        } else if (!draft.first(field)) {
            in.parser.skipChildren();
            faults.add("DUPLICATE_FIELD", name, null, name + " stands here twice", "send it once");
        } else if (token != JsonToken.VALUE_NULL) {
            draft.put(field, field.value().read(in, name, faults));
        }
    }

    @Override
    public final void write(JsonGenerator out, T whole) {
        out.writeStartObject();
        for (Field<T, ?> field : fields) {
            field.write(out, whole);
        }
        out.writeEndObject();
    }
}
