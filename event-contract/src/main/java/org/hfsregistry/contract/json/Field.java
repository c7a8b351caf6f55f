package org.hfsregistry.contract.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** A field of a record of type {@code T} on the wire: its name, its place in the order, and where its value is from. */
record Field<T, V>(
        int index,
        SerializedString wireName,
        boolean required,
        Value<V> value,
        Function<T, ? extends @Nullable V> from) {

    String name() {
        return wireName.getValue();
    }

    void write(JsonGenerator out, T whole) {
        V part = from.apply(whole);
        if (part != null) {
            out.writeName(wireName);
            value.write(out, part);
        }
    }
}
