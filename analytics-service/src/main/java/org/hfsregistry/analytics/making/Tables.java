package org.hfsregistry.analytics.making;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.decision.SessionFigures;
import org.hfsregistry.analytics.disclosure.Disclosure;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.inference.Latest;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Newest;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.measure.Scans;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.quality.QualityScan;
import org.hfsregistry.analytics.quality.QualityTable;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.OfSequence;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.sequence.SequenceTables;
import org.hfsregistry.analytics.table.NetworkModel;
import org.hfsregistry.analytics.table.RecurrenceTable;
import org.hfsregistry.analytics.table.ReliefTable;
import org.hfsregistry.analytics.table.SuccessTable;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.TimeToReliefTable;

/**
 * Makes tables, and keeps those of the newest data. It exists so that all statistics of operations, and all of sessions,
 * show what one decision allows.
 */
public final class Tables {
    private static final int MOST_OF_COUNTS = 16;
    private static final int MOST_OF_DURATIONS = 8;
    private static final int MOST_OF_QUALITY = 4;
    private static final int MOST_DECISIONS = 8;
    private static final OperationFigures OPERATIONS = OperationFigures.ofDefaults();

    private final Scans scans;
    private final Disclosure disclosure = new Disclosure();
    private final Newest<DecisionKey, Decision> ofOperations = new Newest<>(MOST_DECISIONS);
    private final Newest<DecisionKey, Decision> ofSessions = new Newest<>(MOST_DECISIONS);
    private final Newest<TableKey, Table> ofCounts = new Newest<>(MOST_OF_COUNTS);
    private final Newest<TableKey, Table> ofDurations = new Newest<>(MOST_OF_DURATIONS);
    private final Newest<TableKey, Table> ofQuality = new Newest<>(MOST_OF_QUALITY);

    private final NetworkModel.Kept models = new NetworkModel.Kept();
    private final Latest<Counted, Decision> decisions = new Latest<>(MOST_DECISIONS);

    private final int least;
    private final ClinicalTables clinical;
    private final SequenceTables sequences = new SequenceTables();

    /** For audiences by these thresholds. */
    public Tables(Thresholds thresholds) {
        this.least = thresholds.researchers();
        this.scans = new Scans(thresholds.coolingOffDays());
        this.clinical = new ClinicalTables(scans, disclosure, this::decision, this::ofSessions, least);
    }

    private record DecisionKey(Trait trait, int k) {}

    /** All that a decision is made of: most changes leave it as it is. */
    private record Counted(
            List<Figure> figures, SortedMap<String, SortedMap<Integer, Tally>> people, Set<String> assumed, int k) {}

    private record TableKey(Question question, Trait trait, int k) {}

    /** Up to where the log is applied of all that a question's answer is made of. */
    public static LogPositions positions(Population.Cut cut, Question question) {
        return question instanceof Quality ? cut.positions() : cut.positions().ofDocuments();
    }

    /** Scans now, under the lock that the cut is read in; the table is made of the scan later, without it. */
    public Supplier<Table> scanned(Population.Cut cut, Question question, Trait trait, int k) {
        TableKey key = new TableKey(question, trait, k);
        LogPositions at = positions(cut, question);
        return switch (question) {
            case Success success -> {
                Scan<OperationCounts> scan = scans.operations(cut, trait);
                yield () -> ofCounts.get(at, key, () -> success(scan, success, decision(scan, k)));
            }
            case Recurrence recurrence -> {
                Scan<OperationCounts> counts = scans.operations(cut, trait);
                Scan<Durations> scan = scans.recurrences(cut, recurrence, trait);
                yield () -> ofDurations.get(at, key, () -> new RecurrenceTable(scan, recurrence, decision(counts, k)));
            }
            case TimeToRelief times -> {
                Scan<OperationCounts> counts = scans.operations(cut, trait);
                Scan<Durations> scan = scans.timesToRelief(cut, trait);
                yield () -> ofDurations.get(at, key, () -> new TimeToReliefTable(scan, decision(counts, k)));
            }
            case Relief relief -> {
                Scan<Sessions> scan = scans.sessions(cut, trait);
                yield () -> ofDurations.get(at, key, () -> new ReliefTable(scan, ofSessions(scan, k)));
            }
            case Question.Clinical asked -> clinical.scanned(cut, asked, trait, k);
            case Quality _ -> {
                QualityScan scan = QualityScan.of(scans, cut, trait);
                yield () -> ofQuality.get(
                        at,
                        key,
                        () -> new QualityTable(scan, decision(scan.operations(), k), ofSessions(scan.sessions(), k)));
            }
            case OfSequence sequence -> {
                Scan<Sessions> sessions = scans.sessions(cut, trait);
                yield sequences.scanned(cut, sequence, trait, k, () -> ofSessions(sessions, k));
            }
        };
    }

