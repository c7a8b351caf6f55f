package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.AssessmentWindow;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Grade;

/**
 * A hospital's operations, counted by which windows have closed and by the grades in both windows. It exists because
 * success at a year and at a quarter, by any set of grades, are all sums of these counts, and because what may be shown of
 * one depends on the others.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class OperationCounts {
    private static final int GRADES = Grade.CODES + 1;

    private final int[] counts = new int[Closed.values().length * GRADES * GRADES];

    private OperationCounts() {}

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

    /** Counts a cohort at the data's date. */
    public static OperationCounts of(Cohort cohort, int dataDay) {
        OperationCounts operations = new OperationCounts();
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isOperation(row)) {
                int atYear = cohort.grade(row, AssessmentWindow.YEAR);
                int atQuarter = cohort.grade(row, AssessmentWindow.QUARTER);
                operations.counts[index(closed(cohort.treatedOn(row), dataDay).ordinal(), atYear, atQuarter)]++;
            }
        }
        return operations;
    }

    /**
     * Counts them into fewer cells.
     *
     * @param cell the cell of an operation by what has closed and its grades in the two windows
     */
    public int[] into(int cells, CellOf cell) {
        int[] counted = new int[cells];
        Closed[] closed = Closed.values();
        for (int c = 0; c < closed.length; c++) {
            for (int atYear = Grade.UNASSESSED; atYear < Grade.CODES; atYear++) {
                for (int atQuarter = Grade.UNASSESSED; atQuarter < Grade.CODES; atQuarter++) {
                    int count = counts[index(c, atYear, atQuarter)];
                    if (count > 0) {
                        counted[cell.of(closed[c], atYear, atQuarter)] += count;
                    }
                }
            }
        }
        return counted;
    }

    /** Where an operation is counted. */
    @FunctionalInterface
    public interface CellOf {
        /** The cell, by what has closed and the grades (by {@link Grade}) at a year and at a quarter. */
        int of(Closed closed, int atYear, int atQuarter);
    }

    private static Closed closed(int treatedOn, int dataDay) {
        if (AssessmentWindow.YEAR.closedBy(dataDay, treatedOn)) {
            return Closed.BOTH;
        }
        return AssessmentWindow.QUARTER.closedBy(dataDay, treatedOn) ? Closed.QUARTER : Closed.NEITHER;
    }

    private static int index(int closed, int atYear, int atQuarter) {
        return (closed * GRADES + atYear + 1) * GRADES + atQuarter + 1;
    }
}
