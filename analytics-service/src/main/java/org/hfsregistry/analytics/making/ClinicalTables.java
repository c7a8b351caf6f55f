package org.hfsregistry.analytics.making;

import java.util.List;
import java.util.function.Supplier;
import org.hfsregistry.analytics.casemix.CaseMixTable;
import org.hfsregistry.analytics.casemix.Mix;
import org.hfsregistry.analytics.casemix.OfTreatment;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.complication.ComplicationCounts;
import org.hfsregistry.analytics.complication.ComplicationTable;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.decision.SessionFigures;
import org.hfsregistry.analytics.disclosure.Disclosure;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.analytics.measure.Newest;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.measure.Scans;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.medication.CourseFigures;
import org.hfsregistry.analytics.medication.Courses;
import org.hfsregistry.analytics.medication.MedicationTable;
import org.hfsregistry.analytics.question.Question.CaseMix;
import org.hfsregistry.analytics.question.Question.Clinical;
import org.hfsregistry.analytics.question.Question.Complications;
import org.hfsregistry.analytics.question.Question.MedicationResponses;
import org.hfsregistry.analytics.question.Question.QualityOfLife;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.wellbeing.QualityOfLifeTable;
import org.hfsregistry.analytics.wellbeing.Wellbeing;
import org.hfsregistry.contract.outcome.TreatmentKind;

/**
 * Makes tables of what is told beside the spasm and its relief, and keeps those of the newest data. It exists so that each
 * follows the decision on the treatments that it counts.
 */
final class ClinicalTables {
    private static final int MOST_TABLES = 8;
    private static final int MOST_SCANS = 16;

    private static final What<ComplicationCounts> COMPLICATIONS =
            new What<>(Cohort::isOperation, ComplicationCounts::of);
    private static final What<Courses> COURSES = new What<>(Cohort::isMedication, Courses::of);
    private static final What<Wellbeing> AFTER_OPERATIONS = new What<>(Cohort::isOperation, Wellbeing::of);
    private static final What<Wellbeing> AFTER_SESSIONS = new What<>(Cohort::isSession, Wellbeing::of);
    private static final What<Mix> OPERATED = new What<>(Cohort::isOperation, Mix::of);
    private static final What<Mix> INJECTED = new What<>(Cohort::isSession, Mix::of);
    private static final What<Mix> MEDICATED = new What<>(Cohort::isMedication, Mix::of);

    private final int least;
    private final Scans scans;
    private final Disclosure disclosure;
    private final Deciding<OperationCounts> ofOperations;
    private final Deciding<Sessions> ofSessions;
    private final Scan.Kept<What<?>, Object> kept = new Scan.Kept<>(MOST_SCANS);
    private final Newest<TableKey, Table> tables = new Newest<>(MOST_TABLES);

    ClinicalTables(
            Scans scans,
            Disclosure disclosure,
            Deciding<OperationCounts> ofOperations,
            Deciding<Sessions> ofSessions,
            int least) {
        this.least = least;
        this.scans = scans;
        this.disclosure = disclosure;
        this.ofOperations = ofOperations;
        this.ofSessions = ofSessions;
    }

    /** What is shown of treatments to those who get a k. */
    interface Deciding<T> {
        Decision of(Scan<T> treatments, int k);
    }

    /** Of which treatments what is measured. */
    private record What<T>(Among kind, Scan.Measure<T> measure) {}

    private record TableKey(Clinical question, Trait trait, int k) {}

    /** Where scans come from, now; and what is shown of the treatments, when it is asked for. */
    private interface Source {
        <T> Scan<T> scan(What<T> what);

        Supplier<Decision> operations();

        Supplier<Decision> sessions();

        Decision courses(Scan<Courses> scan);
    }

    /** Scans now, under the lock that the cut is read in; the table is made of the scan later, without it. */
    Supplier<Table> scanned(Population.Cut cut, Clinical question, Trait trait, int k) {
        LogPositions at = cut.positions().ofDocuments();
        Supplier<Table> making = making(question, new OfAll(cut, trait, k));
        return () -> tables.get(at, new TableKey(question, trait, k), making);
    }

