package org.hfsregistry.intake.batch.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.FlatField;

/**
 * REDCap's way to write a list of codes: a column a code, {@code patient_triggers___cold}, with 1 or 0. It writes capitals
 * small and a hyphen as an underscore.
 */
final class Checkboxes {

    private static final String BEFORE_CODE = "___";

    private final Map<String, FlatField> fields;
    private final Map<FlatField, List<Checkbox>> groups = new LinkedHashMap<>();

    private record Checkbox(int index, String name, String code) {}

    /** @param fields by the names that columns may have */
    Checkboxes(Map<String, FlatField> fields) {
        this.fields = fields;
    }

    /** Takes a column, if it is one. */
    boolean add(int index, String name) {
        Optional<FlatField> field = field(fields, name);
        Optional<String> code = field.flatMap(list -> code(list, name));
        code.ifPresent(found ->
                groups.computeIfAbsent(field.get(), list -> new ArrayList<>()).add(new Checkbox(index, name, found)));
        return code.isPresent();
    }

    /** Adds a column a list. */
    void addTo(MadeCells made, Consumer<Columns.Column> columns) {
        groups.forEach((field, boxes) -> {
            String name = boxes.getFirst().name();
            String group = name.substring(0, name.indexOf(BEFORE_CODE) + BEFORE_CODE.length());
            columns.accept(made.add(group, field, (cells, faults) -> checked(boxes, cells, faults)));
        });
    }

    /** What to do about a checkbox that is none of the field's codes, where that is what a column is. */
    static Optional<String> remedy(Map<String, FlatField> fields, String name) {
        return field(fields, name)
                .map(field -> field.kind() == FlatField.Kind.CODES
                        ? "give the choices of this field in REDCap the codes " + String.join(", ", field.codes())
                                + ", so that the columns are named as in "
                                + Header.redcapName(field) + BEFORE_CODE
                                + asRedcap(field.codes().getFirst())
                        : "this field is no checkbox; send one column " + Header.redcapName(field));
    }

    private static Optional<FlatField> field(Map<String, FlatField> fields, String name) {
        int end = name.indexOf(BEFORE_CODE);
        return end < 0 ? Optional.empty() : Optional.ofNullable(fields.get(name.substring(0, end)));
    }

    private static Optional<String> code(FlatField field, String name) {
        String written = name.substring(name.indexOf(BEFORE_CODE) + BEFORE_CODE.length());
        return field.codes().stream()
                .filter(code -> asRedcap(code).equals(written))
                .findFirst();
    }

    private static String asRedcap(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
    }

    private static String checked(List<Checkbox> boxes, List<String> cells, List<Fault> faults) {
        return boxes.stream()
                .filter(box -> isChecked(box, cells.get(box.index()).strip(), faults))
                .map(Checkbox::code)
                .collect(Collectors.joining("|"));
    }

    private static boolean isChecked(Checkbox box, String cell, List<Fault> faults) {
        return switch (cell) {
            case "1", "Checked" -> true;
            case "", "0", "Unchecked" -> false;
            default -> {
                faults.add(new Fault(
                        "NOT_A_CHECKBOX",
                        box.name(),
                        cell,
                        box.name() + " is neither checked nor unchecked",
                        "write 1 where it is checked, and 0 where it is not"));
                yield false;
            }
        };
    }
}
