package org.hfsregistry.analytics.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.inference.Tally;

/**
 * People in all, and the parts that they consist of. A figure that the whole shows and some parts with people in them don't
 * gives away the sum over these parts. That is safe if they are none; or if they are not fewer than a least number and,
 * whoever knows all about some of them leaves these out, nothing of fewer than k people follows from the sums that are
 * known over the others.
 *
 * @param fewestHidden the least number
 */
record Line(Rule rule, Node whole, List<Node> parts, int fewestHidden) {

    Line {
        Figure size = rule.figures().getFirst();
        parts = parts.stream()
                .sorted(Comparator.comparingInt(part ->
                        part.people().count(size.partition(), size.sets().getFirst())))
                .toList();
    }

    /** Hides what is needed, first in the smallest parts, then in the whole; false where there was nothing to hide. */
    boolean protect() {
        boolean changed = false;
        for (Figure figure : rule.figures()) {
            if (whole.shows(figure) && !tellsNothing(figure)) {
                if (!hideInMoreParts(figure) && !whole.isDecided()) {
                    whole.hide(figure, rule.figures());
                }
                changed = true;
            }
        }
        return changed;
    }

    /** Of a whole that was decided before all parts may be hidden in the end: then nothing is known but the whole. */
    private boolean hideInMoreParts(Figure figure) {
        Map<Node, Set<String>> before = new HashMap<>();
        for (Node part : parts) {
            if (part.shows(figure)) {
                before.put(part, Set.copyOf(part.shown()));
                part.hide(figure, rule.figures());
                if (tellsNothing(figure)) {
                    return true;
                }
            }
        }
        if (!whole.isDecided()) {
            before.forEach(Node::restore);
        }
        return false;
    }

    private boolean tellsNothing(Figure figure) {
        List<Node> hiding = hiding(figure);
        if (hiding.isEmpty() || (whole.isDecided() && parts.stream().noneMatch(part -> part.shows(figure)))) {
            return true;
        }
        if (hiding.size() < fewestHidden) {
            return false;
        }
        List<Figure> known = rule.figures().stream()
                .filter(other -> other.partition() == figure.partition()
                        && whole.shows(other)
                        && hiding.containsAll(hiding(other)))
                .toList();
        Tally hidden = hiding.stream().map(Node::people).reduce(Tally::plus).orElse(Tally.NOBODY);
        Map<String, Tally> ofInsiders = new HashMap<>();
        hiding.forEach(
                part -> part.ofInsiders().forEach((insider, people) -> ofInsiders.merge(insider, people, Tally::plus)));
        return rule.safe(hidden, figure.partition(), known)
                && ofInsiders.values().stream()
                        .allMatch(people -> rule.safe(hidden.minus(people), figure.partition(), known));
    }

    /** The parts with people in them that don't show the figure. */
    private List<Node> hiding(Figure figure) {
        return parts.stream()
                .filter(part -> !part.shows(figure) && !part.people().isNobody(figure.partition()))
                .toList();
    }
}