    /** What one hospital may see of itself, whatever it asks for, and nobody else; nothing of it is kept. */
    static Table ofOne(Scans.OfOne one, Clinical question, int k) {
        return making(question, new OfOne(one, k)).get();
    }

    private static Supplier<Table> making(Clinical question, Source source) {
        return switch (question) {
            case Complications _ -> {
                Scan<ComplicationCounts> scan = source.scan(COMPLICATIONS);
                Supplier<Decision> operations = source.operations();
                yield () -> new ComplicationTable(scan, operations.get());
            }
            case MedicationResponses _ -> {
                Scan<Courses> scan = source.scan(COURSES);
                yield () -> new MedicationTable(scan, source.courses(scan));
            }
            case QualityOfLife asked -> ofWellbeing(asked, source);
            case CaseMix _ -> {
                Supplier<OfTreatment> operated =
                        mix(TreatmentKind.MVD, OperationFigures.OPERATIONS, source.scan(OPERATED), source.operations());
                Supplier<OfTreatment> injected =
                        mix(TreatmentKind.BOTOX, SessionFigures.SESSIONS, source.scan(INJECTED), source.sessions());
                Scan<Courses> courses = source.scan(COURSES);
                Supplier<OfTreatment> medicated = mix(
                        TreatmentKind.MEDICATION,
                        CourseFigures.COURSES,
                        source.scan(MEDICATED),
                        () -> source.courses(courses));
                yield () -> new CaseMixTable(List.of(operated.get(), injected.get(), medicated.get()));
            }
        };
    }

    private static Supplier<Table> ofWellbeing(QualityOfLife question, Source source) {
        return switch (question.treatment()) {
            case MVD -> {
                Scan<Wellbeing> scan = source.scan(AFTER_OPERATIONS);
                Supplier<Decision> operations = source.operations();
                yield () -> new QualityOfLifeTable(scan, question, OperationFigures.OPERATIONS, operations.get());
            }
            case BOTOX -> {
                Scan<Wellbeing> scan = source.scan(AFTER_SESSIONS);
                Supplier<Decision> sessions = source.sessions();
                yield () -> new QualityOfLifeTable(scan, question, SessionFigures.SESSIONS, sessions.get());
            }
        };
    }

    private static Supplier<OfTreatment> mix(
            TreatmentKind kind, String size, Scan<Mix> scan, Supplier<Decision> treatments) {
        return () -> new OfTreatment(kind, size, scan, treatments.get());
    }

    /** All hospitals; scans are kept. */
    private final class OfAll implements Source {
        private final Population.Cut cut;
        private final Trait trait;
        private final int k;

        private OfAll(Population.Cut cut, Trait trait, int k) {
            this.cut = cut;
            this.trait = trait;
            this.k = k;
        }

        @Override
        @SuppressWarnings("unchecked") // a scan is kept under what it measures
        public <T> Scan<T> scan(What<T> what) {
            return (Scan<T>) kept.get(cut, what, trait, what.kind(), what.measure()::of);
        }

        @Override
        public Supplier<Decision> operations() {
            Scan<OperationCounts> counts = scans.operations(cut, trait);
            return () -> ofOperations.of(counts, k);
        }

        @Override
        public Supplier<Decision> sessions() {
            Scan<Sessions> sessions = scans.sessions(cut, trait);
            return () -> ofSessions.of(sessions, k);
        }

        @Override
        public Decision courses(Scan<Courses> scan) {
            return Decision.of(disclosure, CourseFigures.figures(), scan.mapped(CourseFigures::tally), k, least);
        }
    }

    /** One hospital, for itself. */
    private record OfOne(Scans.OfOne one, int k) implements Source {

        @Override
        public <T> Scan<T> scan(What<T> what) {
            return Scan.ofOne(one.cut(), one.hospital(), one.filter(), one.trait(), what.kind(), what.measure());
        }

        @Override
        public Supplier<Decision> operations() {
            return () -> Tables.nothing(one.operations(), k);
        }

        @Override
        public Supplier<Decision> sessions() {
            return () -> Tables.nothingOfSessions(one.sessions(), k);
        }

        @Override
        public Decision courses(Scan<Courses> scan) {
            return Decision.nothing(CourseFigures.figures(), scan.mapped(CourseFigures::tally), k);
        }
    }
}
