package org.hfsregistry.analytics.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Inference;
import org.hfsregistry.analytics.inference.Tally;

/** What may be shown of some people by themselves, whatever is shown of others. */
record Rule(List<Figure> figures, int k) {

    Rule {
        figures = List.copyOf(figures);
    }

    /** The figures that are shown, taken in their order. */
    Set<String> shown(Tally people, Predicate<String> allowed) {
        Set<String> shown = new LinkedHashSet<>();
        List<Figure> taken = new ArrayList<>();
        for (Figure figure : figures) {
            if (allowed.test(figure.name()) && shown.containsAll(figure.requires()) && isLargeEnough(figure, people)) {
                taken.add(figure);
                if (safe(people, figure.partition(), taken)) {
                    shown.add(figure.name());
                } else {
                    taken.removeLast();
                }
            }
        }
        return shown;
    }

    /** Whether nothing of fewer than k of the people follows from these figures of them. */
    boolean safe(Tally people, int partition, List<Figure> known) {
        List<Cells> sets = known.stream()
                .filter(figure -> figure.partition() == partition)
                .flatMap(figure -> figure.sets().stream())
                .distinct()
                .toList();
        return Inference.safe(people.cells(partition), sets, k);
    }

    /** The sizes that fewer than k of the people stand behind. */
    Set<String> tooSmall(Tally people) {
        return figures.stream()
                .filter(figure -> !isLargeEnough(figure, people))
                .map(Figure::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isLargeEnough(Figure figure, Tally people) {
        return !figure.size() || figure.sets().stream().allMatch(set -> people.count(figure.partition(), set) >= k);
    }
}
