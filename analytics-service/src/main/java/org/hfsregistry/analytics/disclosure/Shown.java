package org.hfsregistry.analytics.disclosure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which figures of a group an audience gets. It exists so that a channel can't look at a count before asking whether it
 * may.
 *
 * @param figures names of the figures that are shown
 * @param tooSmall names of the sizes that fewer than k people stand behind
 */
public record Shown(Set<String> figures, Set<String> tooSmall) {

    /** Nothing. */
    public static final Shown NOTHING = new Shown(Set.of(), Set.of());

    /** Takes copies. */
    public Shown {
        figures = Set.copyOf(figures);
        tooSmall = Set.copyOf(tooSmall);
    }

    /** Whether the figure is shown. */
    public boolean shows(String figure) {
        return figures.contains(figure);
    }

    /** The same without a figure. */
    public Shown without(String figure) {
        return new Shown(
                figures.stream().filter(each -> !each.equals(figure)).collect(Collectors.toUnmodifiableSet()),
                tooSmall);
    }

    /** Whether the group is too small by this size. */
    public boolean tooSmall(String size) {
        return tooSmall.contains(size);
    }

    /** What is shown here and what is shown there, of other figures of the same group. */
    public Shown and(Shown other) {
        return new Shown(union(figures, other.figures), union(tooSmall, other.tooSmall));
    }

    private static Set<String> union(Set<String> here, Set<String> there) {
        return Stream.concat(here.stream(), there.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
