package org.hfsregistry.benchmarks.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.util.Arrays;

/**
 * Assessments of operations as lines of JSON of one length: ids count up, and days, grade and other values differ from
 * row to row by a fixed rule, as they would in a hospital's export, since what is all alike is compressed to nothing. They
 * are made by writing over a few bytes of one row, so that the client costs next to nothing.
 */
final class SampleRows extends InputStream {

    private static final String ROW = """
            {"type":"mvd-outcome","outcomeId":"o-000000000","patientId":"p-000000000","treatmentId":"t-000000000",\
            "side":"left","treatedOn":"2024-03-01","assessedOn":"2025-03-01","spasmGrade":"E0","spasmReductionPct":95,\
            "complicationGrade":"C1","complications":[{"kind":"facial-palsy","course":"transient"}],\
            "patient":{"birthYear":1960,"sex":"female","etiology":"vascular"}}
            """;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final String ID = "-000000000";
    private static final int DIGITS = ID.length() - 1;
    private static final int[] ID_ENDS = idEnds();
    private static final int TREATED = after("\"treatedOn\":\"20");
    private static final int ASSESSED = after("\"assessedOn\":\"20");
    private static final int GRADE = after("\"spasmGrade\":\"E");
    private static final int REDUCTION = after("\"spasmReductionPct\":");
    private static final int BORN = after("\"birthYear\":19");

    private final byte[] row = ROW.getBytes(US_ASCII);
    private final long first;
    private final long rows;
    private long made;
    private int at;

    /** @param first the number that the first row's ids have */
    SampleRows(long first, long rows) {
        this.first = first;
        this.rows = rows;
        this.at = row.length;
    }

    /** The next row without its line break. */
    byte[] next() {
        number(first + made++);
        return Arrays.copyOf(row, row.length - 1);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int copied = 0;
        while (copied < length && (at < row.length || made < rows)) {
            if (at == row.length) {
                number(first + made++);
                at = 0;
            }
            int part = Math.min(length - copied, row.length - at);
            System.arraycopy(row, at, into, offset + copied, part);
            copied += part;
            at += part;
        }
        return copied == 0 && length > 0 ? -1 : copied;
    }

    private void number(long number) {
        long left = number;
        for (int digit = 0; digit < DIGITS; digit++) {
            byte character = (byte) ('0' + left % 10);
            left /= 10;
            for (int end : ID_ENDS) {
                row[end - digit] = character;
            }
        }
        long random = (number + 1) * MIX;
        random ^= random >>> 32;
        int year = 10 + part(random, 0, 15);
        twoDigits(TREATED, year);
        twoDigits(TREATED + 3, 1 + part(random, 4, 12));
        twoDigits(TREATED + 6, 1 + part(random, 8, 28));
        twoDigits(ASSESSED, year + 1);
        twoDigits(ASSESSED + 3, 1 + part(random, 12, 12));
        twoDigits(ASSESSED + 6, 1 + part(random, 20, 28));
        row[GRADE] = (byte) ('0' + part(random, 24, 4));
        twoDigits(REDUCTION, 10 + part(random, 28, 90));
        twoDigits(BORN, 30 + part(random, 36, 60));
    }

    private static int part(long random, int shift, int bound) {
        return (int) ((random >>> shift & 0xFFFF) % bound);
    }

    private void twoDigits(int at, int value) {
        row[at] = (byte) ('0' + value / 10);
        row[at + 1] = (byte) ('0' + value % 10);
    }

    private static int after(String text) {
        return ROW.indexOf(text) + text.length();
    }

    private static int[] idEnds() {
        int[] ends = new int[3];
        int from = 0;
        for (int i = 0; i < ends.length; i++) {
            from = ROW.indexOf(ID, from) + ID.length();
            ends[i] = from - 1;
        }
        return ends;
    }
}
