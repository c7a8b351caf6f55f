package org.hfsregistry.intake.batch.csv;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.FlatField;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * A row as the JSON that the contract reads. What is not written as its field asks for goes there as a text, and the
 * contract refuses it as it would in JSON.
 */
final class RowJson {

    /** What a spreadsheet makes of a long number; the last digits are gone, so two patients may have become one. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+\\d+");

    /** Buffers are kept by thread: a table is read in one thread. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private final List<Step> steps = new ArrayList<>();
    private final Cell cell;
    private final Row row = new Row();

    /** Where a column's value goes: which objects it lies in, and its name there. */
    private record Step(Columns.Column column, List<String> objects, SerializedString name) {}

    private static final class Row extends ByteArrayOutputStream {
        ByteBuffer view() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    RowJson(Columns columns, char separator) {
        this.cell = new Cell(separator);
        for (Columns.Column column : columns.inOrder()) {
            List<String> path = List.of(column.field().name().split("\\."));
            steps.add(new Step(column, path.subList(0, path.size() - 1), new SerializedString(path.getLast())));
        }
    }

    /** The JSON, good until the next row; cells that can't be read at all are left out and noted. */
    ByteBuffer of(List<String> cells, List<Fault> faults) {
        row.reset();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), row)) {
            out.writeStartObject();
            List<String> open = List.of();
            for (Step step : steps) {
                String text = cells.get(step.column.index()).strip();
                if (!text.isEmpty() && isReadable(step.column, text, faults)) {
                    enter(step.objects, open, out);
                    open = step.objects;
                    out.writeName(step.name);
                    cell.write(out, step.column.field().kind(), text);
                }
            }
            enter(List.of(), open, out);
            out.writeEndObject();
        }
        return row.view();
    }

    /** Closes the objects that the next value is not in, and opens those that it is in. */
    private static void enter(List<String> objects, List<String> open, JsonGenerator out) {
        int shared = 0;
        while (shared < open.size()
                && shared < objects.size()
                && open.get(shared).equals(objects.get(shared))) {
            shared++;
        }
        for (int i = shared; i < open.size(); i++) {
            out.writeEndObject();
        }
        for (String object : objects.subList(shared, objects.size())) {
            out.writeObjectPropertyStart(object);
        }
    }

    private static boolean isReadable(Columns.Column column, String text, List<Fault> faults) {
        if (text.indexOf(CsvFormat.NOT_UTF_8) >= 0) {
            faults.add(new Fault(
                    "NOT_UTF_8",
                    column.name(),
                    null,
                    column.name() + " has a letter that is not UTF-8",
                    "save the file as UTF-8 (in Excel: Save As, CSV UTF-8); if the letter is broken there too, type it"
                            + " anew"));
            return false;
        }
        if (column.field().name().equals("patientId")
                && text.indexOf('+') >= 0
                && ROUNDED.matcher(text).matches()) {
            faults.add(new Fault(
                    "NOT_A_PATIENT_ID",
                    column.name(),
                    null,
                    column.name() + " was rounded by a spreadsheet, so that its last digits are lost",
                    "format the column as text, enter the ids anew and save the file again"));
            return false;
        }
        return column.field().kind() != FlatField.Kind.COMPLICATIONS
                || text.chars().anyMatch(c -> c != Cell.LISTED);
    }
}
