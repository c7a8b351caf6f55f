package org.hfsregistry.analytics.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides which figures of a network and its groups are shown. It exists as the one rule for every statistic and channel:
 *
 * <ol>
 *   <li>In a group, figures are taken in their order; one is shown if with it nothing of fewer than k people follows from
 *       what is shown of the group ({@link Inference}).
 *   <li>The same for the network as a whole.
 *   <li>What the network shows and some groups don't can be had as a sum over these; {@link Release} sees to it that this
 *       tells of no group and of no few people.
 * </ol>
 */
public final class Disclosure {
    private Disclosure() {}

    /** Decides for a network that consists of the groups. */
    public static Disclosed of(List<Figure> figures, Map<String, Tally> groups, int k) {
        Map<String, Predicate<String>> allowed = new HashMap<>();
        groups.keySet().forEach(group -> allowed.put(group, Disclosure::undecided));
        return decide(figures, groups, k, Disclosure::undecided, allowed);
    }

    /** Decides on more figures of groups where some were decided on before: of those it shows what was shown. */
    public static Disclosed following(
            Disclosed before, Set<String> decided, List<Figure> figures, Map<String, Tally> groups) {
        Map<String, Predicate<String>> allowed = new HashMap<>();
        groups.keySet().forEach(group -> allowed.put(group, unless(decided, before.group(group))));
        return decide(figures, groups, before.k(), unless(decided, before.network()), allowed);
    }

    /** All figures, for who owns the group. */
    public static Shown whole(List<Figure> figures) {
        return new Shown(figures.stream().map(Figure::name).collect(Collectors.toSet()), Set.of());
    }

    private static boolean undecided(String figure) {
        return true;
    }

    private static Predicate<String> unless(Set<String> decided, Shown before) {
        return figure -> !decided.contains(figure) || before.shows(figure);
    }

    private static Disclosed decide(
            List<Figure> figures,
            Map<String, Tally> groups,
            int k,
            Predicate<String> allowed,
            Map<String, Predicate<String>> allowedOf) {
        Rule rule = new Rule(figures, k);
        Release release = new Release(rule, groups);
        release.start(allowed, allowedOf);
        release.protectHidden();
        Map<String, Shown> shown = new HashMap<>();
        groups.forEach((group, tally) -> shown.put(group, new Shown(release.shown(group), rule.tooSmall(tally))));
        return new Disclosed(k, new Shown(release.network(), rule.tooSmall(release.everybody())), shown);
    }
}
