package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Durations.End;

/**
 * Days from the first E0 after an operation to the return of the spasm. It exists as the one place of the definition {@code
 * mvd-recurrence}.
 *
 * <p>Who was operated on again or had died before a first E0 was seen is not at risk. A return on the day of the competing
 * event goes before it. What is known of later than the last assessment, be it a return, another operation or death, still
 * counts on its day.
 */
public final class Recurrences {
    private Recurrences() {}

    /** The durations of a cohort; a return earlier than {@code gap} days after the first E0 changes nothing. */
    public static Durations of(Cohort cohort, int gap, Durations.Collector collector) {
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isOperation(row)) {
                int start = cohort.firstFreeDay(row);
                int competing = cohort.competingDay(row);
                if (start != Cohort.NEVER && competing >= start) {
                    count(cohort, row, gap, start, competing, collector);
                }
            }
        }
        return collector.take();
    }

    private static void count(
            Cohort cohort, int row, int gap, int start, int competing, Durations.Collector collector) {
        int returned = cohort.firstReturnDay(row, start + gap);
        if (returned != Cohort.NEVER && returned <= competing) {
            collector.add(returned - start, End.EVENT);
        } else if (competing != Cohort.NEVER) {
            collector.add(competing - start, End.COMPETING);
        } else {
            int ended = cohort.followUpEndDay(row);
            int last = Math.max(cohort.lastAssessedDay(row), ended == Cohort.NEVER ? start : ended);
            collector.add(last - start, End.CENSORED);
        }
    }
}
