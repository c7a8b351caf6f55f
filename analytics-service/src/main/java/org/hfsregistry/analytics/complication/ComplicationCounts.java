package org.hfsregistry.analytics.complication;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Among;

/**
 * How many of a hospital's operations had which complication. It exists as the one place of the definition {@code
 * mvd-complications}. Immutable.
 */
public final class ComplicationCounts {
    private final int operations;
    private final int[] passing = new int[Kinds.ALL.size()];
    private final int[] permanent = new int[Kinds.ALL.size()];

    private ComplicationCounts(Cohort cohort, Among among) {
        int counted = 0;
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isOperation(row) && among.has(cohort, row)) {
                counted++;
                int any = cohort.adverse(row);
                if (any != 0) {
                    count(any, cohort.clinical().permanentComplications(row));
                }
            }
        }
        operations = counted;
    }

    private void count(int any, int forGood) {
        for (Kinds kind : Kinds.ALL) {
            if ((forGood & kind.bits()) != 0) {
                permanent[kind.place()]++;
            } else if ((any & kind.bits()) != 0) {
                passing[kind.place()]++;
            }
        }
    }

    /** The complications of a cohort's operations. */
    public static ComplicationCounts of(Cohort cohort, Among among) {
        return new ComplicationCounts(cohort, among);
    }

    /** How many operations there are. */
    int operations() {
        return operations;
    }

    /** How many had such a complication and none that stays. */
    int passing(Kinds kind) {
        return passing[kind.place()];
    }

    /** How many have such a complication for good. */
    int permanent(Kinds kind) {
        return permanent[kind.place()];
    }
}
