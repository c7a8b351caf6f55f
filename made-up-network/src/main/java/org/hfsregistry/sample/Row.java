package org.hfsregistry.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.contract.clinical.Code;
import tools.jackson.databind.json.JsonMapper;

/** A row of NDJSON as a hospital would write it, with its own patient ids. */
public final class Row {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Row() {}

    /** A row of an outcome. */
    public static Row of(String type, String outcomeId) {
        return new Row().with("type", type).with("outcomeId", outcomeId);
    }

    /** A nested object of a row. */
    public static Row nested(String field, Object value) {
        return new Row().with(field, value);
    }

    /** This row with a field more, or with another value in it. */
    public Row with(String field, Object value) {
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
    public Row but(String field, Object value) {
        Row copy = new Row();
        copy.fields.putAll(fields);
        return copy.with(field, value);
    }

    /** The line of NDJSON. */
    public String json() {
        return JSON.writeValueAsString(fields);
    }
}
