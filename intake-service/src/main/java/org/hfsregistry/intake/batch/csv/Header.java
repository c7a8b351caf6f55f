package org.hfsregistry.intake.batch.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.FlatField;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.http.HttpStatus;

/** Reads what the first row of a table says, and finds all that is wrong with it. */
final class Header {

    /** Of REDCap's own making; its exports have them whether they are wanted or not. */
    private static final Pattern REDCAP = Pattern.compile(
            "record_id|redcap_event_name|redcap_repeat_instrument|redcap_repeat_instance|redcap_data_access_group"
                    + "|redcap_survey_identifier|.+_complete");

    private static final int MOST_TOLD = 100;
    private static final int LONGEST_NAME = 64;
    private static final String TYPE = "type";
    private static final List<String> ALWAYS = List.of(TYPE, "outcomeId");
    private static final List<FlatField> FIELDS = FlatField.all();
    private static final Map<String, FlatField> BY_NAME = byName();

    private final Map<String, Columns.Column> found = new HashMap<>();
    private final Checkboxes checkboxes = new Checkboxes(BY_NAME);
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> warnings = new ArrayList<>();

    private Header() {}

    /**
     * Refuses a header with a fault, and tells all of them.
     *
     * @param type of all rows, where it stands elsewhere than in a column
     */
    static Columns read(List<String> names, Optional<OutcomeType> type) {
        int count = names.size();
        while (count > 0 && names.get(count - 1).isBlank()) {
            count--;
        }
        Header header = new Header();
        for (int i = 0; i < count; i++) {
            header.add(i, names.get(i).strip());
        }
        MadeCells made = new MadeCells(count);
        header.checkboxes.addTo(made, header::add);
        header.require(type.isPresent());
        type.ifPresent(given -> header.add(made.always(Objects.requireNonNull(BY_NAME.get(TYPE)), given.code())));
        header.refuseFaults();
        return new Columns(count, inOrder(header.found), made, header.warnings);
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

    private void add(int index, String name) {
        FlatField field = BY_NAME.get(name);
        if (field != null) {
            add(new Columns.Column(index, name, field));
        } else if (REDCAP.matcher(name).matches()) {
            warnings.add(ignored(name));
        } else if (!checkboxes.add(index, name)) {
            faults.add(unknown(name, index));
        }
    }

    private void add(Columns.Column column) {
        Columns.Column before = found.putIfAbsent(column.field().name(), column);
        if (before != null) {
            faults.add(duplicate(column.name(), before));
        }
    }

    private void require(boolean typeIsGiven) {
        List<Fault> missing = ALWAYS.stream()
                .filter(field -> !found.containsKey(field) && !(typeIsGiven && field.equals(TYPE)))
                .map(Header::missing)
                .toList();
        if (ALWAYS.stream().noneMatch(found::containsKey)) {
            // no header, but a row perhaps: its cells are not to be told
            faults.clear();
        }
        faults.addAll(missing);
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "INVALID_HEADER",
                    "The table's header has faults, so no row was taken; errors says which and how to mend them.",
                    faults.subList(0, Math.min(MOST_TOLD, faults.size())));
        }
    }

    /** In the order of the contract, in which the parts of an object follow one another. */
    private static Map<String, Columns.Column> inOrder(Map<String, Columns.Column> found) {
        Map<String, Columns.Column> inOrder = new LinkedHashMap<>();
        for (FlatField field : FIELDS) {
            Columns.Column column = found.get(field.name());
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
        Optional<String> remedy = Checkboxes.remedy(BY_NAME, name);
        if (remedy.isPresent()) {
            return new Fault("UNKNOWN_COLUMN", name, null, "this checkbox is none of the field's codes", remedy.get());
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

    private static Fault duplicate(String name, Columns.Column before) {
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
}
