package org.hfsregistry.contract.json;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A list of values of one kind. */
record ListValue<V>(Value<V> element) implements Value<List<V>> {
    @Override
    public @Nullable List<V> read(Input in, String field, Faults faults) {
        if (in.parser.currentToken() != JsonToken.START_ARRAY) {
            Values.refuse(in, faults, "NOT_A_LIST", field, "is not a list", "send a list […]");
            return null;
        }
        List<V> list = new ArrayList<>();
        int index = 0;
        while (in.parser.nextToken() != JsonToken.END_ARRAY) {
            V value = element.read(in, field + "[" + index++ + "]", faults);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    @Override
    public void write(JsonGenerator out, List<V> value) {
        out.writeStartArray();
        value.forEach(one -> element.write(out, one));
        out.writeEndArray();
    }
}
