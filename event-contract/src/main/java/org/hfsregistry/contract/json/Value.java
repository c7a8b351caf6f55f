package org.hfsregistry.contract.json;

import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** How a value stands on the wire, to read and to write. */
interface Value<V> {

    /** Reads the value at the parser's token and leaves the parser at its end; null and a fault where it is none. */
    @Nullable V read(Input in, String field, Faults faults);

    /** Writes the value. */
    void write(JsonGenerator out, V value);
}
