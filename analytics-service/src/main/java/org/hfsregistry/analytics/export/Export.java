package org.hfsregistry.analytics.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.LogPositions;

/**
 * What researchers get of all treatments, of one state of the data. It exists so that it can be written while the data change,
 * as often as it takes: the same data give the same rows in the same order.
 */
public final class Export {
    private final Instant asOf;
    private final LogPositions positions;
    private final List<String> hospitals;
    private final Deidentified told;

    Export(Instant asOf, LogPositions positions, List<String> hospitals, Deidentified told) {
        this.asOf = asOf;
        this.positions = positions;
        this.hospitals = List.copyOf(hospitals);
        this.told = told;
    }

    /** When the newest change in it was made. */
    public Instant asOf() {
        return asOf;
    }

    /** Up to where the log is applied. */
    public LogPositions positions() {
        return positions;
    }

    /** How many treatments are told of. */
    public int rows() {
        return told.rows().size();
    }

    /** How many values were blanked, by the column. */
    public Map<String, Integer> blanked() {
        return told.blanked();
    }

    /** The kinds of treatments of which too few are registered to tell of any. */
    public List<String> leftOut() {
        return told.leftOut();
    }

    /** Its columns, in their order. */
    public static List<Column> columns() {
        return ExportColumns.all();
    }

    /** A treatment. */
    public Row row(int place) {
        return new Row(told.rows().get(place));
    }

    /** A treatment. */
    public final class Row {
        private final short[] values;

        private Row(short[] values) {
            this.values = values;
        }

        /** What it says in a column: a number, true or false, or a text; empty where it says nothing. */
        public Optional<Object> value(int column) {
            short value = values[column];
            return value == Column.BLANK
                    ? Optional.empty()
                    : Optional.of(told(ExportColumns.all().get(column).form(), value));
        }

        private Object told(Column.Form form, int value) {
            return switch (form) {
                case Column.Form.Whole _ -> value;
                case Column.Form.Hundredths _ -> value / (double) Column.PARTS;
                case Column.Form.Flag _ -> value == 1;
                case Column.Form.Code(List<String> codes) -> codes.get(value);
                case Column.Form.Hospital _ -> hospitals.get(value);
            };
        }
    }
}
