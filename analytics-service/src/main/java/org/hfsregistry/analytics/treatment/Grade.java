package org.hfsregistry.analytics.treatment;

import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.jspecify.annotations.Nullable;

/**
 * The grades of an assessment in one byte: four codes of C, the last for "not given", to each code of E; below 0 where
 * there was no assessment. It exists so that success by any set of grades is a count of bytes.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Grade {
    /** No assessment in the window. */
    public static final byte UNASSESSED = -1;

    /** How many codes there are beside {@link #UNASSESSED}. */
    public static final int CODES = 16;

    private static final int COMPLICATION_CODES = 4;
    private static final int NOT_GIVEN = COMPLICATION_CODES - 1;

    private Grade() {}

    /** The code of both grades. */
    public static byte code(SpasmGrade spasm, @Nullable ComplicationGrade complication) {
        int c = complication == null ? NOT_GIVEN : complication.ordinal();
        return (byte) (spasm.ordinal() * COMPLICATION_CODES + c);
    }

    /** E as its number, 0 to 3. */
    public static int spasm(int code) {
        return code / COMPLICATION_CODES;
    }

    /** Whether C was given. */
    public static boolean hasTotal(int code) {
        return code % COMPLICATION_CODES != NOT_GIVEN;
    }

    /** T = E + C, where C was given. */
    public static int total(int code) {
        return spasm(code) + code % COMPLICATION_CODES;
    }
}
