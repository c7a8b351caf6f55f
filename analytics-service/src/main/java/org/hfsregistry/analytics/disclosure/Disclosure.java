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
 * Decides which figures of a network and its groups are shown, and keeps what it found of people by themselves: of most of them
 * the same is asked again after a change. It exists as the one rule for every statistic and channel:
 *
 * <ol>
 *   <li>In a group, figures are taken in their order; one is shown if with it nothing of fewer than k people follows from
 *       what is shown of the group ({@code Inference}).
 *   <li>The same for the network as a whole.
 *   <li>What the network shows and some groups don't can be had as a sum over these; a {@link Line} sees to it that this
 *       tells of no group and of no few people.
 *   <li>Where groups consist of parts, the same holds for a group and its parts, for the network's part and the groups'
 *       parts of that kind, and for the network and its parts. A part shows nothing that its whole does not show.
 *   <li>Who gets a smaller k may ask as everybody does, too: everybody is shown nothing that these are not.
 * </ol>
 */
public final class Disclosure {
    private static final int FEWEST_GROUPS = 3;
    private static final int FEWEST_PARTS = 2;

    private final Rule.Found found = new Rule.Found();

    /** Decides for a network that consists of the groups, no more than a wider decision shows. */
    public Disclosed of(List<Figure> figures, Map<String, Tally> groups, int k, Optional<Disclosed> wider) {
        return decide(
                found.rule(figures, k),
                groups,
                within(wider.map(Disclosed::network)),
                group -> within(wider.map(known -> known.group(group))));
    }

    /** Decides on more figures of groups where some were decided on before: of those it shows what was shown. */
    public Disclosed following(
            Disclosed before,
            Set<String> decided,
            List<Figure> figures,
            Map<String, Tally> groups,
            Optional<Disclosed> wider) {
        return decide(
                found.rule(figures, before.k()),
                groups,
                unless(decided, before.network()).and(within(wider.map(Disclosed::network))),
                group -> unless(decided, before.group(group)).and(within(wider.map(known -> known.group(group)))));
    }

    /**
     * Decides for parts of groups of which it is decided as a whole.
     *
     * @param assumed figures of the parts that may be known from elsewhere
     */
    public DisclosedParts parts(
            Disclosed whole,
            List<Figure> figures,
            Map<String, ? extends Map<Integer, Tally>> groups,
            Set<String> assumed,
            Optional<DisclosedParts> wider) {
        return new Parts(found.rule(figures, whole.k()), whole, groups, assumed)
                .decided(
                        part -> within(wider.map(known -> known.network(part))),
                        (group, part) -> within(wider.map(known -> known.group(group, part))));
    }

    /**
     * Decides on more figures of parts where some were decided on before: of those it shows what was shown.
     *
     * @param assumed figures of the parts that may be known from elsewhere
     */
    public DisclosedParts partsFollowing(
            DisclosedParts before,
            Set<String> decided,
            Disclosed whole,
            List<Figure> figures,
            Map<String, ? extends Map<Integer, Tally>> groups,
            Set<String> assumed,
            Optional<DisclosedParts> wider) {
        return new Parts(found.rule(figures, whole.k()), whole, groups, assumed)
                .decided(
                        part -> unless(decided, before.network(part))
                                .and(within(wider.map(known -> known.network(part)))),
                        (group, part) -> unless(decided, before.group(group, part))
                                .and(within(wider.map(known -> known.group(group, part)))));
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
        return new Disclosed(k, Shown.NOTHING, Map.of());
    }

    private static Predicate<String> unless(Set<String> decided, Shown before) {
        return figure -> !decided.contains(figure) || before.shows(figure);
    }

    private static Predicate<String> within(Optional<Shown> wider) {
        return figure -> wider.isEmpty() || wider.get().shows(figure);
    }

    private interface OfGroup {
        Predicate<String> allows(String group);
    }

