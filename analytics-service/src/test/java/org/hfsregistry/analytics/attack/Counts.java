package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All counts of a subject that somebody may look for: those that are told, what one of them has beyond another, and the kinds
 * that no count tells apart; and which of them add up to which.
 */
final class Counts {
    private static final String LESS = " less ";

    private final Map<String, BitSet> sets = new LinkedHashMap<>();
    private final Set<String> ofTold;
    private final List<int[]> sums = new ArrayList<>();

    /** Of counts as sets of kinds, some of which answers tell. */
    Counts(String subject, int kinds, Map<String, BitSet> counts, Set<String> told) {
        this.ofTold = new HashSet<>(told);
        Map<BitSet, Integer> places = new HashMap<>();
        counts.forEach((name, set) -> add(name, set, places));
        counts.forEach((name, set) -> counts.forEach((inner, part) -> {
            BitSet rest = beyond(set, part);
            if (isPart(part, set) && !rest.isEmpty() && !part.isEmpty() && !places.containsKey(rest)) {
                add(name + LESS + inner, rest, places);
                if (told.contains(name) && told.contains(inner)) {
                    ofTold.add(name + LESS + inner);
                }
            }
        }));
        List<BitSet> classes = classes(kinds, counts);
        classes.stream()
                .filter(alike -> !places.containsKey(alike))
                .forEach(alike -> add(subject + " " + alike, alike, places));
        addSums(List.copyOf(counts.values()), classes, places);
    }

    private void add(String name, BitSet set, Map<BitSet, Integer> places) {
        int place = sets.size();
        if (places.containsKey(set)) {
            sums.add(new int[] {place, places.getOrDefault(set, 0)});
        }
        places.putIfAbsent(set, place);
        sets.put(name, set);
    }

    private void addSums(List<BitSet> counts, List<BitSet> classes, Map<BitSet, Integer> places) {
        places.forEach((set, place) -> {
            int[] parts = classes.stream()
                    .filter(alike -> isPart(alike, set))
                    .mapToInt(alike -> places.getOrDefault(alike, 0))
                    .toArray();
            if (parts.length > 1) {
                int[] sum = new int[parts.length + 1];
                sum[0] = place;
                System.arraycopy(parts, 0, sum, 1, parts.length);
                sums.add(sum);
            }
            for (BitSet part : counts) {
                Integer rest = places.get(beyond(set, part));
                if (!part.equals(set) && isPart(part, set) && rest != null) {
                    sums.add(new int[] {place, places.getOrDefault(part, 0), rest});
                }
            }
        });
    }

    /** Their names, each by its place. */
    List<String> names() {
        return List.copyOf(sets.keySet());
    }

    /** Each by its name, as its kinds. */
    Map<String, BitSet> sets() {
        return sets;
    }

    /** Places of counts, the first of which is the sum of the others. */
    List<int[]> sums() {
        return sums;
    }

    /** Whether answers tell the count, or two counts of which it is the difference. */
    boolean isOfTold(String count) {
        return ofTold.contains(count);
    }

    private static boolean isPart(BitSet part, BitSet whole) {
        BitSet both = (BitSet) part.clone();
        both.and(whole);
        return both.equals(part);
    }

    private static BitSet beyond(BitSet set, BitSet without) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(without);
        return rest;
    }

    /** Kinds that every count treats alike. */
    private static List<BitSet> classes(int kinds, Map<String, BitSet> counts) {
        Map<List<Boolean>, BitSet> classes = new LinkedHashMap<>();
        for (int kind = 0; kind < kinds; kind++) {
            List<Boolean> in = new ArrayList<>();
            for (BitSet set : counts.values()) {
                in.add(set.get(kind));
            }
            if (in.contains(true)) {
                classes.computeIfAbsent(List.copyOf(in), first -> new BitSet()).set(kind);
            }
        }
        return List.copyOf(classes.values());
    }
}
