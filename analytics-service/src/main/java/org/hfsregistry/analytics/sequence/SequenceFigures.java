package org.hfsregistry.analytics.sequence;

import java.util.List;
import java.util.function.Predicate;
import org.hfsregistry.analytics.cohort.Injections.Afterwards;
import org.hfsregistry.analytics.decision.SessionFigures;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.sequence.Sequences.Kind;
import org.hfsregistry.analytics.treatment.Relief;

/**
 * Which figures are told of what followed on injection sessions, and of which sessions each is. It exists because sessions
 * less those that were followed by another are patients: they are decided on after the sessions, as more of the same people.
 */
final class SequenceFigures {
    /** How many were followed by another session. */
    static final String REINJECTIONS = "reinjections";

    /** How many were the first of a patient and side. */
    static final String PATIENTS = "first sessions";

    /** How many patients were operated on afterwards. */
    static final String OPERATED = "operated afterwards";

    /** How waiting for an operation ended: what a curve adds up to. */
    static final String CURVE = "way to operation";

    /** The figures of sessions that were decided on before, and those of what followed. */
    static final List<Figure> FIGURES = figures(1);

    private SequenceFigures() {}

    /** The same where each kind of session has so many cells. */
    static List<Figure> figures(int cellsOfKind) {
        return List.of(
                Figure.size(SessionFigures.SESSIONS, 0, set(cellsOfKind, kind -> true)),
                Figure.of(
                        SessionFigures.RESPONDERS,
                        0,
                        List.of(set(cellsOfKind, kind -> kind.relief() != Relief.NONE)),
                        SessionFigures.SESSIONS),
                Figure.of(
                        SessionFigures.CURVE,
                        0,
                        List.of(set(cellsOfKind, kind -> kind.relief() == Relief.ENDED)),
                        SessionFigures.RESPONDERS),
                Figure.size(REINJECTIONS, 0, set(cellsOfKind, Kind::followed)),
                Figure.size(PATIENTS, 0, set(cellsOfKind, kind -> kind.afterwards() != Afterwards.NOT_FIRST)),
                Figure.of(
                        OPERATED,
                        0,
                        List.of(set(cellsOfKind, kind -> kind.afterwards() == Afterwards.OPERATED)),
                        PATIENTS),
                Figure.of(CURVE, 0, List.of(set(cellsOfKind, kind -> kind.afterwards() == Afterwards.DIED)), OPERATED));
    }

    /** The cells of some kinds of session, where each kind has so many. */
    static Cells set(int cellsOfKind, Predicate<Kind> among) {
        return Cells.among(Sequences.KINDS * cellsOfKind, cell -> among.test(Kind.of(cell / cellsOfKind)));
    }

    /** Sessions counted into cells. */
    static Tally tally(Sequences sequences) {
        return Tally.of(List.of(sequences.kinds()));
    }
}
