package org.hfsregistry.analytics.sequence;

import java.util.function.Supplier;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.measure.DataDay;
import org.hfsregistry.analytics.measure.Newest;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.measure.Scans;
import org.hfsregistry.analytics.question.Question.OfSequence;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.table.Table;

/**
 * Makes tables of what followed on injection sessions, and keeps those of the newest data. It exists so that they are of one
 * scan and of one decision, which follows that of the sessions themselves.
 */
public final class SequenceTables {
    private static final int MOST_SCANS = 4;
    private static final int MOST_TABLES = 8;

    private final Scan.Kept<Integer, Sequences> scans = new Scan.Kept<>(MOST_SCANS);
    private final Scan.Kept<OfSequence, Reliefs> reliefs = new Scan.Kept<>(MOST_SCANS);
    private final Newest<DecisionKey, Decision> decisions = new Newest<>(MOST_TABLES);
    private final Newest<TableKey, Table> tables = new Newest<>(MOST_TABLES);

    private record DecisionKey(Trait trait, int k) {}

    private record TableKey(OfSequence question, Trait trait, int k) {}

    /**
     * Scans now, under the lock that the cut is read in; the table is made of the scan later, without it.
     *
     * @param ofSessions what is shown of the sessions to those who get this k
     */
    public Supplier<Table> scanned(
            Population.Cut cut, OfSequence question, Trait trait, int k, Supplier<Decision> ofSessions) {
        LogPositions at = cut.positions().ofDocuments();
        int dataDay = DataDay.of(cut.asOf());
        Scan<Sequences> scan = scans.get(cut, dataDay, trait, Cohort::isSession, measure(dataDay));
        TableKey key = new TableKey(question, trait, k);
        return switch (question) {
            case OfSequence.Reinjection _ ->
                () -> tables.get(at, key, () -> new ReinjectionTable(scan, decision(scan, k, ofSessions)));
            case OfSequence.BotoxToMvd _ ->
                () -> tables.get(at, key, () -> new BotoxToMvdTable(scan, decision(scan, k, ofSessions)));
            case OfSequence.Trend _ -> {
                Scan<Reliefs> ended = reliefs.get(cut, question, trait, Cohort::isSession, Reliefs::of);
                yield () ->
                        tables.get(at, key, () -> new TrendTable(ended, ofTrend(ended, decision(scan, k, ofSessions))));
            }
        };
    }

    private Decision decision(Scan<Sequences> scan, int k, Supplier<Decision> ofSessions) {
        return decisions.get(
                scan.positions(),
                new DecisionKey(scan.trait(), k),
                () -> ofSessions.get().followedBy(SequenceFigures.FIGURES, scan.mapped(SequenceFigures::tally)));
    }

    private static Decision ofTrend(Scan<Reliefs> reliefs, Decision before) {
        return before.followedBy(TrendFigures.FIGURES, reliefs.mapped(TrendFigures::tally));
    }

    /** What one hospital may see of itself, whatever it asks for, and nobody else; nothing of it is kept. */
    public static Table ofOne(Scans.OfOne one, OfSequence question, int k) {
        Scan.Measure<Sequences> sequences = measure(DataDay.of(one.cut().asOf()));
        return switch (question) {
            case OfSequence.Reinjection _ -> {
                Scan<Sequences> scan = scan(one, sequences);
                yield new ReinjectionTable(scan, nothing(scan, k));
            }
            case OfSequence.BotoxToMvd _ -> {
                Scan<Sequences> scan = scan(one, sequences);
                yield new BotoxToMvdTable(scan, nothing(scan, k));
            }
            case OfSequence.Trend _ -> {
                Scan<Reliefs> scan = scan(one, Reliefs::of);
                yield new TrendTable(scan, Decision.nothing(TrendFigures.FIGURES, scan.mapped(TrendFigures::tally), k));
            }
        };
    }

    private static Decision nothing(Scan<Sequences> scan, int k) {
        return Decision.nothing(SequenceFigures.FIGURES, scan.mapped(SequenceFigures::tally), k);
    }

    private static <T> Scan<T> scan(Scans.OfOne one, Scan.Measure<T> measure) {
        return Scan.ofOne(one.cut(), one.hospital(), one.filter(), one.trait(), Cohort::isSession, measure);
    }

    private static Scan.Measure<Sequences> measure(int dataDay) {
        return (cohort, among) -> Sequences.of(cohort, among, dataDay);
    }
}
