package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.attack.Elimination.Row;

/** Every count of a subject in every group, with all sums that hold among them. */
final class Table {
    private final List<Group> groups;
    private final Map<Group, Integer> placeOf = new HashMap<>();
    private final List<String> names;
    private final List<int[]> within;
    private final List<int[]> margins;
    private final Map<String, Integer> countOf = new LinkedHashMap<>();
    private final Knowledge knowledge;
    private Equations equations;

    Table(Subject subject, List<Group> groups, Knowledge knowledge) {
        this.groups = groups;
        this.names = subject.counts().names();
        this.within = subject.counts().sums();
        this.knowledge = knowledge;
        groups.forEach(group -> placeOf.put(group, placeOf.size()));
        this.margins = margins();
        names.forEach(name -> countOf.put(name, countOf.size()));
        this.equations = new Equations(0);
    }

    private int number(int group, int count) {
        return group * names.size() + count;
    }

    /** Bounds, then sums of sums, and again while these tell more. */
    void solve() {
        begin();
        equations.solve();
        long before = exact() - 1;
        while (exact() > before) {
            before = exact();
            Equations next = again();
            for (int count = 0; count < names.size(); count++) {
                addReduced(next, margins, count);
            }
            equations = next;
            equations.solve();
        }
    }

    private long exact() {
        int numbers = groups.size() * names.size();
        long exact = 0;
        for (int number = 0; number < numbers; number++) {
            exact += equations.isExact(number) ? 1 : 0;
        }
        return exact;
    }

    private void begin() {
        equations = new Equations(groups.size() * names.size());
        for (int group = 0; group < groups.size(); group++) {
            for (int count = 0; count < names.size(); count++) {
                equations.bound(number(group, count), knowledge.of(groups.get(group), names.get(count)));
            }
        }
        addSums(equations);
    }

    private Equations again() {
        Equations next = new Equations(groups.size() * names.size());
        for (int number = 0; number < groups.size() * names.size(); number++) {
            next.bound(number, equations.bounds(number));
        }
        addSums(next);
        return next;
    }

    private void addSums(Equations to) {
        for (int group = 0; group < groups.size(); group++) {
            int of = group;
            within.forEach(sum -> to.isSum(
                    number(of, sum[0]),
                    Arrays.stream(sum, 1, sum.length)
                            .map(count -> number(of, count))
                            .toArray()));
        }
        for (int[] sum : margins) {
            for (int count = 0; count < names.size(); count++) {
                int each = count;
                to.isSum(
                        number(sum[0], count),
                        Arrays.stream(sum, 1, sum.length)
                                .map(group -> number(group, each))
                                .toArray());
            }
        }
        addTold(to);
    }

    private void addTold(Equations to) {
        for (Knowledge.Sum sum : knowledge.sums()) {
            Optional.ofNullable(countOf.get(sum.count())).ifPresent(count -> {
                int[] numbers = sum.groups().stream()
                        .filter(placeOf::containsKey)
                        .mapToInt(group -> number(placeOf.getOrDefault(group, 0), count))
                        .toArray();
                if (numbers.length > 0) {
                    int[] ones = new int[numbers.length];
                    Arrays.fill(ones, 1);
                    to.add(numbers, ones, sum.people());
                }
            });
        }
    }

    private static int[] concat(int first, int[] others) {
        int[] all = new int[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /** Which groups add up to which: parts to their whole, hospitals to the network. */
    private List<int[]> margins() {
        Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
        for (int place = 0; place < groups.size(); place++) {
            Group group = groups.get(place);
            if (!group.isWhole()) {
                add(parts, placeOf.getOrDefault(Group.whole(group.hospital()), 0), place);
            }
            if (!group.isNetwork()) {
                add(parts, -1 - placeOf.getOrDefault(group.of(Group.NETWORK), 0), place);
            }
        }
        List<int[]> sums = new ArrayList<>();
        parts.forEach((whole, of) -> sums.add(concat(
                whole < 0 ? -1 - whole : whole,
                of.stream().mapToInt(Integer::intValue).toArray())));
        return sums;
    }

    private static void add(Map<Integer, List<Integer>> parts, Integer whole, int part) {
        parts.computeIfAbsent(whole, first -> new ArrayList<>()).add(part);
    }

    private void addReduced(Equations to, List<int[]> margins, int count) {
        List<Integer> unknown = new ArrayList<>();
        int[] column = new int[groups.size()];
        for (int group = 0; group < groups.size(); group++) {
            column[group] = equations.isExact(number(group, count)) ? -1 : unknown.size();
            if (column[group] >= 0) {
                unknown.add(number(group, count));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int[] sum : margins) {
            int[] factors = new int[unknown.size()];
            long known = 0;
            boolean any = false;
            for (int i = 0; i < sum.length; i++) {
                int sign = i == 0 ? -1 : 1;
                if (column[sum[i]] < 0) {
                    known += sign * equations.least(number(sum[i], count));
                } else {
                    factors[column[sum[i]]] = sign;
                    any = true;
                }
            }
            if (any) {
                rows.add(new Row(factors, -known));
            }
        }
        for (Row row : Elimination.reduce(rows)) {
            int[] places = IntStream.range(0, row.factors().length)
                    .filter(place -> row.factors()[place] != 0)
                    .toArray();
            to.add(
                    Arrays.stream(places).map(unknown::get).toArray(),
                    Arrays.stream(places).map(place -> row.factors()[place]).toArray(),
                    row.sum());
        }
    }

    /** Adds what follows to what is known; true where that is more than before. */
    boolean learn() {
        boolean learned = false;
        for (int group = 0; group < groups.size(); group++) {
            for (int count = 0; count < names.size(); count++) {
                learned |= knowledge.learn(groups.get(group), names.get(count), equations.bounds(number(group, count)));
            }
        }
        return learned;
    }
}
