package org.hfsregistry.analytics.attack;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Among;
import org.jspecify.annotations.Nullable;

/**
 * People who are told apart by something, in kinds that don't overlap, and the counts of them that answers tell: each a set
 * of kinds. Counts of one name are the same number in every subject.
 */
final class Subject {
    private final String name;
    private final Among among;
    private final Counting counting;
    private final int kinds;
    private final Map<String, BitSet> counts = new LinkedHashMap<>();
    private @Nullable Counts all;
    private final Set<String> told = new LinkedHashSet<>();

    /** The people of some rows. */
    Subject(String name, Among among, int kinds, Counting counting) {
        this.name = name;
        this.among = among;
        this.kinds = kinds;
        this.counting = counting;
    }

    /** How many of each kind there are, counted row by row. */
    interface Counting {
        int[] of(Cohort cohort, Among rows, int dataDay);
    }

    /** The kind of a row. */
    interface KindOf {
        int of(Cohort cohort, int row, int dataDay);
    }

    /** Of rows that are each of one kind. */
    static Subject ofRows(String name, Among among, int kinds, KindOf kindOf) {
        return new Subject(name, among, kinds, (cohort, rows, dataDay) -> {
            int[] counted = new int[kinds];
            for (int row = 0; row < cohort.rows(); row++) {
                if (rows.has(cohort, row)) {
                    counted[kindOf.of(cohort, row, dataDay)]++;
                }
            }
            return counted;
        });
    }

    /** With a count that answers tell. */
    Subject with(String count, IntPredicate kind) {
        told.add(count);
        return withUntold(count, kind);
    }

    /** With a count that no answer tells, but that follows from others. */
    Subject withUntold(String count, IntPredicate kind) {
        BitSet set = new BitSet(kinds);
        for (int each = 0; each < kinds; each++) {
            set.set(each, kind.test(each));
        }
        counts.put(count, set);
        return this;
    }

    String name() {
        return name;
    }

    int kinds() {
        return kinds;
    }

    /** Which rows are its people. */
    Among among() {
        return among;
    }

    Counting counting() {
        return counting;
    }

    /** All counts that somebody may look for; no further count can be added then. */
    Counts counts() {
        Counts known = all;
        if (known == null) {
            known = new Counts(name, kinds, counts, told);
            all = known;
        }
        return known;
    }
}
