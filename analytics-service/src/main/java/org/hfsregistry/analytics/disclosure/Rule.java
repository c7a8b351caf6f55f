package org.hfsregistry.analytics.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.disclosure.Figure.Count;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Inference;
import org.hfsregistry.analytics.inference.Latest;
import org.hfsregistry.analytics.inference.Span;
import org.hfsregistry.analytics.inference.Tally;

/**
 * What may be shown of some people by themselves, whatever is shown of others. Figures and counts go by their places here. What
 * it found is kept: a change is of one hospital, of all others the same is asked again with each state of the data, and the
 * answer depends on nothing but the question. Rules are told apart by identity.
 */
final class Rule {
    private final List<Figure> figures;
    private final int k;
    private final List<Count> counts;
    private final List<BitSet> countsOf;
    private final List<BitSet> requiring;
    private final List<BitSet> besides;
    private final Found found;

    private Rule(List<Figure> figures, int k, Found found) {
        this.found = found;
        this.figures = List.copyOf(figures);
        this.k = k;
        this.counts = Count.of(figures);
        this.countsOf = figures.stream().map(this::countsOf).toList();
        this.besides = counts.stream().map(this::besides).toList();
        this.requiring = figures.stream().map(this::requiring).toList();
    }

    /**
     * What is shown of people, and which sizes fewer than k of them stand behind. Neither is ever changed.
     *
     * @param shown places of figures
     */
    record Verdict(BitSet shown, Set<String> tooSmall) {}

    private record Asked(Rule by, Tally people, BitSet assumed, BitSet open) {}

    /** Which cells have people in them is all that matters. */
    private record Telling(Rule by, BitSet peopled, BitSet shown) {}

    private record Known(Rule by, int partition, int cells, BitSet counts) {}

    /** All rules of one registry, with what they found. It exists so that what is kept has an owner and a bound. */
    static final class Found {
        private static final int MOST_RULES = 64;
        private static final int MOST_INFERENCES = 1_024;
        private static final int MOST_OF_PEOPLE = 32_768;

        private final Latest<OfFigures, Rule> rules = new Latest<>(MOST_RULES);
        private final Latest<Asked, Verdict> verdicts = new Latest<>(MOST_OF_PEOPLE);
        private final Latest<Telling, BitSet> told = new Latest<>(MOST_OF_PEOPLE);
        private final Latest<Known, Inference> inferences = new Latest<>(MOST_INFERENCES);
        private final Latest<Inference.Asked, Boolean> answers = new Latest<>(MOST_OF_PEOPLE);

        private record OfFigures(List<Figure> figures, int k) {}

        /** The rule for figures in their order. */
        Rule rule(List<Figure> figures, int k) {
            List<Figure> copy = List.copyOf(figures);
            return rules.get(new OfFigures(copy, k), () -> new Rule(copy, k, this));
        }
    }

    private BitSet countsOf(Figure figure) {
        BitSet of = new BitSet();
        figure.sets().forEach(set -> of.set(counts.indexOf(new Count(figure.partition(), set))));
        return of;
    }

    private BitSet besides(Count one) {
        BitSet places = new BitSet();
        for (int place = 0; place < counts.size(); place++) {
            places.set(place, counts.get(place).partition() == one.partition());
        }
        return places;
    }

    /** The places of those that are not shown without the figure. */
    private BitSet requiring(Figure required) {
        BitSet places = new BitSet();
        for (int place = 0; place < figures.size(); place++) {
            places.set(place, figures.get(place).requires().contains(required.name()));
        }
        return places;
    }

    List<Figure> figures() {
        return figures;
    }

    int k() {
        return k;
    }

    /** All that the figures tell. */
    List<Count> counts() {
        return counts;
    }

    /** The places of the counts of one partition with a count. */
    BitSet besides(int count) {
        return besides.get(count);
    }

    /** The places of those that require the figure. */
    BitSet requiring(int figure) {
        return requiring.get(figure);
    }

    /** The places of figures by their names. */
    BitSet places(Predicate<String> names) {
        BitSet places = new BitSet(figures.size());
        for (int place = 0; place < figures.size(); place++) {
            places.set(place, names.test(figures.get(place).name()));
        }
        return places;
    }

    /** The names of figures by their places. */
    Set<String> names(BitSet places) {
        return places.stream().mapToObj(place -> figures.get(place).name()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What is shown of people, figures taken in their order.
     *
     * @param assumed figures that may be known from elsewhere: nothing is shown that tells of few with them
     */
    Verdict verdict(Tally people, Set<String> assumed, Predicate<String> allowed) {
        Asked asked = new Asked(this, people, places(assumed::contains), places(allowed));
        return found.verdicts.get(asked, () -> new Verdict(shown(asked), tooSmall(people)));
    }

    private BitSet shown(Asked asked) {
        BitSet shown = new BitSet();
        BitSet known = new BitSet();
        asked.assumed.stream().forEach(place -> known.or(countsOf.get(place)));
        asked.open.stream().forEach(place -> {
            Figure figure = figures.get(place);
            if (shows(shown, figure.requires()) && isLargeEnough(figure, asked.people)) {
                BitSet with = (BitSet) known.clone();
                with.or(countsOf.get(place));
                int[] cells = asked.people.cells(figure.partition());
                if (inference(cells.length, figure.partition(), with).safe(cells)) {
                    shown.set(place);
                    known.or(with);
                }
            }
        });
        return shown;
    }

    private boolean shows(BitSet shown, List<String> names) {
        return shown.stream()
                .mapToObj(place -> figures.get(place).name())
                .toList()
                .containsAll(names);
    }

    /** What follows of the people in so many cells of a partition from the counts of it that are known. */
    Inference inference(int cells, int partition, BitSet known) {
        BitSet of = (BitSet) known.clone();
        known.stream()
                .filter(count -> counts.get(count).partition() != partition)
                .forEach(of::clear);
        return found.inferences.get(
                new Known(this, partition, cells, of),
                () -> new Inference(
                        cells,
                        of.stream().mapToObj(count -> counts.get(count).set()).toList(),
                        k,
                        found.answers));
    }

    /** The places of the counts that follow from what is shown of people; of nobody nothing does. Never changed. */
    BitSet told(Tally people, BitSet shown) {
        return found.told.get(
                new Telling(this, people.peopled(), (BitSet) shown.clone()), () -> follows(people, shown));
    }

    private BitSet follows(Tally people, BitSet shown) {
        BitSet known = new BitSet();
        shown.stream().forEach(place -> known.or(countsOf.get(place)));
        BitSet follows = new BitSet();
        for (int partition : counts.stream().map(Count::partition).distinct().toList()) {
            if (!people.isNobody(partition)) {
                List<Cells> sets = new ArrayList<>();
                known.stream()
                        .filter(count -> counts.get(count).partition() == partition)
                        .forEach(count -> sets.add(counts.get(count).set()));
                Span span = new Span(people.cells(partition), sets);
                for (int count = 0; count < counts.size(); count++) {
                    Count asked = counts.get(count);
                    follows.set(count, follows.get(count) || (asked.partition() == partition && span.has(asked.set())));
                }
            }
        }
        return follows;
    }

    private Set<String> tooSmall(Tally people) {
        return figures.stream()
                .filter(figure -> !isLargeEnough(figure, people))
                .map(Figure::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isLargeEnough(Figure figure, Tally people) {
        return !figure.size() || figure.sets().stream().allMatch(set -> people.count(figure.partition(), set) >= k);
    }
}