    private static Disclosed decide(
            Rule rule, Map<String, Tally> groups, Predicate<String> allowed, OfGroup allowedOf) {
        SortedMap<String, Node> nodes = new TreeMap<>();
        groups.forEach((group, people) ->
                nodes.put(group, open(rule, people, Map.of(group, people), Set.of(), allowedOf.allows(group))));
        Node network = network(rule, groups, Set.of(), allowed);
        protect(List.of(new Line(rule, network, List.copyOf(nodes.values()), FEWEST_GROUPS)));
        return new Disclosed(rule.k(), network.shown(), shown(nodes));
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

    private static Node network(Rule rule, Map<String, Tally> groups, Set<String> assumed, Predicate<String> allowed) {
        return open(rule, sum(groups), groups, assumed, groups.isEmpty() ? figure -> false : allowed);
    }

    private static Node open(
            Rule rule, Tally people, Map<String, Tally> ofInsiders, Set<String> assumed, Predicate<String> allowed) {
        return Node.open(rule, people, ofInsiders, rule.verdict(people, assumed, allowed));
    }

    private static Tally sum(Map<?, Tally> parts) {
        return parts.values().stream().reduce(Tally::plus).orElse(Tally.NOBODY);
    }

    private static <G> Map<G, Shown> shown(Map<G, Node> nodes) {
        Map<G, Shown> shown = new HashMap<>();
        nodes.forEach((group, node) -> shown.put(group, node.shown()));
        return shown;
    }

    /** Decides which figures of the parts of a network and of its groups are shown. */
    private static final class Parts {
        private final Rule rule;
        private final Disclosed whole;
        private final Map<String, ? extends Map<Integer, Tally>> groups;
        private final Set<String> assumed;
        private final List<Line> lines = new ArrayList<>();
        private final Map<String, SortedMap<Integer, Node>> nodes = new HashMap<>();
        private final SortedMap<Integer, SortedMap<String, Tally>> byPart = new TreeMap<>();
        private final SortedMap<Integer, SortedMap<String, Node>> nodesByPart = new TreeMap<>();

        /** For groups of which it is decided as a whole, where some figures of the parts may be known from elsewhere. */
        Parts(Rule rule, Disclosed whole, Map<String, ? extends Map<Integer, Tally>> groups, Set<String> assumed) {
            this.assumed = assumed;
            this.rule = rule;
            this.whole = whole;
            this.groups = groups;
        }

        /** What may be shown of a part of the network at all. */
        interface OfPart {
            Predicate<String> allows(int part);
        }

        /** What may be shown of a part of a group at all. */
        interface OfGroupsPart {
            Predicate<String> allows(String group, int part);
        }

        DisclosedParts decided(OfPart allowed, OfGroupsPart allowedOf) {
            new TreeMap<>(groups).forEach((group, parts) -> addGroup(group, parts, allowedOf));
            SortedMap<Integer, Node> ofNetwork = new TreeMap<>();
            byPart.forEach((part, ofGroups) -> ofNetwork.put(
                    part, network(rule, ofGroups, assumed, allowed.allows(part).and(whole.network()::shows))));
            nodesByPart.forEach((part, ofGroups) -> lines.add(new Line(
                    rule,
                    Optional.ofNullable(ofNetwork.get(part)).orElseThrow(),
                    List.copyOf(ofGroups.values()),
                    FEWEST_GROUPS)));
            Tally everybody = ofNetwork.values().stream()
                    .map(Node::people)
                    .reduce(Tally::plus)
                    .orElse(Tally.NOBODY);
            lines.add(line(everybody, whole.network(), ofNetwork));
            protect(lines);
            Map<String, Map<Integer, Shown>> shown = new HashMap<>();
            nodes.forEach((group, parts) -> shown.put(group, Disclosure.shown(parts)));
            return new DisclosedParts(Disclosure.shown(ofNetwork), shown);
        }

        private void addGroup(String group, Map<Integer, Tally> parts, OfGroupsPart allowedOf) {
            SortedMap<Integer, Node> ofGroup = new TreeMap<>();
            parts.forEach((part, people) -> {
                Node node = open(
                        rule,
                        people,
                        Map.of(group, people),
                        assumed,
                        allowedOf.allows(group, part).and(whole.group(group)::shows));
                ofGroup.put(part, node);
                byPart.computeIfAbsent(part, first -> new TreeMap<>()).put(group, people);
                nodesByPart.computeIfAbsent(part, first -> new TreeMap<>()).put(group, node);
            });
            nodes.put(group, ofGroup);
            lines.add(line(sum(parts), whole.group(group), ofGroup));
        }

        private Line line(Tally people, Shown ofWhole, SortedMap<Integer, Node> parts) {
            return new Line(rule, Node.decided(rule, people, ofWhole), List.copyOf(parts.values()), FEWEST_PARTS);
        }
    }
}
