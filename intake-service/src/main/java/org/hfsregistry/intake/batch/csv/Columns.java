package org.hfsregistry.intake.batch.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.FlatField;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.http.HttpStatus;

/** What the header says: which column has which field. */
final class Columns {

    /** Of REDCap's own making; its exports have them whether they are wanted or not. */
    private static final Pattern REDCAP = Pattern.compile(
            "record_id|redcap_event_name|redcap_repeat_instrument|redcap_repeat_instance|redcap_data_access_group"
                    + "|redcap_survey_identifier|.+_complete");

    private static final int MOST_TOLD = 100;
    private static final int LONGEST_NAME = 64;
    private static final List<String> ALWAYS = List.of("type", "outcomeId");
    private static final List<FlatField> FIELDS = FlatField.all();
    private static final Map<String, FlatField> BY_NAME = byName();

    /** @param name as the header has it */
    record Column(int index, String name, FlatField field) {}

    private final int count;
    private final Map<String, Column> byField;
    private final List<Fault> warnings;

    private Columns(int count, Map<String, Column> byField, List<Fault> warnings) {
        this.count = count;
        this.byField = byField;
        this.warnings = warnings;
    }

    /** By their names, and as REDCap has to write these, where names have neither capitals nor dots. */
    private static Map<String, FlatField> byName() {
        Map<String, FlatField> byName = new HashMap<>();
        for (FlatField field : FIELDS) {
            byName.put(redcapName(field), field);
            byName.put(field.name(), field);
        }
        return byName;
    }

    static String redcapName(FlatField field) {
        return field.name().replace('.', '_').replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Refuses a header with a fault, and tells all of them. */
    static Columns of(List<String> header) {
        int count = header.size();
        while (count > 0 && header.get(count - 1).isBlank()) {
            count--;
        }
        Map<String, Column> found = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        List<Fault> warnings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = header.get(i).strip();
            FlatField field = BY_NAME.get(name);
            if (field != null) {
                Column before = found.putIfAbsent(field.name(), new Column(i, name, field));
                if (before != null) {
                    faults.add(duplicate(name, before));
                }
            } else if (REDCAP.matcher(name).matches()) {
                warnings.add(ignored(name));
            } else {
                faults.add(unknown(name, i));
            }
        }
        List<Fault> missing = ALWAYS.stream()
                .filter(field -> !found.containsKey(field))
                .map(Columns::missing)
                .toList();
        if (missing.size() == ALWAYS.size()) {
            // no header, but a row perhaps: its cells are not to be told
            faults.clear();
        }
        faults.addAll(missing);
        if (!faults.isEmpty()) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "INVALID_HEADER",
                    "The table's header has faults, so no row was taken; errors says which and how to mend them.",
                    faults.subList(0, Math.min(MOST_TOLD, faults.size())));
        }
        return new Columns(count, inOrder(found), warnings);
    }

    /** In the order of the contract, in which the parts of an object follow one another. */
    private static Map<String, Column> inOrder(Map<String, Column> found) {
        Map<String, Column> inOrder = new LinkedHashMap<>();
        for (FlatField field : FIELDS) {
            Column column = found.get(field.name());
            if (column != null) {
                inOrder.put(field.name(), column);
            }
        }
        return inOrder;
    }

    private static Fault unknown(String name, int index) {
        if (name.isEmpty()) {
            return new Fault(
                    "UNKNOWN_COLUMN",
                    "",
                    null,
                    "column " + (index + 1) + " has no name",
                    "give it the name of a field, or take it out");
        }
        String question = FlatField.nearest(name)
                .map(nearest -> "did you mean " + nearest + "? ")
                .orElse("");
        return new Fault(
                "UNKNOWN_COLUMN",
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                null,
                "no field has this name",
                question + "Rename the column or take it out; nested fields are written as in patient.sex");
    }

    private static Fault duplicate(String name, Column before) {
        return new Fault(
                "DUPLICATE_COLUMN",
                name,
                null,
                "columns " + (before.index() + 1) + " (" + before.name() + ") and " + name + " are the same field",
                "take one of them out");
    }

    private static Fault missing(String field) {
        return new Fault(
                "MISSING_COLUMN",
                field,
                null,
                "there is no column " + field,
                "add it; the first row must have the names of the fields, parted by comma, semicolon or tab");
    }

    private static Fault ignored(String name) {
        return new Fault(
                "IGNORED_COLUMN", name, null, "this column is REDCap's own and was not read", "nothing needs doing");
    }

    /** How many cells a row has; unnamed columns at the end aside, which have to be empty. */
    int count() {
        return count;
    }

    /** In the order of the contract. */
    Iterable<Column> inOrder() {
        return byField.values();
    }

    /** The column of a field. */
    Optional<Column> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    List<Fault> warnings() {
        return warnings;
    }
}
