package org.hfsregistry.analytics.quality;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.ReportCounts;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Rate;
import org.hfsregistry.statistics.ConfidenceLevel;

/**
 * How many of the outcomes that are known were retracted. It exists as the one place of that part of the definition {@code
 * quality}.
 *
 * <p>Outcomes are counted and not people. The number of all tells, beside the operations and the sessions, how many there are
 * beyond the first of each; so it is shown only as if these two were known of everybody.
 */
final class Retractions {
    private static final String OUTCOMES = "outcomes";
    private static final String RETRACTED = "retracted";
    private static final String FIELD = "retractions";

    private static final Cells OF_OPERATIONS = Cells.of(0);
    private static final Cells OF_SESSIONS = Cells.of(1);
    private static final Cells OF_COURSES = Cells.of(2);
    private static final Cells TAKEN_BACK = Cells.of(4);
    private static final Cells ALL = Cells.of(0, 1, 2, 3, 4);
    private static final List<Figure> FIGURES = List.of(
            Figure.of(OUTCOMES, 0, List.of(ALL, OF_OPERATIONS, OF_SESSIONS, OF_COURSES)),
            Figure.of(RETRACTED, 0, List.of(TAKEN_BACK), OUTCOMES));

    private final Decision decision;

    Retractions(Scan<ReportCounts> reports, Decision beside) {
        this.decision = beside.ofOthers(FIGURES, reports.mapped(Retractions::tally));
    }

    private static Tally tally(ReportCounts reports) {
        return Tally.of(List.of(new int[] {
            reports.operations(), reports.sessions(), reports.courses(), reports.further(), reports.retracted()
        }));
    }

    /** What of it is shown. */
    Shown shown(Whose whose) {
        return whose.shown(decision, Part.WHOLE);
    }

    void putInto(Fields fields, Whose whose, ConfidenceLevel level) {
        Tally people = whose.people(decision, Part.WHOLE);
        Rate rate = new Rate(people.count(0, TAKEN_BACK), people.count(0, ALL));
        fields.put(FIELD, "outcomes", OUTCOMES, () -> Optional.of(rate.cases()));
        fields.put(FIELD, "count", RETRACTED, () -> Optional.of(rate.successes()));
        fields.put(FIELD, "share", RETRACTED, rate::value);
        fields.put(FIELD, "interval", RETRACTED, () -> rate.interval(level));
    }
}
