package org.hfsregistry.analytics.disclosure;

import java.util.List;
import org.hfsregistry.analytics.inference.Cells;

/**
 * Some counts of a group that are shown together or not at all. It exists so that disclosure knows nothing of what is
 * counted: a statistic says which people a figure counts, and all that it derives from the figure goes with it.
 *
 * @param partition which of the group's partitions into cells it counts from
 * @param sets the cells of each count
 * @param requires figures without which this one is not shown
 * @param size whether the group must be of k people by these counts, so that not even 0 is shown
 */
public record Figure(String name, int partition, List<Cells> sets, List<String> requires, boolean size) {

    /** Takes copies. */
    public Figure {
        sets = List.copyOf(sets);
        requires = List.copyOf(requires);
    }

    /** The size of the group itself. */
    public static Figure size(String name, int partition, Cells set, String... requires) {
        return new Figure(name, partition, List.of(set), List.of(requires), true);
    }

    /** Counts that are shown where those figures are. */
    public static Figure of(String name, int partition, List<Cells> sets, String... requires) {
        return new Figure(name, partition, sets, List.of(requires), false);
    }

    /** A count that figures tell, whichever of them do: what is hidden is a number, and not a name of it. */
    record Count(int partition, Cells set) {

        /** All that the figures tell, in their order. */
        static List<Count> of(List<Figure> figures) {
            return figures.stream()
                    .flatMap(figure -> figure.sets().stream().map(set -> new Count(figure.partition(), set)))
                    .distinct()
                    .toList();
        }
    }
}
