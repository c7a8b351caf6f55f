package org.hfsregistry.analytics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;

class DisclosurePartsTest {
    private static final Cells ALL = Cells.of(0, 1);
    private static final Cells SOME = Cells.of(0);
    private static final List<Figure> FIGURES =
            List.of(Figure.size("n", 0, ALL), Figure.of("x", 0, List.of(SOME), "n"));

    /** Hospitals with a few parts of two cells, many of them small. */
    @Provide
    Arbitrary<SortedMap<String, SortedMap<Integer, Tally>>> networks() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            SortedMap<String, SortedMap<Integer, Tally>> groups = new TreeMap<>();
            int count = random.nextInt(7);
            for (int group = 0; group < count; group++) {
                SortedMap<Integer, Tally> parts = new TreeMap<>();
                for (int part = 0; part < 4; part++) {
                    int most = random.nextInt(4) == 0 ? 6 : 60;
                    parts.put(part, Tally.of(List.of(new int[] {random.nextInt(most), random.nextInt(most)})));
                }
                groups.put("g" + group, parts);
            }
            return groups;
        });
    }

    @Property(tries = 2000)
    void a_group_and_its_parts_tell_of_no_few(
            @ForAll("networks") SortedMap<String, SortedMap<Integer, Tally>> groups,
            @ForAll @IntRange(min = 2, max = 11) int k) {
        Disclosed whole = new Disclosure().of(FIGURES, sums(groups), k, Optional.empty());
        DisclosedParts parts = new Disclosure().parts(whole, FIGURES, groups, Set.of(), Optional.empty());

        groups.forEach((group, tallies) -> {
            for (Figure figure : FIGURES) {
                List<Tally> hidden = new ArrayList<>();
                tallies.forEach((part, tally) -> {
                    if (parts.group(group, part).shows(figure.name())) {
                        assertNoFew(tally, figure, k);
                    } else if (tally.size(0) > 0) {
                        hidden.add(tally);
                    }
                });
                if (whole.group(group).shows(figure.name()) && hidden.size() < tallies.size()) {
                    assertSumTellsNothing(hidden, tallies.size(), figure, k);
                }
            }
        });
    }

    @Property(tries = 2000)
    void the_parts_of_the_network_tell_of_no_few_beside_those_of_its_groups(
            @ForAll("networks") SortedMap<String, SortedMap<Integer, Tally>> groups,
            @ForAll @IntRange(min = 2, max = 11) int k) {
        DisclosedParts parts = new Disclosure()
                .parts(
                        new Disclosure().of(FIGURES, sums(groups), k, Optional.empty()),
                        FIGURES,
                        groups,
                        Set.of(),
                        Optional.empty());

        for (int part = 0; part < 4; part++) {
            for (Figure figure : FIGURES) {
                if (parts.network(part).shows(figure.name())) {
                    List<Tally> hidden = new ArrayList<>();
                    for (Map.Entry<String, SortedMap<Integer, Tally>> group : groups.entrySet()) {
                        Tally tally = group.getValue().getOrDefault(part, Tally.NOBODY);
                        if (!parts.group(group.getKey(), part).shows(figure.name()) && tally.size(0) > 0) {
                            hidden.add(tally);
                        }
                    }
                    if (!hidden.isEmpty()) {
                        assertThat(hidden).hasSizeGreaterThanOrEqualTo(3);
                        Tally all = hidden.stream().reduce(Tally::plus).orElseThrow();
                        hidden.forEach(one -> assertNoFew(all.minus(one), figure, k));
                    }
                }
            }
        }
    }

    @Property(tries = 1000)
    void a_part_shows_nothing_that_its_whole_does_not(
            @ForAll("networks") SortedMap<String, SortedMap<Integer, Tally>> groups,
            @ForAll @IntRange(min = 2, max = 11) int k) {
        Disclosed whole = new Disclosure().of(FIGURES, sums(groups), k, Optional.empty());
        DisclosedParts parts = new Disclosure().parts(whole, FIGURES, groups, Set.of(), Optional.empty());

        groups.forEach((group, tallies) -> tallies.keySet().forEach(part -> {
            assertThat(whole.group(group).figures())
                    .containsAll(parts.group(group, part).figures());
            assertThat(whole.network().figures())
                    .containsAll(parts.network(part).figures());
        }));
    }

    private static void assertSumTellsNothing(List<Tally> hidden, int of, Figure figure, int k) {
        boolean anybody = !hidden.isEmpty();
        if (anybody && hidden.size() < of) {
            assertThat(hidden).as(figure.name()).hasSizeGreaterThanOrEqualTo(2);
            assertNoFew(hidden.stream().reduce(Tally::plus).orElseThrow(), figure, k);
        }
    }

    /** No count of the figure is of few. */
    private static void assertNoFew(Tally tally, Figure figure, int k) {
        for (Cells set : figure.sets()) {
            int count = tally.count(0, set);
            assertThat(count == 0 || count >= k)
                    .as("%s: %s of %s", figure.name(), count, k)
                    .isTrue();
        }
    }

    private static Map<String, Tally> sums(SortedMap<String, SortedMap<Integer, Tally>> groups) {
        Map<String, Tally> sums = new HashMap<>();
        groups.forEach((group, parts) ->
                sums.put(group, parts.values().stream().reduce(Tally::plus).orElse(Tally.NOBODY)));
        return sums;
    }
}
