package org.hfsregistry.analytics.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.disclosure.Figure.Count;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;

/**
 * People in all, and the parts that they consist of. A count that the whole tells and some parts with people in them don't
 * gives away the sum over these parts. That is safe if they are none; or if they are not fewer than a least number and,
 * whoever knows all about some of them leaves these out, nothing of fewer than k people follows from the sums that are
 * known over the others.
 */
final class Line {
    private final Rule rule;
    private final Node whole;
    private final List<Node> parts;
    private final int fewestHidden;

    /** With the least number. */
    Line(Rule rule, Node whole, List<Node> parts, int fewestHidden) {
        this.rule = rule;
        this.whole = whole;
        this.fewestHidden = fewestHidden;
        Count size = rule.counts().getFirst();
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(part -> part.people().count(size.partition(), size.set())))
                .toList();
    }

    /** Hides what is needed, first in the smallest parts, then in the whole; false where there was nothing to hide. */
    boolean protect() {
        int before = shown();
        for (Count count : rule.counts()) {
            if (whole.tells(count) && !tellsNothing(count) && !hideInMoreParts(count) && !whole.isDecided()) {
                whole.hide(count);
            }
        }
        return shown() < before;
    }

    private int shown() {
        return whole.shown().size()
                + parts.stream().mapToInt(part -> part.shown().size()).sum();
    }

    /** Of a whole that was decided before all parts may be hidden in the end: then nothing is known but the whole. */
    private boolean hideInMoreParts(Count count) {
        Map<Node, Set<String>> before = new HashMap<>();
        for (Node part : parts) {
            if (part.tells(count)) {
                before.put(part, Set.copyOf(part.shown()));
                part.hide(count);
                if (tellsNothing(count)) {
                    return true;
                }
            }
        }
        if (!whole.isDecided()) {
            before.forEach(Node::restore);
        }
        return false;
    }

    private boolean tellsNothing(Count count) {
        Set<Node> hiding = hiding(count);
        if (hiding.isEmpty() || (whole.isDecided() && parts.stream().noneMatch(part -> part.tells(count)))) {
            return true;
        }
        if (hiding.size() < fewestHidden) {
            return false;
        }
        Map<Count, Set<Node>> told = rule.counts().stream()
                .filter(other -> other.partition() == count.partition() && whole.tells(other))
                .collect(Collectors.toMap(other -> other, this::hiding));
        return told.values().stream()
                .map(others -> union(hiding, others))
                .distinct()
                .allMatch(group -> isSafe(count.partition(), group, told));
    }

    /** Whether nothing follows from all that is known of some parts together, also without those that anyone knows. */
    private boolean isSafe(int partition, Set<Node> hiding, Map<Count, Set<Node>> told) {
        List<Cells> known = rule.counts().stream()
                .filter(count -> told.containsKey(count) && hiding.containsAll(told.getOrDefault(count, Set.of())))
                .map(Count::set)
                .toList();
        Tally hidden = hiding.stream().map(Node::people).reduce(Tally::plus).orElse(Tally.NOBODY);
        Map<String, Tally> ofInsiders = new HashMap<>();
        hiding.forEach(
                part -> part.ofInsiders().forEach((insider, people) -> ofInsiders.merge(insider, people, Tally::plus)));
        return rule.safe(hidden, partition, known)
                && ofInsiders.values().stream().allMatch(people -> rule.safe(hidden.minus(people), partition, known));
    }

    private static Set<Node> union(Set<Node> some, Set<Node> others) {
        Set<Node> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** The parts with people in them that don't tell the count. */
    private Set<Node> hiding(Count count) {
        return parts.stream()
                .filter(part -> !part.people().isNobody(count.partition()) && !part.tells(count))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
