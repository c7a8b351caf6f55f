package org.hfsregistry.analytics.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.disclosure.Figure.Count;
import org.hfsregistry.analytics.inference.Inference;
import org.hfsregistry.analytics.inference.Tally;

/**
 * People in all, and the parts that they consist of. A count that the whole tells and some parts with people in them don't
 * gives away the sum over these parts. That is safe if they are none; or if they are not fewer than a least number and,
 * whoever knows all about some of them leaves these out, nothing of fewer than k people follows from the sums that are
 * known over the others. Counts and parts go by their places.
 */
final class Line {
    private final Rule rule;
    private final Node whole;
    private final List<Node> parts;
    private final int fewestHidden;
    private final List<BitSet> peopled;
    private final BitSet[] told;
    private final List<BitSet> hiding;
    private final Map<Sums, Boolean> safe = new HashMap<>();

    /** With the least number. */
    Line(Rule rule, Node whole, List<Node> parts, int fewestHidden) {
        this.rule = rule;
        this.whole = whole;
        this.fewestHidden = fewestHidden;
        Count size = rule.counts().getFirst();
        this.parts = parts.stream()
                .map(part -> new Sized(part, part.people().count(size.partition(), size.set())))
                .sorted(Comparator.comparingInt(Sized::size))
                .map(Sized::part)
                .toList();
        this.told = new BitSet[parts.size()];
        this.hiding = rule.counts().stream().map(_ -> new BitSet()).toList();
        Map<Integer, BitSet> peopledOf = new HashMap<>();
        this.peopled = rule.counts().stream()
                .map(count -> peopledOf.computeIfAbsent(count.partition(), this::peopled))
                .toList();
    }

    private record Sized(Node part, int size) {}

    /** The sums over some parts together that are known. */
    private record Sums(int partition, BitSet parts, BitSet known) {}

    private BitSet peopled(int partition) {
        BitSet places = new BitSet(parts.size());
        for (int part = 0; part < parts.size(); part++) {
            places.set(part, !parts.get(part).people().isNobody(partition));
        }
        return places;
    }

    /** Hides what is needed, first in the smallest parts, then in the whole; false where there was nothing to hide. */
    boolean protect() {
        int before = shown();
        for (int count = 0; count < rule.counts().size(); count++) {
            if (whole.tells(count) && !tellsNothing(count) && !hideInMoreParts(count) && !whole.isDecided()) {
                whole.hide(count);
            }
        }
        return shown() < before;
    }

    private int shown() {
        return whole.figures().cardinality()
                + parts.stream().mapToInt(part -> part.figures().cardinality()).sum();
    }

    /** Of a whole that was decided before all parts may be hidden in the end: then nothing is known but the whole. */
    private boolean hideInMoreParts(int count) {
        Map<Node, BitSet> before = new HashMap<>();
        for (Node part : parts) {
            if (part.tells(count)) {
                before.put(part, part.figures());
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

    private boolean tellsNothing(int count) {
        lookAgain();
        BitSet those = hiding.get(count);
        int partition = rule.counts().get(count).partition();
        if (those.isEmpty() || (whole.isDecided() && those.equals(peopled.get(count)))) {
            return true;
        }
        if (those.cardinality() < fewestHidden) {
            return false;
        }
        BitSet known = (BitSet) whole.told().clone();
        known.and(rule.besides(count));
        Set<BitSet> tried = new HashSet<>();
        for (int other = known.nextSetBit(0); other >= 0; other = known.nextSetBit(other + 1)) {
            BitSet together = union(those, hiding.get(other));
            if (tried.add(together) && !isSafe(partition, together, known)) {
                return false;
            }
        }
        return true;
    }

    /** Which parts with people in them don't tell which counts, where that has changed. */
    private void lookAgain() {
        for (int part = 0; part < told.length; part++) {
            BitSet now = parts.get(part).told();
            if (!now.equals(told[part])) {
                told[part] = now;
                for (int count = 0; count < hiding.size(); count++) {
                    hiding.get(count).set(part, peopled.get(count).get(part) && !now.get(count));
                }
            }
        }
    }

    /**
     * Whether nothing follows from all that is known of some parts together, also without those that anyone knows. It depends on
     * what is known alone, which is the same again and again.
     */
    private boolean isSafe(int partition, BitSet together, BitSet known) {
        BitSet sums = new BitSet();
        for (int count = known.nextSetBit(0); count >= 0; count = known.nextSetBit(count + 1)) {
            sums.set(count, isAmong(hiding.get(count), together));
        }
        return safe.computeIfAbsent(new Sums(partition, together, sums), this::isSafe);
    }

    private boolean isSafe(Sums sums) {
        Tally hidden = Tally.NOBODY;
        Map<String, Tally> ofInsiders = new HashMap<>();
        for (int part = sums.parts.nextSetBit(0); part >= 0; part = sums.parts.nextSetBit(part + 1)) {
            Node node = parts.get(part);
            hidden = hidden.plus(node.people().only(sums.partition));
            node.ofInsiders()
                    .forEach((insider, people) -> ofInsiders.merge(insider, people.only(sums.partition), Tally::plus));
        }
        int[] all = hidden.cells(0);
        Inference inference = rule.inference(all.length, sums.partition, sums.known);
        return inference.safe(all)
                && ofInsiders.values().stream().allMatch(people -> inference.safe(all, people.cells(0)));
    }

    private static BitSet union(BitSet some, BitSet others) {
        BitSet all = (BitSet) some.clone();
        all.or(others);
        return all;
    }

    private static boolean isAmong(BitSet some, BitSet all) {
        BitSet beyond = (BitSet) some.clone();
        beyond.andNot(all);
        return beyond.isEmpty();
    }
}
