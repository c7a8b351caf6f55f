package org.hfsregistry.analytics.export.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.export.Column;
import org.hfsregistry.analytics.export.Column.Form;
import org.hfsregistry.analytics.export.Export;

/** What the columns mean, as fields; made of the table that the rows are made of. */
final class Codebook {
    private static final String RULE =
            "A row is a treatment. Traits (trait: true) are blanked one after the other, in the order of the columns,"
                    + " wherever fewer than k patients would be alike in all traits so far, or 1 to k - 1 treatments would"
                    + " have ended in one way: at a year assessed free, assessed otherwise, not assessed; free of spasm"
                    + " and returned, free, never free; relief none, ended, lasting; followed by another session or not;"
                    + " operated, died or neither after the first; each response; stopped or not. Treatments with a"
                    + " blanked trait are told together, with others if need be, so that of them, too, there are enough. A"
                    + " hospital's treatments of a kind are all under its name or none. A kind of which too few are"
                    + " registered is left out. An empty cell is what was blanked, is not known, or is of another kind of"
                    + " treatment. The header HFS-Blanked says how many values were blanked. Rows are sorted by what they"
                    + " say.";

    private Codebook() {}

    static Map<String, Object> fields(int k) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", RULE);
        fields.put("k", k);
        fields.put("columns", Export.columns().stream().map(Codebook::column).toList());
        return fields;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", column.name());
        fields.put("text", column.text());
        fields.put("treatments", column.of());
        fields.put("trait", column.trait());
        switch (column.form()) {
            case Form.Whole(String unit) -> {
                fields.put("type", "integer");
                fields.put("unit", unit);
            }
            case Form.Hundredths(String unit) -> {
                fields.put("type", "number");
                fields.put("unit", unit);
            }
            case Form.Flag _ -> fields.put("type", "boolean");
            case Form.Code(List<String> codes) -> {
                fields.put("type", "string");
                fields.put("values", codes);
            }
            case Form.Hospital _ -> fields.put("type", "string");
        }
        return fields;
    }
}
