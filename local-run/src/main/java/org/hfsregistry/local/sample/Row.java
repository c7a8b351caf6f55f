package org.hfsregistry.local.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.contract.clinical.Code;
import tools.jackson.databind.json.JsonMapper;

/** A row of NDJSON as a hospital would write it, with its own patient ids. */
final class Row {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Row() {}

    /** A row of an outcome. */
    static Row of(String type, String outcomeId) {
        return new Row().with("type", type).with("outcomeId", outcomeId);
    }

    /** A nested object of a row. */
    static Row nested(String field, Object value) {
        return new Row().with(field, value);
    }

    Row with(String field, Object value) {
        fields.put(field, written(value));
        return this;
    }

    private static Object written(Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case Code code -> code.code();
            case Row row -> row.fields;
            case List<?> list -> list.stream().map(Row::written).toList();
            default -> value;
        };
    }

    /** The same outcome with one field otherwise. */
    Row but(String field, Object value) {
        Row copy = new Row();
        copy.fields.putAll(fields);
        return copy.with(field, value);
    }

    String json() {
        return JSON.writeValueAsString(fields);
    }
}
