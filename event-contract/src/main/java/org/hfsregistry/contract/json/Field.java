package org.hfsregistry.contract.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A field of a record of type {@code T} on the wire: its name, its place in the order, and where its value is from. */
record Field<T, V>(int index, String name, boolean required, Value<V> value, Function<T, ? extends @Nullable V> from) {

    void write(JsonGenerator out, T whole) {
        V part = from.apply(whole);
        if (part != null) {
            out.writeName(name);
            value.write(out, part);
        }
    }
}
