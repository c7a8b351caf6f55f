package org.hfsregistry.analytics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a network and its groups show while it is being decided.
 *
 * <p>A figure that the network shows and some groups with people in it don't gives away the sum over these groups. That is
 * safe if they are none; or if they are at least three and, whichever of them is left out because it knows its own
 * numbers, nothing of fewer than k people follows from the sums that are known over the others. If it is not, the figure
 * is hidden in the smallest group that shows it too, and so on; if that never suffices, in the network only.
 */
final class Release {
    private static final int FEWEST_HIDDEN = 3;

    private final Rule rule;
    private final Map<String, Tally> groups;
    private final Tally everybody;
    private final List<String> smallestFirst;
    private Map<String, Set<String>> shown = new LinkedHashMap<>();
    private Set<String> network = Set.of();

    Release(Rule rule, Map<String, Tally> groups) {
        this.rule = rule;
        this.groups = groups;
        this.everybody = groups.values().stream().reduce(Tally::plus).orElse(Tally.NOBODY);
        this.smallestFirst = groups.keySet().stream()
                .sorted(Comparator.comparingInt(this::size).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int size(String group) {
        Figure size = rule.figures().getFirst();
        return people(group).count(size.partition(), size.sets().getFirst());
    }

    /** Shows what each may show by itself. */
    void start(Predicate<String> allowed, Map<String, Predicate<String>> allowedOf) {
        groups.forEach((group, people) ->
                shown.put(group, rule.shown(people, allowedOf.getOrDefault(group, figure -> true))));
        network = groups.isEmpty() ? new LinkedHashSet<>() : rule.shown(everybody, allowed);
    }

    /** Hides until the network's figures tell nothing of what groups hide. */
    void protectHidden() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Figure figure : rule.figures()) {
                if (network.contains(figure.name()) && !tellsNothing(figure)) {
                    if (!hideInMoreGroups(figure)) {
                        hide(network, figure);
                    }
                    changed = true;
                }
            }
        }
    }

    Set<String> shown(String group) {
        return shown.getOrDefault(group, Set.of());
    }

    Set<String> network() {
        return network;
    }

    Tally everybody() {
        return everybody;
    }

    private boolean hideInMoreGroups(Figure figure) {
        Map<String, Set<String>> before = new HashMap<>();
        shown.forEach((group, figures) -> before.put(group, new LinkedHashSet<>(figures)));
        for (String group : smallestFirst) {
            if (shown(group).contains(figure.name())) {
                hide(shown(group), figure);
                if (tellsNothing(figure)) {
                    return true;
                }
            }
        }
        shown = before;
        return false;
    }

    /** Takes away the figure and all that require it. */
    private void hide(Set<String> figures, Figure figure) {
        figures.remove(figure.name());
        for (Figure other : rule.figures()) {
            if (other.requires().contains(figure.name()) && figures.contains(other.name())) {
                hide(figures, other);
            }
        }
    }

    private boolean tellsNothing(Figure figure) {
        Set<String> hiding = hiding(figure);
        if (hiding.isEmpty()) {
            return true;
        }
        if (hiding.size() < FEWEST_HIDDEN) {
            return false;
        }
        List<Figure> known = new ArrayList<>();
        for (Figure other : rule.figures()) {
            if (other.partition() == figure.partition()
                    && network.contains(other.name())
                    && hiding.containsAll(hiding(other))) {
                known.add(other);
            }
        }
        Tally hidden = hiding.stream().map(this::people).reduce(Tally::plus).orElse(Tally.NOBODY);
        return rule.safe(hidden, figure.partition(), known)
                && hiding.stream().allMatch(group -> rule.safe(hidden.minus(people(group)), figure.partition(), known));
    }

    /** The groups with people in them that don't show the figure. */
    private Set<String> hiding(Figure figure) {
        Set<String> hiding = new LinkedHashSet<>();
        groups.forEach((group, people) -> {
            if (!shown(group).contains(figure.name()) && !people.isNobody(figure.partition())) {
                hiding.add(group);
            }
        });
        return hiding;
    }

    private Tally people(String group) {
        return groups.getOrDefault(group, Tally.NOBODY);
    }
}
