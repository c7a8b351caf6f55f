package org.hfsregistry.analytics.disclosure;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.disclosure.Figure.Count;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Span;
import org.hfsregistry.analytics.inference.Tally;

/** Some people and the figures of them that are shown, while it is being decided. */
final class Node {
    private final List<Figure> figures;
    private final Tally people;
    private final Map<String, Tally> ofInsiders;
    private final boolean decided;
    private final Map<Count, Boolean> told = new HashMap<>();
    private final Map<Integer, Span> spans = new HashMap<>();
    private Set<String> shown;

    private Node(
            List<Figure> figures, Tally people, Map<String, Tally> ofInsiders, boolean decided, Set<String> shown) {
        this.figures = figures;
        this.people = people;
        this.ofInsiders = ofInsiders;
        this.decided = decided;
        this.shown = new LinkedHashSet<>(shown);
    }

    /**
     * Some that may yet show less.
     *
     * @param ofInsiders which of these people somebody knows all about, by who it is
     */
    static Node open(List<Figure> figures, Tally people, Map<String, Tally> ofInsiders, Set<String> shown) {
        return new Node(figures, people, ofInsiders, false, shown);
    }

    /** Some of whom it was decided before what is shown. */
    static Node decided(List<Figure> figures, Tally people, Set<String> shown) {
        return new Node(figures, people, Map.of(), true, shown);
    }

    Tally people() {
        return people;
    }

    Map<String, Tally> ofInsiders() {
        return ofInsiders;
    }

    boolean isDecided() {
        return decided;
    }

    Set<String> shown() {
        return shown;
    }

    /** Whether the count follows from what is shown; of nobody nothing does. */
    boolean tells(Count count) {
        return !people.isNobody(count.partition())
                && told.computeIfAbsent(
                        count,
                        asked -> spans.computeIfAbsent(asked.partition(), partition -> span(partition, shown))
                                .has(asked.set()));
    }

    private Span span(int partition, Set<String> names) {
        List<Cells> known = figures.stream()
                .filter(figure -> figure.partition() == partition && names.contains(figure.name()))
                .flatMap(figure -> figure.sets().stream())
                .distinct()
                .toList();
        return new Span(people.cells(partition), known);
    }

    /** Goes back to what it showed before. */
    void restore(Set<String> before) {
        show(new LinkedHashSet<>(before));
    }

    /** Takes away figures until the count no longer follows, the last of those that it takes first. */
    void hide(Count count) {
        while (tells(count)) {
            List<Set<String>> without = figures.reversed().stream()
                    .filter(figure -> figure.partition() == count.partition() && shown.contains(figure.name()))
                    .map(this::without)
                    .toList();
            show(without.stream()
                    .filter(left -> !span(count.partition(), left).has(count.set()))
                    .findFirst()
                    .orElse(without.getFirst()));
        }
    }

    /** What is shown without a figure and all that require it. */
    private Set<String> without(Figure hidden) {
        Set<String> left = new LinkedHashSet<>(shown);
        takeAway(hidden, left);
        return left;
    }

    private void takeAway(Figure hidden, Set<String> left) {
        left.remove(hidden.name());
        for (Figure other : figures) {
            if (other.requires().contains(hidden.name()) && left.contains(other.name())) {
                takeAway(other, left);
            }
        }
    }

    private void show(Set<String> names) {
        shown = names;
        told.clear();
        spans.clear();
    }
}
