package org.hfsregistry.benchmarks.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.util.Arrays;

/**
 * Assessments of operations as lines of one length, in JSON or as a table: ids count up, and days, grade and other values differ from
 * row to row by a fixed rule, as they would in a hospital's export, since what is all alike is compressed to nothing. They
 * are made by writing over a few bytes of one row, so that the client costs next to nothing.
 */
public final class SampleRows extends InputStream {

    private static final String JSON = """
            {"type":"mvd-outcome","outcomeId":"o-000000000","patientId":"p-000000000","treatmentId":"t-000000000",\
            "side":"left","treatedOn":"2024-03-01","assessedOn":"2025-03-01","spasmGrade":"E0","spasmReductionPct":95,\
            "complicationGrade":"C1","complications":[{"kind":"facial-palsy","course":"transient"}],\
            "patient":{"birthYear":1960,"sex":"female","etiology":"vascular"}}
            """;
    private static final String CSV_HEADER = """
            type,outcomeId,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade,spasmReductionPct,complicationGrade,\
            complications,patient.birthYear,patient.sex,patient.etiology
            """;
    private static final String CSV = """
            mvd-outcome,o-000000000,p-000000000,t-000000000,left,2024-03-01,2025-03-01,E0,95,C1,facial-palsy:transient,1960,\
            female,vascular
            """;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final String ID = "-000000000";
    private static final int DIGITS = ID.length() - 1;

    private final byte[] header;
    private final byte[] row;
    private final int[] idEnds;
    private final int treated;
    private final int assessed;
    private final int grade;
    private final int reduction;
    private final int born;
    private final long first;
    private final long rows;
    private long made;
    private int ofHeader;
    private int at;

    private SampleRows(String header, String row, long first, long rows) {
        this.header = header.getBytes(US_ASCII);
        this.row = row.getBytes(US_ASCII);
        this.first = first;
        this.rows = rows;
        this.at = this.row.length;
        this.idEnds = idEnds(row);
        this.treated = row.indexOf("24-03-01");
        this.assessed = row.indexOf("25-03-01");
        this.grade = row.indexOf("E0") + 1;
        this.reduction = row.indexOf("95");
        this.born = row.indexOf("1960") + 2;
    }

    /** A line of JSON each, with ids from this number on. */
    public static SampleRows ndjson(long first, long rows) {
        return new SampleRows("", JSON, first, rows);
    }

    /** A table, with ids from this number on. */
    public static SampleRows csv(long first, long rows) {
        return new SampleRows(CSV_HEADER, CSV, first, rows);
    }

    /** How many bytes there are to read of it. */
    public long length() {
        return header.length + rows * row.length;
    }

    /** The next row without its line break. */
    public byte[] next() {
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
        int copied = Math.min(length, header.length - ofHeader);
        System.arraycopy(header, ofHeader, into, offset, copied);
        ofHeader += copied;
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
            for (int end : idEnds) {
                row[end - digit] = character;
            }
        }
        long random = (number + 1) * MIX;
        random ^= random >>> 32;
        int year = 10 + part(random, 0, 15);
        twoDigits(treated, year);
        twoDigits(treated + 3, 1 + part(random, 4, 12));
        twoDigits(treated + 6, 1 + part(random, 8, 28));
        twoDigits(assessed, year + 1);
        twoDigits(assessed + 3, 1 + part(random, 12, 12));
        twoDigits(assessed + 6, 1 + part(random, 20, 28));
        row[grade] = (byte) ('0' + part(random, 24, 4));
        twoDigits(reduction, 10 + part(random, 28, 90));
        twoDigits(born, 30 + part(random, 36, 60));
    }

    private static int part(long random, int shift, int bound) {
        return (int) ((random >>> shift & 0xFFFF) % bound);
    }

    private void twoDigits(int at, int value) {
        row[at] = (byte) ('0' + value / 10);
        row[at + 1] = (byte) ('0' + value % 10);
    }

    private static int[] idEnds(String row) {
        int[] ends = new int[3];
        int from = 0;
        for (int i = 0; i < ends.length; i++) {
            from = row.indexOf(ID, from) + ID.length();
            ends[i] = from - 1;
        }
        return ends;
    }
}