    /** What one hospital may see of itself, whatever it asks for, and nobody else; nothing of it is kept. */
    public static Table ofOne(Scans.OfOne one, Question question, int k) {
        return switch (question) {
            case Success success -> {
                Scan<OperationCounts> scan = one.operations();
                OperationFigures figures = figures(success);
                yield new SuccessTable(
                        scan,
                        success,
                        figures,
                        Decision.nothing(figures.figures(), scan.mapped(figures::tally), k),
                        new NetworkModel.Kept());
            }
            case Recurrence recurrence ->
                new RecurrenceTable(one.recurrences(recurrence), recurrence, nothing(one.operations(), k));
            case TimeToRelief times -> new TimeToReliefTable(one.timesToRelief(), nothing(one.operations(), k));
            case Relief relief -> {
                Scan<Sessions> scan = one.sessions();
                yield new ReliefTable(scan, nothingOfSessions(scan, k));
            }
            case Question.Clinical asked -> ClinicalTables.ofOne(one, asked, k);
            case Quality _ -> {
                QualityScan scan = QualityScan.of(one);
                yield new QualityTable(scan, nothing(scan.operations(), k), nothingOfSessions(scan.sessions(), k));
            }
            case OfSequence sequence -> SequenceTables.ofOne(one, sequence, k);
        };
    }

    static Decision nothing(Scan<OperationCounts> scan, int k) {
        return Decision.nothing(OPERATIONS.figures(), scan.mapped(OPERATIONS::tally), k);
    }

    static Decision nothingOfSessions(Scan<Sessions> scan, int k) {
        return Decision.nothing(SessionFigures.figures(), scan.mapped(SessionFigures::tally), k);
    }

    private static OperationFigures figures(Success question) {
        return question.grades().equals(Grades.FREE_OF_SPASM) ? OPERATIONS : OperationFigures.ofVariants(question.at());
    }

    private Table success(Scan<OperationCounts> scan, Success question, Decision operations) {
        OperationFigures figures = figures(question);
        Decision decision = figures == OPERATIONS
                ? operations
                : operations.followedBy(figures.figures(), scan.mapped(figures::tally));
        return new SuccessTable(scan, question, figures, decision, models);
    }

    private Decision decision(Scan<OperationCounts> scan, int k) {
        return ofOperations.get(
                scan.positions(),
                new DecisionKey(scan.trait(), k),
                () -> decided(new Counted(
                        OPERATIONS.figures(),
                        scan.mapped(OPERATIONS::tally),
                        assumed(scan, OperationFigures.OPERATIONS),
                        k)));
    }

    private Decision ofSessions(Scan<Sessions> scan, int k) {
        return ofSessions.get(
                scan.positions(),
                new DecisionKey(scan.trait(), k),
                () -> decided(new Counted(
                        SessionFigures.figures(),
                        scan.mapped(SessionFigures::tally),
                        assumed(scan, SessionFigures.SESSIONS),
                        k)));
    }

    private Decision decided(Counted of) {
        return decisions.get(of, () -> Decision.of(disclosure, of.figures, of.people, of.assumed, of.k, least));
    }

    /** The size of a part is known where case mix tells of it. */
    private static Set<String> assumed(Scan<?> scan, String size) {
        return scan.trait().isOfCaseMix() ? Set.of(size) : Set.of();
    }
}
