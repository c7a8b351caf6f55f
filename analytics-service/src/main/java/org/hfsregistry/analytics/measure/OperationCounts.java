package org.hfsregistry.analytics.measure;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Course.Spasm;
import org.hfsregistry.analytics.treatment.Grade;

/**
 * A hospital's operations, counted by which windows have closed, by the grades in both windows, and by what became of the
 * spasm. It exists because success at a year and at a quarter by any set of grades, relief and recurrence are all sums of
 * these counts, and because what may be shown of one depends on the others. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class OperationCounts {
    private static final int GRADES = Grade.CODES + 1;
    private static final int COURSES = Spasm.values().length;

    private final short[] kinds;
    private final int[] counts;
    private final int[][] settled;

    private OperationCounts(int[] all, int[][] settled) {
        this.settled = settled;
        int used = 0;
        for (int count : all) {
            used += count > 0 ? 1 : 0;
        }
        kinds = new short[used];
        counts = new int[used];
        int place = 0;
        for (int kind = 0; kind < all.length; kind++) {
            if (all[kind] > 0) {
                kinds[place] = (short) kind;
                counts[place++] = all[kind];
            }
        }
    }

    /** Which of an operation's windows have closed by the data's date. */
    public enum Closed {
        NEITHER,
        QUARTER,
        BOTH;

        /** Whether an operation with these windows closed is due in the window. */
        public boolean due(AssessmentWindow window) {
            return this == BOTH || (this == QUARTER && window == AssessmentWindow.QUARTER);
        }
    }

    /**
     * Counts operations of a cohort at the data's date.
     *
     * @param settledDay grades that were submitted up to it are settled
     */
    public static OperationCounts of(Cohort cohort, Among among, int dataDay, int settledDay) {
        int[][] settled = new int[AssessmentWindow.values().length][GRADES];
        int[] counts = new int[Closed.values().length * GRADES * GRADES * COURSES];
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isOperation(row) && among.has(cohort, row)) {
                int atYear = cohort.grade(row, AssessmentWindow.YEAR);
                int atQuarter = cohort.grade(row, AssessmentWindow.QUARTER);
                int closed = closed(cohort.treatedOn(row), dataDay).ordinal();
                int grades = (closed * GRADES + atYear + 1) * GRADES + atQuarter + 1;
                counts[grades * COURSES + cohort.spasm(row).ordinal()]++;
                if (cohort.treatedOn(row) + cohort.daysToGrades(row) <= settledDay) {
                    settled[AssessmentWindow.YEAR.ordinal()][atYear + 1]++;
                    settled[AssessmentWindow.QUARTER.ordinal()][atQuarter + 1]++;
                }
            }
        }
        return new OperationCounts(counts, settled);
    }

    /** How many there are. */
    public int count() {
        return Arrays.stream(counts).sum();
    }

    /** How many have one of these settled grades in the window, by {@link Grade}. */
    public int settled(AssessmentWindow window, IntPredicate grades) {
        int count = 0;
        for (int code = Grade.UNASSESSED; code < Grade.CODES; code++) {
            count += grades.test(code) ? settled[window.ordinal()][code + 1] : 0;
        }
        return count;
    }

    /**
     * Counts them into fewer cells.
     *
     * @param cell the cell of an operation
     */
    public int[] into(int cells, CellOf cell) {
        int[] counted = new int[cells];
        for (int i = 0; i < kinds.length; i++) {
            int grades = kinds[i] / COURSES;
            Closed closed = CLOSED[grades / (GRADES * GRADES)];
            int atYear = grades / GRADES % GRADES - 1;
            int atQuarter = grades % GRADES - 1;
            counted[cell.of(closed, atYear, atQuarter, SPASMS[kinds[i] % COURSES])] += counts[i];
        }
        return counted;
    }

    /** Where an operation is counted. */
    @FunctionalInterface
    public interface CellOf {
        /** The cell, by what has closed, the grades (by {@link Grade}) at a year and at a quarter, and the spasm. */
        int of(Closed closed, int atYear, int atQuarter, Spasm spasm);
    }

    private static final Closed[] CLOSED = Closed.values();
    private static final Spasm[] SPASMS = Spasm.values();

    private static Closed closed(int treatedOn, int dataDay) {
        if (AssessmentWindow.YEAR.closedBy(dataDay, treatedOn)) {
            return Closed.BOTH;
        }
        return AssessmentWindow.QUARTER.closedBy(dataDay, treatedOn) ? Closed.QUARTER : Closed.NEITHER;
    }
}
