package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Trait;

/** Measures the cohorts of a cut, once for each state of the data. It exists because many questions ask for one scan. */
public final class Scans {
    private static final int MOST = 4;

    private final Newest<Trait, Scan<OperationCounts>> operations = new Newest<>(MOST);
    private final Newest<OfRecurrence, Scan<Durations>> recurrences = new Newest<>(MOST);
    private final Newest<Trait, Scan<Durations>> timesToRelief = new Newest<>(MOST);
    private final Newest<Trait, Scan<Sessions>> sessions = new Newest<>(MOST);

    private final Newest<Trait, Scan<Submissions>> submissions = new Newest<>(MOST);
    private final Newest<Trait, Scan<ReportCounts>> reports = new Newest<>(MOST);

    private record OfRecurrence(Recurrence question, Trait trait) {}

    /** Operations by all that is counted of them. */
    public Scan<OperationCounts> operations(Population.Cut cut, Trait trait) {
        return operations.get(at(cut), trait, () -> Scan.of(cut, trait, Cohort::isOperation, operations(cut)));
    }

    /** Times from relief to recurrence. */
    public Scan<Durations> recurrences(Population.Cut cut, Recurrence question, Trait trait) {
        return recurrences.get(
                at(cut),
                new OfRecurrence(question, trait),
                () -> Scan.of(cut, trait, Cohort::isOperation, recurrences(question)));
    }

    /** Times from operations to relief. */
    public Scan<Durations> timesToRelief(Population.Cut cut, Trait trait) {
        return timesToRelief.get(at(cut), trait, () -> Scan.of(cut, trait, Cohort::isOperation, timesToRelief()));
    }

    /** Injection sessions. */
    public Scan<Sessions> sessions(Population.Cut cut, Trait trait) {
        return sessions.get(at(cut), trait, () -> Scan.of(cut, trait, Cohort::isSession, sessions()));
    }

    /** How soon operations and sessions were submitted. */
    public Scan<Submissions> submissions(Population.Cut cut, Trait trait) {
        return submissions.get(at(cut), trait, () -> Scan.of(cut, trait, Scans::isOperationOrSession, submissions()));
    }

    /** Outcomes of treatments. */
    public Scan<ReportCounts> reports(Population.Cut cut) {
        return reports.get(
                at(cut), Trait.NONE, () -> Scan.of(cut, Trait.NONE, (cohort, row) -> true, ReportCounts::of));
    }

    /** What a filter takes in of one hospital's treatments; nothing of it is kept. */
    public record OfOne(Population.Cut cut, String hospital, Filter filter, Trait trait) {

        /** Operations by all that is counted of them. */
        public Scan<OperationCounts> operations() {
            return Scan.ofOne(cut, hospital, filter, trait, Cohort::isOperation, Scans.operations(cut));
        }

        /** Times from relief to recurrence. */
        public Scan<Durations> recurrences(Recurrence question) {
            return Scan.ofOne(cut, hospital, filter, trait, Cohort::isOperation, Scans.recurrences(question));
        }

        /** Times from operations to relief. */
        public Scan<Durations> timesToRelief() {
            return Scan.ofOne(cut, hospital, filter, trait, Cohort::isOperation, Scans.timesToRelief());
        }

        /** Injection sessions. */
        public Scan<Sessions> sessions() {
            return Scan.ofOne(cut, hospital, filter, trait, Cohort::isSession, Scans.sessions());
        }

        /** How soon operations and sessions were submitted. */
        public Scan<Submissions> submissions() {
            return Scan.ofOne(cut, hospital, filter, trait, Scans::isOperationOrSession, Scans.submissions());
        }
    }

    /** The state of the data that a scan is kept for: what is counted of quarantine makes no other number older. */
    private static LogPositions at(Population.Cut cut) {
        return cut.positions().ofDocuments();
    }

    private static Scan.Measure<OperationCounts> operations(Population.Cut cut) {
        int dataDay = DataDay.of(cut.asOf());
        return (cohort, among) -> OperationCounts.of(cohort, among, dataDay);
    }

    private static Scan.Measure<Durations> recurrences(Recurrence question) {
        Durations.Collector collector = new Durations.Collector();
        return (cohort, among) -> Recurrences.of(cohort, among, question.gapDays(), collector);
    }

    private static Scan.Measure<Durations> timesToRelief() {
        Durations.Collector collector = new Durations.Collector();
        return (cohort, among) -> TimesToRelief.of(cohort, among, collector);
    }

    private static Scan.Measure<Sessions> sessions() {
        Durations.Collector collector = new Durations.Collector();
        return (cohort, among) -> Sessions.of(cohort, among, collector);
    }

    private static Scan.Measure<Submissions> submissions() {
        Durations.Collector collector = new Durations.Collector();
        return (cohort, among) -> Submissions.of(cohort, among, collector);
    }

    private static boolean isOperationOrSession(Cohort cohort, int row) {
        return cohort.isOperation(row) || cohort.isSession(row);
    }
}
