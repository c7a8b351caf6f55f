package org.hfsregistry.analytics.disclosure;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.disclosure.Figure.Count;
import org.hfsregistry.analytics.inference.Tally;

/** Some people and the figures of them that are shown, while it is being decided. Figures and counts go by their places in the rule. */
final class Node {
    private final Rule rule;
    private final Tally people;
    private final Map<String, Tally> ofInsiders;
    private final boolean decided;
    private final Set<String> tooSmall;
    private BitSet shown;
    private Optional<BitSet> told = Optional.empty();

    private Node(
            Rule rule,
            Tally people,
            Map<String, Tally> ofInsiders,
            boolean decided,
            Set<String> tooSmall,
            BitSet shown) {
        this.rule = rule;
        this.people = people;
        this.ofInsiders = ofInsiders;
        this.decided = decided;
        this.tooSmall = tooSmall;
        this.shown = shown;
    }

    /**
     * Some that may yet show less than a verdict says.
     *
     * @param ofInsiders which of these people somebody knows all about, by who it is
     */
    static Node open(Rule rule, Tally people, Map<String, Tally> ofInsiders, Rule.Verdict verdict) {
        return new Node(rule, people, ofInsiders, false, verdict.tooSmall(), verdict.shown());
    }

    /** Some of whom it was decided before what is shown. */
    static Node decided(Rule rule, Tally people, Shown shown) {
        return new Node(rule, people, Map.of(), true, Set.of(), rule.places(shown::shows));
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

    /** The figures that are shown; never changed. */
    BitSet figures() {
        return shown;
    }

    /** What is shown in the end. */
    Shown shown() {
        return new Shown(rule.names(shown), tooSmall);
    }

    /** The counts that follow from what is shown; another set once something else is shown. */
    BitSet told() {
        BitSet now = told.orElseGet(() -> rule.told(people, shown));
        told = Optional.of(now);
        return now;
    }

    boolean tells(int count) {
        return told().get(count);
    }

    /** Goes back to what it showed before. */
    void restore(BitSet before) {
        show(before);
    }

    /** Takes away figures until the count no longer follows, the last of those that it takes first. */
    void hide(int place) {
        Count count = rule.counts().get(place);
        while (tells(place)) {
            Optional<BitSet> last = Optional.empty();
            for (int figure = shown.length() - 1; figure >= 0; figure = shown.previousSetBit(figure - 1)) {
                if (rule.figures().get(figure).partition() == count.partition()) {
                    BitSet left = without(figure);
                    if (!rule.told(people, left).get(place)) {
                        show(left);
                        return;
                    }
                    last = last.isEmpty() ? Optional.of(left) : last;
                }
            }
            show(last.orElseThrow());
        }
    }

    /** What is shown without a figure and all that require it. */
    private BitSet without(int hidden) {
        BitSet left = (BitSet) shown.clone();
        takeAway(hidden, left);
        return left;
    }

    private void takeAway(int hidden, BitSet left) {
        left.clear(hidden);
        rule.requiring(hidden).stream().filter(left::get).forEach(other -> takeAway(other, left));
    }

    private void show(BitSet figures) {
        shown = figures;
        told = Optional.empty();
    }
}
