package org.hfsregistry.analytics.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.disclosure.Figure.Count;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Inference;
import org.hfsregistry.analytics.inference.Tally;

/**
 * What may be shown of some people by themselves, whatever is shown of others.
 *
 * @param counts all that the figures tell
 */
record Rule(List<Figure> figures, List<Count> counts, int k) {

    /** Of figures in their order. */
    Rule(List<Figure> figures, int k) {
        this(List.copyOf(figures), Count.of(figures), k);
    }

    /** The figures that are shown, taken in their order, as if those that are assumed were known; never changed. */
    private Set<String> shown(Tally people, Set<String> assumed, Predicate<String> allowed) {
        List<Figure> open =
                figures.stream().filter(figure -> allowed.test(figure.name())).toList();
        return Verdicts.of(people, k, open, assumed, () -> Collections.unmodifiableSet(found(people, assumed, open)));
    }

    private Set<String> found(Tally people, Set<String> assumed, List<Figure> open) {
        Set<String> shown = new LinkedHashSet<>();
        List<Figure> taken = new ArrayList<>(figures.stream()
                .filter(figure -> assumed.contains(figure.name()))
                .toList());
        for (Figure figure : open) {
            if (shown.containsAll(figure.requires()) && isLargeEnough(figure, people)) {
                taken.add(figure);
                if (safe(people, figure.partition(), sets(taken, figure.partition()))) {
                    shown.add(figure.name());
                } else {
                    taken.removeLast();
                }
            }
        }
        return shown;
    }

    /**
     * Some people, with what may be shown of them, that may yet be less.
     *
     * @param ofInsiders which of these people somebody knows all about, by who it is
     * @param assumed figures that may be known from elsewhere
     */
    Node open(Tally people, Map<String, Tally> ofInsiders, Set<String> assumed, Predicate<String> allowed) {
        return Node.open(figures, people, ofInsiders, shown(people, assumed, allowed));
    }

    /** What is shown of them in the end. */
    Shown shown(Node node) {
        return new Shown(node.shown(), tooSmall(node.people()));
    }

    private static List<Cells> sets(List<Figure> figures, int partition) {
        return figures.stream()
                .filter(figure -> figure.partition() == partition)
                .flatMap(figure -> figure.sets().stream())
                .distinct()
                .toList();
    }

    /** Whether nothing of fewer than k of the people follows from these counts of them. */
    boolean safe(Tally people, int partition, List<Cells> known) {
        return Inference.safe(people.cells(partition), known, k);
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

    /**
     * What was found of groups by themselves, of those asked for last. It exists because a change is of one hospital: of all others
     * the same is asked again with each state of the data, and the answer depends on nothing but the question.
     */
    private static final class Verdicts {
        private static final int MOST = 16_384;
        private static final Map<Asked, Set<String>> KNOWN = new LinkedHashMap<>(16, 0.75f, true);

        private Verdicts() {}

        private record Asked(Tally people, int k, List<Figure> figures, Set<String> assumed) {
            /** Of the people alone: figures are few, and long to go through. */
            @Override
            public int hashCode() {
                return 31 * people.hashCode() + k;
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Asked that
                        && k == that.k
                        && people.equals(that.people)
                        && figures.equals(that.figures)
                        && assumed.equals(that.assumed);
            }
        }

        /** The figures that may be shown of people, known or found now. */
        static Set<String> of(
                Tally people, int k, List<Figure> figures, Set<String> assumed, Supplier<Set<String>> found) {
            Asked asked = new Asked(people, k, figures, Set.copyOf(assumed));
            synchronized (KNOWN) {
                Set<String> known = KNOWN.get(asked);
                if (known != null) {
                    return known;
                }
            }
            Set<String> verdict = found.get();
            synchronized (KNOWN) {
                KNOWN.put(asked, verdict);
                if (KNOWN.size() > MOST) {
                    KNOWN.remove(KNOWN.keySet().iterator().next());
                }
            }
            return verdict;
        }
    }
}
