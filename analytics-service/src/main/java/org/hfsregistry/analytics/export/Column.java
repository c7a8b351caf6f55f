package org.hfsregistry.analytics.export;

import java.util.List;

/**
 * A column of the export. It exists so that rows, codebook and schema are made of one table, and can't differ.
 *
 * @param of which kinds of treatments it is of, by their codes; it is empty for others
 * @param text what it means
 * @param trait whether it says whom it is of, and is blanked where few are alike; else it says what came of a treatment
 */
public record Column(String name, Form form, List<String> of, String text, boolean trait) {

    /** No value, in a row. */
    public static final short BLANK = -1;

    /** Parts of a point in which a score is held. */
    static final int PARTS = 100;

    /** Takes a copy. */
    public Column {
        of = List.copyOf(of);
    }

    /** How a value is held in a row, and what it is. */
    public sealed interface Form {

        /** A number without a fraction, by itself. */
        record Whole(String unit) implements Form {}

        /** A number in hundredths. */
        record Hundredths(String unit) implements Form {}

        /** No or yes, as 0 or 1. */
        record Flag() implements Form {}

        /** One of these, by its place. */
        record Code(List<String> codes) implements Form {
            /** Takes a copy. */
            public Code {
                codes = List.copyOf(codes);
            }
        }

        /** The id of a hospital, by its place among those of the export. */
        record Hospital() implements Form {}
    }
}
