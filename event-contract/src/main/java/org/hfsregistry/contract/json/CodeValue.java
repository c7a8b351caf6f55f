package org.hfsregistry.contract.json;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;

/** A term of a vocabulary, by its spelling. */
record CodeValue<E extends Enum<E> & Code>(Map<String, E> byCode, Map<E, SerializedString> wireNames)
        implements Value<E> {

    static <E extends Enum<E> & Code> CodeValue<E> of(Class<E> codes) {
        Map<String, E> byCode = new LinkedHashMap<>();
        Map<E, SerializedString> wireNames = new EnumMap<>(codes);
        for (E code : codes.getEnumConstants()) {
            byCode.put(code.code(), code);
            wireNames.put(code, new SerializedString(code.code()));
        }
        return new CodeValue<>(byCode, wireNames);
    }

    @Override
    public @Nullable E read(Input in, String field, Faults faults) {
        E code = in.parser.currentToken() == JsonToken.VALUE_STRING ? byCode.get(in.parser.getString()) : null;
        if (code == null) {
            String question = in.parser.currentToken().isScalarValue()
                    ? Nearest.question(in.parser.getString(), byCode.keySet())
                    : "";
            Values.refuse(
                    in,
                    faults,
                    "UNKNOWN_CODE",
                    field,
                    "is none of its codes",
                    question + "The codes are " + String.join(", ", byCode.keySet()));
        }
        return code;
    }

    @Override
    public void write(JsonGenerator out, E value) {
        out.writeString(Objects.requireNonNull(wireNames.get(value)));
    }
}
