package org.hfsregistry.analytics.decision;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.treatment.Relief;
import org.hfsregistry.contract.clinical.Complication;

/** Which figures are told of injection sessions, and of which sessions each is. It exists so that they are decided together. */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class SessionFigures {
    /** How many there are. */
    public static final String SESSIONS = "sessions";

    /** How many had any relief. */
    public static final String RESPONDERS = "responders";

    /** How relief ended: what a curve adds up to. */
    public static final String CURVE = "relief curve";

    private static final Cells RESPONDED = Cells.of(Relief.LASTING.ordinal(), Relief.ENDED.ordinal());
    private static final Cells ALL = Cells.of(Relief.NONE.ordinal(), Relief.LASTING.ordinal(), Relief.ENDED.ordinal());
    private static final Cells WITH = Cells.of(0);
    private static final Cells WITH_AND_WITHOUT = Cells.of(0, 1);

    private SessionFigures() {}

    /** The figures in their order; each kind of adverse effect is one under its code. */
    public static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.size(SESSIONS, 0, ALL));
        figures.add(Figure.of(RESPONDERS, 0, List.of(RESPONDED), SESSIONS));
        figures.add(Figure.of(CURVE, 0, List.of(Cells.of(Relief.ENDED.ordinal())), RESPONDERS));
        for (Complication.Kind kind : Complication.Kind.values()) {
            figures.add(Figure.of(kind.code(), partition(kind), List.of(WITH, WITH_AND_WITHOUT), SESSIONS));
        }
        return List.copyOf(figures);
    }

    private static int partition(Complication.Kind kind) {
        return 1 + kind.ordinal();
    }

    /** Sessions counted into cells. */
    public static Tally tally(Sessions sessions) {
        List<int[]> partitions = new ArrayList<>();
        int[] byRelief = new int[Relief.values().length];
        for (Relief relief : Relief.values()) {
            byRelief[relief.ordinal()] = sessions.count(relief);
        }
        partitions.add(byRelief);
        for (Complication.Kind kind : Complication.Kind.values()) {
            int with = sessions.count(kind);
            partitions.add(new int[] {with, sessions.count() - with});
        }
        return Tally.of(partitions);
    }

    /** How many there are. */
    public static int sessions(Tally tally) {
        return tally.count(0, ALL);
    }

    /** How many had any relief. */
    public static int responders(Tally tally) {
        return tally.count(0, RESPONDED);
    }

    /** How many had the adverse effect. */
    public static int with(Tally tally, Complication.Kind adverse) {
        return tally.count(partition(adverse), WITH);
    }
}
