package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/**
 * Days from a hospital's operations and injection sessions to the earliest submission of what counts of each. It exists as
 * the one place of that part of the definition {@code quality}.
 *
 * @param operations each with the event, a submission
 * @param sessions each with the event, a submission
 */
public record Submissions(Durations operations, Durations sessions) {

    /** The submissions of a cohort. */
    public static Submissions of(Cohort cohort, Among among, Durations.Collector collector) {
        return new Submissions(
                days(cohort, (it, row) -> it.isOperation(row) && among.has(it, row), collector),
                days(cohort, (it, row) -> it.isSession(row) && among.has(it, row), collector));
    }

    private static Durations days(Cohort cohort, Among among, Durations.Collector collector) {
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (among.has(cohort, row)) {
                collector.add(cohort.daysToSubmission(row), End.EVENT);
            }
        }
        return collector.take();
    }

    /** Those of one kind of treatment. */
    public Durations of(Treatment treatment) {
        return switch (treatment) {
            case MVD -> operations;
            case BOTOX -> sessions;
        };
    }
}
