package org.hfsregistry.analytics.export;

import java.util.Arrays;
import java.util.List;

/**
 * Whether some treatments may be told as alike: they are of at least k patients, and of each way in which they could have
 * ended none or at least k did. It exists because rows are counted by whoever has them, and a count of few must not come out.
 */
final class EnoughAlike {
    private static final int GRADE = ExportColumns.place("gradeAtYear");
    private static final int FREE_END = ExportColumns.place("freeEnd");
    private static final int RELIEF_END = ExportColumns.place("reliefEnd");
    private static final int NEXT = ExportColumns.place("nextDays");
    private static final int WAY_END = ExportColumns.place("wayEnd");
    private static final int RESPONSE = ExportColumns.place("response");
    private static final int STOPPED = ExportColumns.place("stopped");
    private static final int STANDS = ExportColumns.all().size();

    /** The most ways in which something ends, and one for what is not known. */
    private static final int WAYS = 4;

    /** Of which kind of way a treatment ended; 0 where it is not known. Those that are of another kind all have 0. */
    private interface Way {
        int of(short[] row);
    }

    private static final List<Way> WAYS_TO_END = List.of(
            row -> row[GRADE] < 0 ? 0 : row[GRADE] == 0 ? 1 : 2,
            row -> row[FREE_END] < 0 ? 0 : row[FREE_END] == 0 ? 1 : 2,
            row -> row[RELIEF_END] + 1,
            row -> row[NEXT] < 0 ? 0 : 1,
            row -> row[WAY_END] + 1,
            row -> row[RESPONSE] + 1,
            row -> row[STOPPED] + 1);

    private EnoughAlike() {}

    static boolean are(List<short[]> rows, int k) {
        return patients(rows) >= k && WAYS_TO_END.stream().allMatch(way -> manyEach(rows, way, k));
    }

    /** How many patients there are for certain: each is counted where the latest treatment of its kind is. */
    static int patients(List<short[]> rows) {
        return Math.toIntExact(rows.stream().filter(row -> row[STANDS] == 1).count());
    }

    private static boolean manyEach(List<short[]> rows, Way way, int k) {
        int[] counts = new int[WAYS];
        rows.forEach(row -> counts[way.of(row)]++);
        return Arrays.stream(counts).allMatch(count -> count == 0 || count >= k);
    }
}
