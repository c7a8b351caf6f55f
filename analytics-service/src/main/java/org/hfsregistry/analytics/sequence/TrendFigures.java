package org.hfsregistry.analytics.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.decision.SessionFigures;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.sequence.Reliefs.Place;
import org.hfsregistry.analytics.treatment.Relief;

/**
 * Which figures are told of the trend within patients, and of which sessions each is. It exists because those in the trend are
 * some of the sessions whose relief has ended: they are decided on last, with all that is told of these.
 */
final class TrendFigures {
    /** How many patients are in the trend, and how many of their sessions; and with these the trend. */
    static final String TREND = "trend";

    private static final int CELLS = Sequences.KINDS * Reliefs.PLACES;
    private static final Cells PATIENTS = Cells.among(CELLS, cell -> Place.of(cell) == Place.OF_PATIENT);
    private static final Cells INJECTIONS = Cells.among(CELLS, cell -> Place.of(cell) != Place.NOT_IN);

    /** The figures that were decided on before, and that of the trend. */
    static final List<Figure> FIGURES = figures();

    private TrendFigures() {}

    private static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(SequenceFigures.figures(Reliefs.PLACES));
        figures.add(new Figure(TREND, 0, List.of(PATIENTS, INJECTIONS), List.of(SessionFigures.CURVE), true));
        return List.copyOf(figures);
    }

    /** Sessions counted into cells. */
    static Tally tally(Reliefs reliefs) {
        return Tally.of(List.of(reliefs.cells()));
    }

    /** How many patients are in the trend. */
    static int patients(Tally tally) {
        return tally.count(0, PATIENTS);
    }

    /** How many sessions are in it. */
    static int injections(Tally tally) {
        return tally.count(0, INJECTIONS);
    }

    /** The part of the sessions that helped whose relief still lasted when it was last seen. */
    static Optional<Double> censoredShare(Tally tally) {
        int responders = tally.count(0, SequenceFigures.set(Reliefs.PLACES, kind -> kind.relief() != Relief.NONE));
        int lasting = tally.count(0, SequenceFigures.set(Reliefs.PLACES, kind -> kind.relief() == Relief.LASTING));
        return responders == 0 ? Optional.empty() : Optional.of((double) lasting / responders);
    }
}
