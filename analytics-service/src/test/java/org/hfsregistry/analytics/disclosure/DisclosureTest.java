package org.hfsregistry.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.analytics.disclosure.CurveEnd.Leaving;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;

class DisclosureTest {
    private static final Cells ALL = Cells.of(0, 1, 2, 3);
    private static final List<Figure> FIGURES = List.of(
            Figure.size("n", 0, Cells.of(0, 1, 2)),
            Figure.of("x", 0, List.of(Cells.of(0)), "n"),
            Figure.of("all", 0, List.of(ALL), "n"),
            Figure.of("y", 0, List.of(Cells.of(0, 1)), "x"));

    /** Networks of a few groups of four cells, many of them small. */
    @Provide
    Arbitrary<Map<String, Tally>> networks() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            Map<String, Tally> groups = new LinkedHashMap<>();
            int count = random.nextInt(9);
            for (int group = 0; group < count; group++) {
                int[] cells = new int[4];
                for (int cell = 0; cell < cells.length; cell++) {
                    cells[cell] = random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 6 : 40);
                }
                groups.put("g" + group, Tally.of(List.of(cells)));
            }
            return groups;
        });
    }

    @Property(tries = 3000)
    void no_set_of_cells_that_can_be_worked_out_of_a_group_is_of_few(
            @ForAll("networks") Map<String, Tally> groups, @ForAll @IntRange(min = 2, max = 11) int k) {
        Disclosed disclosed = new Disclosure().of(FIGURES, groups, k, Optional.empty());

        groups.forEach(
                (group, tally) -> assertThat(smallestThatFollows(tally.cells(0), sets(disclosed.group(group)), k))
                        .as(group)
                        .isEmpty());
    }

    @Property(tries = 3000)
    void what_the_network_shows_beside_the_groups_tells_of_no_few_even_to_a_hidden_group(
            @ForAll("networks") Map<String, Tally> groups, @ForAll @IntRange(min = 2, max = 11) int k) {
        Disclosed disclosed = new Disclosure().of(FIGURES, groups, k, Optional.empty());

        for (Figure figure : FIGURES) {
            List<Tally> hidden = groups.entrySet().stream()
                    .filter(group -> !disclosed.group(group.getKey()).shows(figure.name()))
                    .map(Map.Entry::getValue)
                    .filter(tally -> tally.count(0, ALL) > 0)
                    .toList();
            if (disclosed.network().shows(figure.name()) && !hidden.isEmpty()) {
                assertThat(hidden).as(figure.name()).hasSizeGreaterThanOrEqualTo(3);
                for (int one = 0; one < hidden.size(); one++) {
                    int[] others = new int[4];
                    for (int other = 0; other < hidden.size(); other++) {
                        if (other != one) {
                            add(others, hidden.get(other).cells(0));
                        }
                    }
                    assertThat(smallestThatFollows(others, figure.sets(), k))
                            .as(figure.name())
                            .isEmpty();
                }
            }
        }
    }

    @Property(tries = 1000)
    void a_group_that_is_shown_is_of_k_and_its_figures_bring_what_they_require(
            @ForAll("networks") Map<String, Tally> groups, @ForAll @IntRange(min = 2, max = 11) int k) {
        Disclosed disclosed = new Disclosure().of(FIGURES, groups, k, Optional.empty());

        groups.forEach((group, tally) -> {
            Shown shown = disclosed.group(group);
            assertThat(shown.tooSmall("n")).isEqualTo(tally.count(0, Cells.of(0, 1, 2)) < k);
            if (shown.shows("n")) {
                assertThat(tally.count(0, Cells.of(0, 1, 2))).isGreaterThanOrEqualTo(k);
            }
            FIGURES.stream()
                    .filter(figure -> shown.shows(figure.name()))
                    .forEach(figure -> assertThat(shown.figures()).containsAll(figure.requires()));
        });
    }

    @Property(tries = 500)
    void the_order_of_the_groups_does_not_matter(
            @ForAll("networks") Map<String, Tally> groups, @ForAll @IntRange(min = 2, max = 11) int k) {
        List<String> reversed = new ArrayList<>(groups.keySet()).reversed();
        Map<String, Tally> other = new LinkedHashMap<>();
        reversed.forEach(group -> other.put(group, tally(groups, group)));

        assertThat(new Disclosure().of(FIGURES, other, k, Optional.empty()))
                .isEqualTo(new Disclosure().of(FIGURES, groups, k, Optional.empty()));
    }

    @Property(tries = 500)
    void what_was_decided_before_stays_hidden(
            @ForAll("networks") Map<String, Tally> groups, @ForAll @IntRange(min = 2, max = 11) int k) {
        List<Figure> first = FIGURES.subList(0, 2);
        Disclosed before = new Disclosure().of(first, groups, k, Optional.empty());

        Disclosed after = new Disclosure().following(before, Set.of("n", "x"), FIGURES, groups, Optional.empty());

        groups.keySet()
                .forEach(group -> assertThat(before.group(group).figures())
                        .containsAll(after.group(group).figures().stream()
                                .filter(Set.of("n", "x")::contains)
                                .toList()));
    }

    @Example
    void one_small_hospital_hides_the_two_next_larger_so_that_the_network_can_be_shown() {
        Map<String, Tally> groups = new HashMap<>();
        groups.put("small", Tally.of(List.of(new int[] {4, 0, 0, 0})));
        groups.put("b", Tally.of(List.of(new int[] {20, 20, 0, 0})));
        groups.put("c", Tally.of(List.of(new int[] {30, 30, 0, 0})));
        groups.put("d", Tally.of(List.of(new int[] {40, 40, 0, 0})));

        Disclosed disclosed = new Disclosure().of(FIGURES, groups, 11, Optional.empty());

        assertThat(disclosed.network().shows("x")).isTrue();
        assertThat(disclosed.group("small").shows("n")).isFalse();
        assertThat(disclosed.group("b").shows("n")).isFalse();
        assertThat(disclosed.group("b").tooSmall("n")).isFalse();
        assertThat(disclosed.group("c").shows("n")).isFalse();
        assertThat(disclosed.group("d").shows("x")).isTrue();
    }

    @Example
    void where_nothing_suffices_the_network_is_hidden_and_the_large_group_stays() {
        Map<String, Tally> groups = new HashMap<>();
        groups.put("small", Tally.of(List.of(new int[] {4, 0, 0, 0})));
        groups.put("large", Tally.of(List.of(new int[] {40, 40, 0, 0})));

        Disclosed disclosed = new Disclosure().of(FIGURES, groups, 11, Optional.empty());

        assertThat(disclosed.network().figures()).isEmpty();
        assertThat(disclosed.group("large").shows("x")).isTrue();
    }

    @Example
    void a_curve_of_the_network_stops_where_it_would_show_what_goes_on_in_one_that_stopped() {
        Leaving shortOne = falling(100, 20);
        Leaving longOne = falling(300, 60);
        Leaving network = falling(301, 200);

        assertThat(CurveEnd.ofNetwork(11, 300, network, List.of())).isEqualTo(300);
        assertThat(CurveEnd.ofNetwork(11, 300, network, List.of(new CurveEnd.Tail(80, shortOne))))
                .isEqualTo(79);
        assertThat(CurveEnd.ofNetwork(
                        11,
                        300,
                        network,
                        List.of(
                                new CurveEnd.Tail(0, longOne),
                                new CurveEnd.Tail(0, longOne),
                                new CurveEnd.Tail(0, shortOne))))
                .as("until the short one has ended and only two are left")
                .isEqualTo(99);
    }

    @Example
    void a_curve_stops_where_nobody_or_many_leave_after_it_in_each_way() {
        int[] counted = {14, 14, 12, 12, 2, 2};
        int[] otherwise = {30, 29, 28, 20, 9, 0};

        assertThat(CurveEnd.of(11, 5, new Leaving(counted, otherwise)))
                .as("nobody after the last day")
                .isEqualTo(5);
        assertThat(CurveEnd.of(11, 4, new Leaving(counted, otherwise)))
                .as("2 leave after the days 3 and 4, 12 and 20 after day 2")
                .isEqualTo(2);
        assertThat(CurveEnd.of(13, 4, new Leaving(counted, otherwise))).isEqualTo(0);
        assertThat(CurveEnd.of(15, 4, new Leaving(counted, otherwise))).isEqualTo(-1);
    }

    private static Leaving falling(int days, int from) {
        int[] leaving = new int[days];
        Arrays.setAll(leaving, day -> Math.max(1, from - from * day / days));
        return new Leaving(new int[days], leaving);
    }

    private static Tally tally(Map<String, Tally> groups, String group) {
        return groups.getOrDefault(group, Tally.of(List.of(new int[4])));
    }

    private static void add(int[] sum, int[] cells) {
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] += cells[cell];
        }
    }

    private static List<Cells> sets(Shown shown) {
        return FIGURES.stream()
                .filter(figure -> shown.shows(figure.name()))
                .flatMap(figure -> figure.sets().stream())
                .toList();
    }

    /**
     * Works out sets of cells the other way round: all sums and differences of up to four known counts that come to a set
     * of cells each once. Returns one that few people are in.
     */
    private static List<Long> smallestThatFollows(int[] cells, List<Cells> known, int k) {
        int combinations = (int) Math.pow(3, known.size());
        for (int combination = 0; combination < combinations; combination++) {
            int[] sum = new int[cells.length];
            int rest = combination;
            for (Cells set : known) {
                int sign = rest % 3 - 1;
                rest /= 3;
                for (int cell = 0; cell < cells.length; cell++) {
                    sum[cell] += set.has(cell) ? sign : 0;
                }
            }
            if (Arrays.stream(sum).allMatch(times -> times == 0 || times == 1)) {
                int people = 0;
                long set = 0;
                for (int cell = 0; cell < cells.length; cell++) {
                    people += sum[cell] * cells[cell];
                    set |= (long) sum[cell] << cell;
                }
                if (people > 0 && people < k) {
                    return List.of(set);
                }
            }
        }
        return List.of();
    }

    @Property(tries = 1000)
    void who_gets_a_larger_k_is_shown_nothing_that_a_smaller_one_hides(@ForAll("networks") Map<String, Tally> groups) {
        Disclosed researchers = new Disclosure().of(FIGURES, groups, 5, Optional.empty());
        Disclosed everybody = new Disclosure().of(FIGURES, groups, 11, Optional.of(researchers));

        assertThat(researchers.network().figures())
                .containsAll(everybody.network().figures());
        groups.keySet()
                .forEach(group -> assertThat(researchers.group(group).figures())
                        .containsAll(everybody.group(group).figures()));
    }
}
