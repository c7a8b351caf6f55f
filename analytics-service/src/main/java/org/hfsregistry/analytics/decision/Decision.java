package org.hfsregistry.analytics.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.disclosure.Disclosed;
import org.hfsregistry.analytics.disclosure.DisclosedParts;
import org.hfsregistry.analytics.disclosure.Disclosure;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;

/**
 * What of some treatments is shown to those who get one k. It exists so that all that counts the same people is decided
 * once, for every statistic of them. Immutable.
 */
public final class Decision {
    private final Disclosure disclosure;
    private final List<Figure> figures;
    private final SortedMap<String, SortedMap<Integer, Tally>> people;
    private final Map<String, Tally> groups = new HashMap<>();
    private final SortedMap<Integer, Tally> network = new TreeMap<>();
    private final Set<String> assumed;
    private final Optional<Decision> wider;
    private final Disclosed whole;
    private final DisclosedParts parts;

    private Decision(
            Disclosure disclosure,
            List<Figure> figures,
            SortedMap<String, SortedMap<Integer, Tally>> people,
            Set<String> assumed,
            Optional<Decision> wider,
            Deciding deciding) {
        this.disclosure = disclosure;
        this.figures = figures;
        this.assumed = assumed;
        this.wider = wider;
        this.people = people;
        people.forEach((group, tallies) -> {
            groups.put(group, sum(tallies.values()));
            tallies.forEach((part, tally) -> network.merge(part, tally, Tally::plus));
        });
        this.whole = deciding.whole(groups);
        this.parts = network.size() > 1 ? deciding.parts(whole) : DisclosedParts.NOTHING;
    }

    private interface Deciding {
        Disclosed whole(Map<String, Tally> groups);

        DisclosedParts parts(Disclosed whole);
    }

    /**
     * Decides on figures of people, who are counted by group and part.
     *
     * @param disclosure keeps what it found, for the next state of the data
     * @param least the smallest k that anybody gets: who gets a larger one is shown nothing that those are not
     */
    public static Decision of(
            Disclosure disclosure,
            List<Figure> figures,
            SortedMap<String, SortedMap<Integer, Tally>> people,
            int k,
            int least) {
        return of(disclosure, figures, people, Set.of(), k, least);
    }

    /**
     * Decides on figures of people.
     *
     * @param assumed figures of parts that may be known from elsewhere, hidden or not: nothing is shown that tells of few with them
     */
    public static Decision of(
            Disclosure disclosure,
            List<Figure> figures,
            SortedMap<String, SortedMap<Integer, Tally>> people,
            Set<String> assumed,
            int k,
            int least) {
        Optional<Decision> known =
                k > least ? Optional.of(of(disclosure, figures, people, assumed, least, least)) : Optional.empty();
        return new Decision(disclosure, figures, people, assumed, known, new Deciding() {
            @Override
            public Disclosed whole(Map<String, Tally> groups) {
                return disclosure.of(figures, groups, k, known.map(of -> of.whole));
            }

            @Override
            public DisclosedParts parts(Disclosed whole) {
                return disclosure.parts(whole, figures, people, assumed, known.map(of -> of.parts));
            }
        });
    }

    /** Decides on more figures of the same people; of those decided here it shows what is shown here. */
    public Decision followedBy(List<Figure> more, SortedMap<String, SortedMap<Integer, Tally>> counted) {
        Set<String> decided = figures.stream().map(Figure::name).collect(Collectors.toUnmodifiableSet());
        Optional<Decision> known = wider.map(of -> of.followedBy(more, counted));
        return new Decision(disclosure, more, counted, assumed, known, new Deciding() {
            @Override
            public Disclosed whole(Map<String, Tally> groups) {
                return disclosure.following(whole, decided, more, groups, known.map(of -> of.whole));
            }

            @Override
            public DisclosedParts parts(Disclosed following) {
                return disclosure.partsFollowing(
                        parts, decided, following, more, counted, assumed, known.map(of -> of.parts));
            }
        });
    }

    /** Decides on figures of others, for those who get the same k. */
    public Decision ofOthers(List<Figure> others, SortedMap<String, SortedMap<Integer, Tally>> counted) {
        return of(disclosure, others, counted, k(), least());
    }

    /** Shows nothing to anybody but the hospital itself. */
    public static Decision nothing(List<Figure> figures, SortedMap<String, SortedMap<Integer, Tally>> people, int k) {
        return new Decision(new Disclosure(), figures, people, Set.of(), Optional.empty(), new Deciding() {
            @Override
            public Disclosed whole(Map<String, Tally> groups) {
                return Disclosure.nothing(k);
            }

            @Override
            public DisclosedParts parts(Disclosed whole) {
                return DisclosedParts.NOTHING;
            }
        });
    }

    /** How many people a shown number stands for. */
    public int k() {
        return whole.k();
    }

    /** The smallest k that anybody gets. */
    public int least() {
        return wider.map(Decision::k).orElse(k());
    }

    /** The people of a group's part. */
    public Tally people(String group, Part part) {
        return part.whole()
                ? groups.getOrDefault(group, Tally.NOBODY)
                : sum(part.among(people.getOrDefault(group, new TreeMap<>())));
    }

    /** The people of the network's part. */
    public Tally everybody(Part part) {
        return sum(part.among(network));
    }

    /** What of a group's part is shown; all figures to the group itself. */
    public Shown group(String group, Part part, boolean own) {
        return own ? own() : group(group, part);
    }

    /** What of a group's part is shown to others. */
    public Shown group(String group, Part part) {
        return shown(
                people.getOrDefault(group, new TreeMap<>()),
                part,
                whole.group(group),
                number -> parts.group(group, number));
    }

    /** What of the network's part is shown. */
    public Shown network(Part part) {
        return shown(network, part, whole.network(), parts::network);
    }

    /** All figures, for the hospital itself. */
    public Shown own() {
        return Disclosure.whole(figures);
    }

    /** Several parts show what each of them shows; parts that are all there is show what the whole shows. */
    private Shown shown(Map<Integer, Tally> tallies, Part part, Shown all, IntFunction<Shown> ofPart) {
        if (part.whole() || tallies.entrySet().stream().allMatch(each -> isAskedForOrEmpty(part, each))) {
            return all;
        }
        List<Shown> shown = new ArrayList<>();
        tallies.forEach((number, tally) -> {
            if (part.has(number)) {
                shown.add(ofPart.apply(number));
            }
        });
        return Disclosure.together(figures, shown);
    }

    private static boolean isAskedForOrEmpty(Part part, Map.Entry<Integer, Tally> tally) {
        return part.has(tally.getKey()) || tally.getValue().size(0) == 0;
    }

    private static Tally sum(Iterable<Tally> tallies) {
        Tally sum = Tally.NOBODY;
        for (Tally tally : tallies) {
            sum = sum.plus(tally);
        }
        return sum;
    }
}
