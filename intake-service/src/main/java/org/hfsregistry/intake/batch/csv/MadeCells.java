package org.hfsregistry.intake.batch.csv;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.FlatField;

/** Cells that a row gets after its own: what holds for all rows, and what several cells say together. */
final class MadeCells {

    private final int count;
    private final List<Maker> makers = new ArrayList<>();

    /** Makes a cell out of a row's own ones, and notes what is wrong with these. */
    @FunctionalInterface
    interface Maker {
        String make(List<String> cells, List<Fault> faults);
    }

    /** @param count how many cells a row has of its own */
    MadeCells(int count) {
        this.count = count;
    }

    /** A column that is the same in all rows. */
    Columns.Column always(FlatField field, String text) {
        return add(field.name(), field, (cells, faults) -> text);
    }

    /** A column that is made row by row. */
    Columns.Column add(String name, FlatField field, Maker maker) {
        makers.add(maker);
        return new Columns.Column(count + makers.size() - 1, name, field);
    }

    /** A row's own cells with those that are made of them. */
    List<String> with(List<String> cells, List<Fault> faults) {
        if (makers.isEmpty()) {
            return cells;
        }
        List<String> all = new ArrayList<>(cells.subList(0, count));
        makers.forEach(maker -> all.add(maker.make(cells, faults)));
        return all;
    }
}
