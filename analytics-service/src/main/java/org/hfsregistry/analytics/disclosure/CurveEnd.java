package org.hfsregistry.analytics.disclosure;

import java.util.List;

/**
 * Where the network's curve stops. It exists because a group's curve stops where fewer than k are at risk, and the
 * network's curve after that day would show what goes on in that group.
 */
public final class CurveEnd {
    private static final int FEWEST_HIDDEN = 3;

    private CurveEnd() {}

    /** What of a group's curve is not shown: from a day on, how many are at risk by day. */
    public static final class Tail {
        private final int from;
        private final int[] atRisk;

        /** From the first day that is not shown; the array is read, never kept after the decision. */
        public Tail(int from, int[] atRisk) {
            this.from = from;
            this.atRisk = atRisk;
        }
    }

    /**
     * The last day of the network's curve, not after the given one. On each day the groups whose curves are not shown must
     * be none; or at least three, and without the largest of them at least k at risk together.
     */
    public static int ofNetwork(int k, int lastDay, List<Tail> tails) {
        int[] groups = new int[lastDay + 1];
        int[] atRisk = new int[lastDay + 1];
        int[] largest = new int[lastDay + 1];
        for (Tail tail : tails) {
            int end = Math.min(lastDay, tail.atRisk.length - 1);
            for (int day = Math.max(0, tail.from); day <= end && tail.atRisk[day] > 0; day++) {
                groups[day]++;
                atRisk[day] += tail.atRisk[day];
                largest[day] = Math.max(largest[day], tail.atRisk[day]);
            }
        }
        int day = 0;
        while (day <= lastDay
                && (groups[day] == 0 || (groups[day] >= FEWEST_HIDDEN && atRisk[day] - largest[day] >= k))) {
            day++;
        }
        return day - 1;
    }
}
