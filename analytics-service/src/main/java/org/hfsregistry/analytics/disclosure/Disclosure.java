package org.hfsregistry.analytics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.inference.Tally;

/**
 * Decides which figures of a network and its groups are shown. It exists as the one rule for every statistic and channel:
 *
 * <ol>
 *   <li>In a group, figures are taken in their order; one is shown if with it nothing of fewer than k people follows from
 *       what is shown of the group ({@code Inference}).
 *   <li>The same for the network as a whole.
 *   <li>What the network shows and some groups don't can be had as a sum over these; a {@link Line} sees to it that this
 *       tells of no group and of no few people.
 *   <li>Where groups consist of parts, the same holds for a group and its parts, for the network's part and the groups'
 *       parts of that kind, and for the network and its parts.
 * </ol>
 */
public final class Disclosure {
    private static final int FEWEST_GROUPS = 3;
    private static final int FEWEST_PARTS = 2;

    private Disclosure() {}

    /** Decides for a network that consists of the groups. */
    public static Disclosed of(List<Figure> figures, Map<String, Tally> groups, int k) {
        return decide(new Rule(figures, k), groups, figure -> true, group -> figure -> true);
    }

    /** Decides on more figures of groups where some were decided on before: of those it shows what was shown. */
    public static Disclosed following(
            Disclosed before, Set<String> decided, List<Figure> figures, Map<String, Tally> groups) {
        return decide(
                new Rule(figures, before.k()),
                groups,
                unless(decided, before.network()),
                group -> unless(decided, before.group(group)));
    }

    /** Decides for parts of groups of which it is decided as a whole. */
    public static DisclosedParts parts(
            Disclosed whole, List<Figure> figures, Map<String, ? extends Map<Integer, Tally>> groups) {
        return decideParts(whole, figures, groups, part -> figure -> true, (group, part) -> figure -> true);
    }

    /** Decides on more figures of parts where some were decided on before: of those it shows what was shown. */
    public static DisclosedParts partsFollowing(
            DisclosedParts before,
            Set<String> decided,
            Disclosed whole,
            List<Figure> figures,
            Map<String, ? extends Map<Integer, Tally>> groups) {
        return decideParts(
                whole,
                figures,
                groups,
                part -> unless(decided, before.network(part)),
                (group, part) -> unless(decided, before.group(group, part)));
    }

    /** All figures, for who owns the group. */
    public static Shown whole(List<Figure> figures) {
        return new Shown(figures.stream().map(Figure::name).collect(Collectors.toSet()), Set.of());
    }

    /** What is shown of several parts together: what each shows. Without their size they are too few. */
    public static Shown together(List<Figure> figures, List<Shown> parts) {
        Set<String> shown = figures.stream()
                .map(Figure::name)
                .filter(name -> !parts.isEmpty() && parts.stream().allMatch(part -> part.shows(name)))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> tooSmall = figures.stream()
                .filter(figure -> figure.size() && !shown.contains(figure.name()))
                .map(Figure::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Shown(shown, tooSmall);
    }

    /** Nothing, of whomever. */
    public static Disclosed nothing(int k) {
        return new Disclosed(k, new Shown(Set.of(), Set.of()), Map.of());
    }

    private static Predicate<String> unless(Set<String> decided, Shown before) {
        return figure -> !decided.contains(figure) || before.shows(figure);
    }

    private interface OfGroup {
        Predicate<String> allows(String group);
    }

    private interface OfPart {
        Predicate<String> allows(int part);
    }

    private interface OfGroupsPart {
        Predicate<String> allows(String group, int part);
    }

    private static Disclosed decide(
            Rule rule, Map<String, Tally> groups, Predicate<String> allowed, OfGroup allowedOf) {
        SortedMap<String, Node> nodes = new TreeMap<>();
        groups.forEach((group, people) -> nodes.put(
                group, Node.open(people, Map.of(group, people), rule.shown(people, allowedOf.allows(group)))));
        Node network = network(rule, groups, allowed);
        protect(List.of(new Line(rule, network, List.copyOf(nodes.values()), FEWEST_GROUPS)));
        return new Disclosed(rule.k(), shown(rule, network), shown(rule, nodes));
    }

    private static DisclosedParts decideParts(
            Disclosed whole,
            List<Figure> figures,
            Map<String, ? extends Map<Integer, Tally>> groups,
            OfPart allowed,
            OfGroupsPart allowedOf) {
        Rule rule = new Rule(figures, whole.k());
        List<Line> lines = new ArrayList<>();
        SortedMap<Integer, SortedMap<String, Tally>> byPart = new TreeMap<>();
        SortedMap<Integer, SortedMap<String, Node>> nodesByPart = new TreeMap<>();
        Map<String, SortedMap<Integer, Node>> nodes = new HashMap<>();
        new TreeMap<>(groups).forEach((group, parts) -> {
            SortedMap<Integer, Node> ofGroup = new TreeMap<>();
            parts.forEach((part, people) -> {
                Node node = Node.open(people, Map.of(group, people), rule.shown(people, allowedOf.allows(group, part)));
                ofGroup.put(part, node);
                byPart.computeIfAbsent(part, first -> new TreeMap<>()).put(group, people);
                nodesByPart.computeIfAbsent(part, first -> new TreeMap<>()).put(group, node);
            });
            nodes.put(group, ofGroup);
            Node all = Node.decided(sum(parts), whole.group(group).figures());
            lines.add(new Line(rule, all, List.copyOf(ofGroup.values()), FEWEST_PARTS));
        });
        SortedMap<Integer, Node> network = new TreeMap<>();
        byPart.forEach((part, ofGroups) -> network.put(part, network(rule, ofGroups, allowed.allows(part))));
        nodesByPart.forEach((part, ofGroups) -> lines.add(new Line(
                rule,
                Optional.ofNullable(network.get(part)).orElseThrow(),
                List.copyOf(ofGroups.values()),
                FEWEST_GROUPS)));
        Tally everybody =
                network.values().stream().map(Node::people).reduce(Tally::plus).orElse(Tally.NOBODY);
        lines.add(new Line(
                rule, Node.decided(everybody, whole.network().figures()), List.copyOf(network.values()), FEWEST_PARTS));
        protect(lines);
        Map<String, Map<Integer, Shown>> shown = new HashMap<>();
        nodes.forEach((group, parts) -> shown.put(group, shown(rule, parts)));
        return new DisclosedParts(shown(rule, network), shown);
    }

    /** Lines cross, so that what is hidden for one may leave another without protection. */
    private static void protect(List<Line> lines) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Line line : lines) {
                changed |= line.protect();
            }
        }
    }

    private static Node network(Rule rule, Map<String, Tally> groups, Predicate<String> allowed) {
        Tally everybody = sum(groups);
        return Node.open(everybody, groups, groups.isEmpty() ? Set.of() : rule.shown(everybody, allowed));
    }

    private static Tally sum(Map<?, Tally> parts) {
        return parts.values().stream().reduce(Tally::plus).orElse(Tally.NOBODY);
    }

    private static <G> Map<G, Shown> shown(Rule rule, Map<G, Node> nodes) {
        Map<G, Shown> shown = new HashMap<>();
        nodes.forEach((group, node) -> shown.put(group, shown(rule, node)));
        return shown;
    }

    private static Shown shown(Rule rule, Node node) {
        return new Shown(node.shown(), rule.tooSmall(node.people()));
    }
}
