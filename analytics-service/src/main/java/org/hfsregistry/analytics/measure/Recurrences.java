package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.treatment.Course.Spasm;

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
    public static Durations of(Cohort cohort, Among among, int gap, Durations.Collector collector) {
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isOperation(row) && cohort.spasm(row).went() && among.has(cohort, row)) {
                collector.add(days(cohort, row, gap), end(cohort, row, gap));
            }
        }
        return collector.take();
    }

    /** Days that one who was free of spasm was so. */
    public static int days(Cohort cohort, int row, int gap) {
        return gap == Spasm.USUAL_GAP ? cohort.usualFreeDays(row) : cohort.freeDays(row, gap);
    }

    /** How being free of spasm ended, for one who was. */
    public static End end(Cohort cohort, int row, int gap) {
        return switch (gap == Spasm.USUAL_GAP ? cohort.spasm(row) : cohort.spasm(row, gap)) {
            case RETURNED -> End.EVENT;
            case STAYED_UP_TO_OTHER, WENT_UP_TO_OTHER -> End.COMPETING;
            case STAYED, WENT -> End.CENSORED;
        };
    }
}
