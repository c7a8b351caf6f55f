package org.hfsregistry.analytics.statistic;

import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.measure.DataDay;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.Recurrences;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.statistic.Question.Recurrence;

/** Measures the cohorts of a cut, once for each state of the data. It exists because many questions ask for one scan. */
final class Scans {
    private static final int MOST_GAPS = 2;

    private final Newest<Class<?>, Scan<OperationCounts>> operations = new Newest<>(1);
    private final Newest<Recurrence, Scan<Durations>> recurrences = new Newest<>(MOST_GAPS);
    private final Newest<Class<?>, Scan<Sessions>> sessions = new Newest<>(1);

    Scan<OperationCounts> operations(Population.Cut cut) {
        int dataDay = DataDay.of(cut.asOf());
        return operations.get(
                cut.positions(),
                OperationCounts.class,
                () -> Scan.of(cut, cohort -> OperationCounts.of(cohort, dataDay)));
    }

    Scan<Durations> recurrences(Population.Cut cut, Recurrence question) {
        Durations.Collector collector = new Durations.Collector();
        return recurrences.get(
                cut.positions(),
                question,
                () -> Scan.of(cut, cohort -> Recurrences.of(cohort, question.gapDays(), collector)));
    }

    Scan<Sessions> sessions(Population.Cut cut) {
        Durations.Collector collector = new Durations.Collector();
        return sessions.get(
                cut.positions(), Sessions.class, () -> Scan.of(cut, cohort -> Sessions.of(cohort, collector)));
    }
}
