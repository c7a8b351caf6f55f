package org.hfsregistry.analytics.complication;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;

/**
 * Which figures are told of complications, and of which operations each is. It exists so that they are decided on after all
 * else that is told of the same operations: how many there are is shown here where it is shown there, and the rest there is
 * as it was without these.
 */
final class ComplicationFigures {
    private static final Cells ALL_OPERATIONS = Cells.of(0);
    private static final Cells PERMANENT = Cells.of(2);
    private static final Cells WITH = Cells.of(1, 2);
    private static final Cells WITH_AND_WITHOUT = Cells.of(0, 1, 2);

    private ComplicationFigures() {}

    /** The figures in their order. */
    static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.size(OperationFigures.OPERATIONS, 0, ALL_OPERATIONS));
        for (Kinds kind : Kinds.ALL) {
            figures.add(Figure.of(
                    any(kind), partition(kind), List.of(WITH, WITH_AND_WITHOUT), OperationFigures.OPERATIONS));
            figures.add(Figure.of(permanent(kind), partition(kind), List.of(PERMANENT), any(kind)));
        }
        return List.copyOf(figures);
    }

    /** How many had it. */
    static String any(Kinds kind) {
        return kind.code();
    }

    /** How many have it for good. */
    static String permanent(Kinds kind) {
        return kind.code() + " permanent";
    }

    private static int partition(Kinds kind) {
        return 1 + kind.place();
    }

    /** Operations counted into cells. */
    static Tally tally(ComplicationCounts counts) {
        List<int[]> partitions = new ArrayList<>();
        partitions.add(new int[] {counts.operations()});
        for (Kinds kind : Kinds.ALL) {
            int passing = counts.passing(kind);
            int permanent = counts.permanent(kind);
            partitions.add(new int[] {counts.operations() - passing - permanent, passing, permanent});
        }
        return Tally.of(partitions);
    }

    /** How many operations there are. */
    static int operations(Tally people) {
        return people.count(0, ALL_OPERATIONS);
    }

    /** How many had it, in whatever course. */
    static int any(Tally people, Kinds kind) {
        return people.count(partition(kind), WITH);
    }

    /** How many have it for good. */
    static int permanent(Tally people, Kinds kind) {
        return people.count(partition(kind), PERMANENT);
    }
}
