package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;

/**
 * How many outcomes of treatments a hospital reported, by what is told of them elsewhere. It exists because somebody who
 * knows the operations, sessions and courses learns from the sum of all outcomes how many more there were.
 *
 * @param operations an outcome for each operation
 * @param sessions an outcome for each injection session
 * @param courses an outcome for each course of a medication
 * @param further all others that count: second reports of these, and those of treatments of no known kind
 * @param retracted those that were retracted
 */
public record ReportCounts(int operations, int sessions, int courses, int further, int retracted) {

    /** The reports of a cohort. */
    public static ReportCounts of(Cohort cohort, Among among) {
        int operations = 0;
        int sessions = 0;
        int courses = 0;
        int counting = 0;
        int retracted = 0;
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (among.has(cohort, row)) {
                operations += cohort.isOperation(row) ? 1 : 0;
                sessions += cohort.isSession(row) ? 1 : 0;
                courses += cohort.isMedication(row) ? 1 : 0;
                counting += cohort.reportsCounting(row);
                retracted += cohort.reportsRetracted(row);
            }
        }
        return new ReportCounts(operations, sessions, courses, counting - operations - sessions - courses, retracted);
    }
}
