package org.hfsregistry.intake.batch.csv;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.FlatField;
import org.hfsregistry.contract.json.OutcomeReading;

/** What was read of a row's JSON, said by its columns and with what is to be done in a spreadsheet. */
final class RowWords {

    private static final Pattern DAY_NUMBER = Pattern.compile("\\d{5}(?:[.,]\\d+)?");
    private static final Pattern OTHER_ORDER = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{2}|\\d{4})");

    private static final String AS_ISO =
            "write it as in 2024-03-31: format the column as yyyy-mm-dd, in Excel by Format Cells, Custom, and save again";

    private final Columns columns;
    private final char separator;

    RowWords(Columns columns, char separator) {
        this.columns = columns;
        this.separator = separator;
    }

    /** @param faults of cells that were left out of the JSON; that they are missing in it is not told again */
    OutcomeReading of(OutcomeReading reading, List<String> cells, List<Fault> faults) {
        return switch (reading) {
            case OutcomeReading.Accepted accepted
            when faults.isEmpty() && accepted.warnings().isEmpty() -> accepted;
            case OutcomeReading.Accepted(var outcome, List<Fault> warnings) ->
                faults.isEmpty()
                        ? new OutcomeReading.Accepted(
                                outcome,
                                warnings.stream().map(fault -> of(fault, cells)).toList())
                        : new OutcomeReading.Refused(Optional.of(outcome.outcomeId()), faults);
            case OutcomeReading.Refused(Optional<String> outcomeId, List<Fault> found) -> {
                Set<String> told = faults.stream().map(Fault::field).collect(Collectors.toSet());
                Stream<Fault> others =
                        found.stream().map(fault -> of(fault, cells)).filter(fault -> !told.contains(fault.field()));
                yield new OutcomeReading.Refused(
                        outcomeId, Stream.concat(faults.stream(), others).toList());
            }
        };
    }

    private Fault of(Fault fault, List<String> cells) {
        String field = fault.field().replaceFirst("\\[.*", "");
        if (fault.code().equals("UNKNOWN_FIELD")) {
            return new Fault(
                    fault.code(),
                    filled(field, cells),
                    null,
                    "an outcome of this row's type has no such field",
                    "leave the cell empty, or look at the row's type");
        }
        return columns.of(field)
                .map(column -> of(fault, column))
                .orElseGet(() -> fault.code().equals("MISSING_FIELD")
                        ? new Fault(
                                fault.code(), field, null, fault.message(), "add a column " + field + " and fill it")
                        : new Fault(fault.code(), field, fault.value(), fault.message(), fault.fix()));
    }

    /** The column with a value that made the field. */
    private String filled(String field, List<String> cells) {
        for (Columns.Column column : columns.inOrder()) {
            String name = column.field().name();
            boolean made = name.equals(field) || name.startsWith(field + ".");
            if (made && !cells.get(column.index()).isBlank()) {
                return column.name();
            }
        }
        return field;
    }

    private Fault of(Fault fault, Columns.Column column) {
        String name = column.name();
        boolean pair = column.field().kind() == FlatField.Kind.COMPLICATIONS;
        String fix = switch (fault.code()) {
            case "MISSING_FIELD" ->
                pair ? "write each as kind:course, as in facial-palsy:transient, and a | between two" : "fill the cell";
            case "NOT_A_DATE" -> AS_ISO;
            case "NOT_A_FLAG" -> "write true or false";
            case "NOT_A_WHOLE_NUMBER" -> "write a whole number, as in 4";
            case "NOT_A_NUMBER" ->
                separator == ','
                        ? "write it with a decimal point and without thousands separators, as in 97.5"
                        : "write it with a decimal comma or point and without thousands separators, as in 97,5";
            default -> fault.fix();
        };
        String message = fault.code().equals("NOT_A_DATE") && fault.value() != null
                ? ofDate(fault.value(), name, fault.message())
                : fault.message();
        return new Fault(fault.code(), name, fault.value(), message, fix);
    }

    private static String ofDate(String value, String name, String otherwise) {
        if (DAY_NUMBER.matcher(value).matches()) {
            return name + " is a spreadsheet's number of a day, not a date";
        }
        return OTHER_ORDER.matcher(value).matches()
                ? name + " has day and month in an order that can't be told"
                : otherwise;
    }
}
