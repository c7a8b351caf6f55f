package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.question.Question;

/**
 * Days from the first E0 after an operation to the return of the spasm. It exists as the one place of the definition {@code
 * mvd-recurrence}.
 *
 * <p>Who was operated on again or had died before a first E0 was seen is not at risk. A return on the day of the competing
 * event goes before it. What is known of later than the last assessment, be it a return, another operation or death, still
 * counts on its day.
 */
public final class Recurrences {
    static final int USUAL_GAP = Question.Recurrence.DEFAULT.gapDays();

    private Recurrences() {}

    /** The durations of a cohort; a return earlier than {@code gap} days after the first E0 changes nothing. */
    public static Durations of(Cohort cohort, Among among, int gap, Durations.Collector collector) {
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isOperation(row) && among.has(cohort, row) && TimesToRelief.end(cohort, row) == End.EVENT) {
                End end = end(cohort, row, gap);
                collector.add(days(cohort, row, gap, end), end);
            }
        }
        return collector.take();
    }

    /** Days that one who was free of spasm was so, which ended in this way. */
    public static int days(Cohort cohort, int row, int gap, End end) {
        int start = cohort.firstFreeDay(row);
        int day = switch (end) {
            case EVENT -> cohort.firstReturnDay(row, start + gap);
            case COMPETING -> cohort.competingDay(row);
            case CENSORED -> lastSeen(cohort, row, start);
        };
        return day - start;
    }

    /** How being free of spasm ended, for one who was. */
    public static End end(Cohort cohort, int row, int gap) {
        int returned = cohort.firstReturnDay(row, cohort.firstFreeDay(row) + gap);
        int competing = cohort.competingDay(row);
        if (returned != Cohort.NEVER && returned <= competing) {
            return End.EVENT;
        }
        return competing == Cohort.NEVER ? End.CENSORED : End.COMPETING;
    }

    private static int lastSeen(Cohort cohort, int row, int start) {
        int ended = cohort.followUpEndDay(row);
        return Math.max(cohort.lastAssessedDay(row), ended == Cohort.NEVER ? start : ended);
    }
}
