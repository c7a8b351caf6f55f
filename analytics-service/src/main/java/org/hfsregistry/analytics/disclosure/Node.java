package org.hfsregistry.analytics.disclosure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.inference.Tally;

/** Some people and the figures of them that are shown, while it is being decided. */
final class Node {
    private final Tally people;
    private final Map<String, Tally> ofInsiders;
    private final boolean decided;
    private Set<String> shown;

    private Node(Tally people, Map<String, Tally> ofInsiders, boolean decided, Set<String> shown) {
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
    static Node open(Tally people, Map<String, Tally> ofInsiders, Set<String> shown) {
        return new Node(people, ofInsiders, false, shown);
    }

    /** Some of whom it was decided before what is shown. */
    static Node decided(Tally people, Set<String> shown) {
        return new Node(people, Map.of(), true, shown);
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

    boolean shows(Figure figure) {
        return shown.contains(figure.name());
    }

    /** Goes back to what it showed before. */
    void restore(Set<String> before) {
        shown = new LinkedHashSet<>(before);
    }

    /** Takes away a figure and all that require it. */
    void hide(Figure figure, List<Figure> figures) {
        shown.remove(figure.name());
        for (Figure other : figures) {
            if (other.requires().contains(figure.name()) && shown.contains(other.name())) {
                hide(other, figures);
            }
        }
    }
}
