package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Durations.End;

/**
 * Days from an operation to the first E0. It exists as the one place of the definition {@code mvd-time-to-relief}.
 *
 * <p>An E0 on the day of the competing event goes before it. Another operation or death counts on its day, also later than
 * the last assessment; a death that is dated before the operation counts on the day of the operation.
 */
public final class TimesToRelief {
    private TimesToRelief() {}

    /** The durations of a cohort's operations. */
    public static Durations of(Cohort cohort, Among among, Durations.Collector collector) {
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isOperation(row) && among.has(cohort, row)) {
                End end = end(cohort, row);
                collector.add(days(cohort, row, end), end);
            }
        }
        return collector.take();
    }

    /** Days that an operation's wait for relief took, which ended in this way. */
    public static int days(Cohort cohort, int row, End end) {
        return switch (end) {
            case EVENT -> cohort.firstFreeDay(row);
            case COMPETING -> Math.max(0, cohort.competingDay(row));
            case CENSORED -> lastSeen(cohort, row);
        };
    }

    /** How an operation's wait for relief ended. */
    public static End end(Cohort cohort, int row) {
        return switch (cohort.spasm(row)) {
            case STAYED -> End.CENSORED;
            case STAYED_UP_TO_OTHER -> End.COMPETING;
            case WENT, WENT_UP_TO_OTHER, RETURNED -> End.EVENT;
        };
    }

    /** The last assessment or the end of follow-up, whichever is later; the day of the operation where there is neither. */
    private static int lastSeen(Cohort cohort, int row) {
        int ended = cohort.followUpEndDay(row);
        return Math.max(0, Math.max(cohort.lastAssessedDay(row), ended == Cohort.NEVER ? 0 : ended));
    }
}
