package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.analytics.question.Trait;

/** Measures the cohorts of a cut, each once for each of its states. It exists because many questions ask for one scan. */
public final class Scans {
    private static final int MOST = 4;

    private final Scan.Kept<Integer, OperationCounts> operations = new Scan.Kept<>(MOST);
    private final Scan.Kept<Recurrence, Durations> recurrences = new Scan.Kept<>(MOST);
    private final Scan.Kept<Question, Durations> timesToRelief = new Scan.Kept<>(MOST);
    private final Scan.Kept<Question, Sessions> sessions = new Scan.Kept<>(MOST);

    private final Scan.Kept<Question, Submissions> submissions = new Scan.Kept<>(MOST);
    private final Scan.Kept<Question, ReportCounts> reports = new Scan.Kept<>(MOST);

    private final int coolingOffDays;

    /** Grades are settled so many days after they were submitted. */
    public Scans(int coolingOffDays) {
        this.coolingOffDays = coolingOffDays;
    }

    /** Operations by all that is counted of them. */
    public Scan<OperationCounts> operations(Population.Cut cut, Trait trait) {
        return operations.get(cut, DataDay.of(cut.asOf()), trait, Cohort::isOperation, operations(cut, coolingOffDays));
    }

    /** Times from relief to recurrence. */
    public Scan<Durations> recurrences(Population.Cut cut, Recurrence question, Trait trait) {
        return recurrences.get(cut, question, trait, Cohort::isOperation, recurrences(question));
    }

    /** Times from operations to relief. */
    public Scan<Durations> timesToRelief(Population.Cut cut, Trait trait) {
        return timesToRelief.get(cut, TimeToRelief.DEFAULT, trait, Cohort::isOperation, timesToRelief());
    }

    /** Injection sessions. */
    public Scan<Sessions> sessions(Population.Cut cut, Trait trait) {
        return sessions.get(cut, Relief.DEFAULT, trait, Cohort::isSession, sessions());
    }

    /** How soon operations and sessions were submitted. */
    public Scan<Submissions> submissions(Population.Cut cut, Trait trait) {
        return submissions.get(cut, Quality.DEFAULT, trait, Scans::isOperationOrSession, submissions());
    }

    /** Outcomes of treatments. */
    public Scan<ReportCounts> reports(Population.Cut cut) {
        return reports.get(cut, Quality.DEFAULT, Trait.NONE, (cohort, row) -> true, ReportCounts::of);
    }

    /** What a filter takes in of one hospital's treatments; nothing of it is kept. */
    public record OfOne(Population.Cut cut, String hospital, Filter filter, Trait trait) {

        /** Operations by all that is counted of them. */
        public Scan<OperationCounts> operations() {
            return Scan.ofOne(cut, hospital, filter, trait, Cohort::isOperation, Scans.operations(cut, 0));
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

    private static Scan.Measure<OperationCounts> operations(Population.Cut cut, int coolingOffDays) {
        int dataDay = DataDay.of(cut.asOf());
        return (cohort, among) -> OperationCounts.of(cohort, among, dataDay, dataDay - coolingOffDays);
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
