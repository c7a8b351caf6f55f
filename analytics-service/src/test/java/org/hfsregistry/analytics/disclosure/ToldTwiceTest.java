package org.hfsregistry.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.junit.jupiter.api.Test;

/** A number that is told in more than one way. */
class ToldTwiceTest {

    @Test
    void a_count_that_two_figures_tell_is_hidden_in_both() {
        List<Figure> figures = List.of(
                Figure.size("n", 0, Cells.of(0, 1)),
                Figure.of("x and n", 0, List.of(Cells.of(0), Cells.of(0, 1))),
                Figure.of("n again", 0, List.of(Cells.of(0, 1))));
        Map<String, Tally> groups = new LinkedHashMap<>();
        groups.put("few", Tally.of(List.of(new int[] {3, 4})));
        groups.put("many", Tally.of(List.of(new int[] {20, 20})));
        groups.put("more", Tally.of(List.of(new int[] {30, 30})));
        groups.put("most", Tally.of(List.of(new int[] {40, 40})));

        Disclosed disclosed = new Disclosure().of(figures, groups, 11, Optional.empty());

        assertThat(disclosed.network().figures()).contains("n");
        assertThat(disclosed.group("many").figures())
                .as("one of the three whose sum is known")
                .isEmpty();
        assertThat(disclosed.group("most").figures()).contains("n", "x and n", "n again");
    }

    @Test
    void a_count_that_is_the_rest_of_others_is_hidden_with_one_of_these() {
        List<Figure> figures = List.of(
                Figure.size("n", 0, Cells.of(0, 1, 2)),
                Figure.of("x", 0, List.of(Cells.of(0)), "n"),
                Figure.of("y", 0, List.of(Cells.of(1)), "n"),
                Figure.of("rest", 0, List.of(Cells.of(2)), "n"));
        Map<String, Tally> groups = new LinkedHashMap<>();
        groups.put("few", Tally.of(List.of(new int[] {20, 20, 3})));
        groups.put("many", Tally.of(List.of(new int[] {20, 20, 20})));
        groups.put("more", Tally.of(List.of(new int[] {30, 30, 30})));
        groups.put("most", Tally.of(List.of(new int[] {40, 40, 40})));

        Disclosed disclosed = new Disclosure().of(figures, groups, 11, Optional.empty());

        groups.keySet().stream()
                .map(disclosed::group)
                .filter(group -> !group.shows("rest"))
                .forEach(group -> assertThat(group.figures().containsAll(Set.of("n", "x", "y")))
                        .isFalse());
    }
}
