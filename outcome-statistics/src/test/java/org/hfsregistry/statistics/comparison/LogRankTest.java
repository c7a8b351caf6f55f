package org.hfsregistry.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random cohorts of two to five groups against R's survdiff, and what must hold of all comparisons. */
class LogRankTest {
    private static final double EXACT = 1e-9;
    private static final int GROUPS = 5;
    private static final Map<Integer, List<ReferenceTable.Row>> COMPARED = ReferenceTable.rowsBy("cohort", "compared");
    private static final Map<Integer, List<ReferenceTable.Row>> TESTS = ReferenceTable.rowsBy("cohort", "log-rank");
    private static final Map<Integer, List<ReferenceTable.Row>> COUNTS =
            ReferenceTable.rowsBy("cohort", "log-rank-groups");

    /** Somebody who left on a day, with or without the event. */
    record Left(int day, boolean event, int group) {}

    static Set<Integer> cohorts() {
        return TESTS.keySet();
    }

    @Provide
    Arbitrary<List<Left>> cohort() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2))
                .as(Left::new)
                .list()
                .ofMaxSize(40);
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void groups_have_the_test_of_R_or_none_where_R_has_none(int cohort) {
        List<ReferenceTable.Row> rows = COMPARED.getOrDefault(cohort, List.of());
        ReferenceTable.Row row = TESTS.getOrDefault(cohort, List.of()).getFirst();
        Comparison comparison = LogRank.ofRows(
                ReferenceTable.wholes(rows, "day"),
                ReferenceTable.flags(rows, "event"),
                ReferenceTable.wholes(rows, "group"),
                GROUPS);
        assertThat(comparison.test().isPresent()).isEqualTo(row.maybe("chi2").isPresent());
        comparison.test().ifPresent(test -> {
            double statistic = row.number("chi2");
            assertThat(test.statistic()).isCloseTo(statistic, within(EXACT * Math.max(1, statistic)));
            assertThat(test.degreesOfFreedom()).isEqualTo(row.whole("df"));
            assertThat(test.p()).isCloseTo(row.number("p"), within(EXACT));
        });
        for (ReferenceTable.Row counts : COUNTS.getOrDefault(cohort, List.of())) {
            ComparedGroup group = comparison.groups().get(counts.whole("group"));
            assertThat(group.followed()).isEqualTo(counts.whole("n"));
            assertThat(group.observed()).isEqualTo(counts.whole("observed"));
            assertThat(group.expected()).isCloseTo(counts.number("expected"), within(EXACT));
        }
    }

    @Property
    void as_many_events_are_expected_as_were_observed(@ForAll("cohort") List<Left> cohort) {
        List<ComparedGroup> groups = compare(cohort).groups();
        int observed = groups.stream().mapToInt(ComparedGroup::observed).sum();
        assertThat(groups.stream().mapToDouble(ComparedGroup::expected).sum()).isCloseTo(observed, within(1e-9));
        assertThat(groups.stream().mapToInt(ComparedGroup::followed).sum()).isEqualTo(cohort.size());
    }

    @Property
    void a_probability_lies_from_0_to_1(@ForAll("cohort") List<Left> cohort) {
        compare(cohort).test().ifPresent(test -> {
            assertThat(test.p()).isBetween(0.0, 1.0);
            assertThat(test.statistic()).isNotNegative();
            assertThat(test.degreesOfFreedom()).isBetween(1, 2);
        });
    }

    @Property
    void the_order_of_rows_changes_no_bit(@ForAll("cohort") List<Left> cohort, @ForAll Random random) {
        List<Left> shuffled = Arrays.asList(cohort.toArray(Left[]::new));
        Collections.shuffle(shuffled, random);
        assertThat(compare(shuffled)).isEqualTo(compare(cohort));
    }

    @Property
    void the_names_of_groups_do_not_matter(@ForAll("cohort") List<Left> cohort) {
        List<Left> renamed = cohort.stream()
                .map(left -> new Left(left.day(), left.event(), 2 - left.group()))
                .toList();
        Comparison one = compare(cohort);
        Comparison other = compare(renamed);
        assertThat(other.groups()).isEqualTo(one.groups().reversed());
        assertThat(other.test().isPresent()).isEqualTo(one.test().isPresent());
        one.test()
                .ifPresent(test -> assertThat(other.test().orElseThrow().statistic())
                        .isCloseTo(test.statistic(), within(1e-9 * Math.max(1, test.statistic()))));
    }

    @Property
    void groups_with_the_same_rows_do_not_differ(@ForAll("cohort") List<Left> cohort) {
        List<Left> twice = new ArrayList<>();
        for (Left left : cohort) {
            twice.add(new Left(left.day(), left.event(), 0));
            twice.add(new Left(left.day(), left.event(), 1));
        }
        compare(twice).test().ifPresent(test -> assertThat(test.statistic()).isCloseTo(0, within(1e-9)));
    }

    @Example
    void where_nothing_could_have_come_out_otherwise_there_is_no_test() {
        assertThat(compare(List.of()).test()).isEmpty();
        assertThat(compare(List.of(new Left(3, true, 0), new Left(5, true, 0))).test())
                .isEmpty();
        assertThat(compare(List.of(new Left(3, false, 0), new Left(5, false, 1)))
                        .test())
                .isEmpty();
        assertThat(compare(List.of(new Left(3, true, 0), new Left(3, true, 1))).test())
                .isEmpty();
        assertThat(compare(List.of(new Left(2, false, 0), new Left(3, true, 1), new Left(4, false, 1)))
                        .test())
                .isEmpty();
    }

    @Example
    void refuses_what_cannot_be() {
        boolean[] event = {true};
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.ofRows(new int[] {-1}, event, new int[] {0}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.ofRows(new int[] {1}, event, new int[] {2}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.ofRows(new int[] {1}, event, new int[] {-1}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.ofRows(new int[2], event, new int[2], 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRank.ofRows(new int[2], new boolean[2], new int[1], 2));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.ofDays(new int[2][1], new int[1][1]));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.ofDays(new int[][] {{-1}}, new int[][] {{1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.ofDays(new int[][] {{1}}, new int[][] {{-1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChiSquaredTest(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChiSquaredTest(1, 0));
    }

    private static Comparison compare(List<Left> cohort) {
        boolean[] event = new boolean[cohort.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = cohort.get(i).event();
        }
        return LogRank.ofRows(
                cohort.stream().mapToInt(Left::day).toArray(),
                event,
                cohort.stream().mapToInt(Left::group).toArray(),
                3);
    }
}
