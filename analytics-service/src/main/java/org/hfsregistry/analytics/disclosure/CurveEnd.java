package org.hfsregistry.analytics.disclosure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where curves stop. It exists because a curve tells how many left up to its end, and the totals beside it then tell how
 * many did after it; and because a group's curve stops where the network's curve would show what goes on in that group.
 */
public final class CurveEnd {
    private static final int FEWEST_HIDDEN = 3;

    private CurveEnd() {}

    /** How many of some people leave a curve on a day or later, for each day: in the one way that is counted, and otherwise. */
    public static final class Leaving {
        private static final int WAYS = 2;

        private final int[][] byWay;

        /** Of nobody. */
        private static final Leaving NOBODY = new Leaving(new int[0], new int[0]);

        /** Two arrays of one length, the index is the day; they are read, never kept after the decision. */
        public Leaving(int[] counted, int[] otherwise) {
            this.byWay = new int[][] {counted, otherwise};
        }

        private int days() {
            return byWay[0].length;
        }

        private int from(int day, int way) {
            return day < days() ? byWay[way][day] : 0;
        }

        private int from(int day) {
            return from(day, 0) + from(day, 1);
        }
    }

    /** What of a group's curve is not shown: all from a day on. */
    public static final class Tail {
        private final int from;
        private final Leaving people;

        /** From the first day that is not shown. */
        public Tail(int from, Leaving people) {
            this.from = from;
            this.people = people;
        }
    }

    /** The last day of a curve, not after the given one: after it nobody or at least k leave, in each way. */
    public static int of(int k, int lastDay, Leaving people) {
        int day = lastDay;
        while (day >= 0 && isOfFew(k, day, people)) {
            day--;
        }
        return day;
    }

    /**
     * The last day of the network's curve, not after the given one. On each day the groups whose curves are not shown must
     * be none; or at least three, and without the largest of them at least k at risk together. And after it nobody or at
     * least k leave, in each way: of all; of the groups whose curves stopped before; of these without any one. The same of
     * those groups on each day on which another's curve stops, since up to there the others can be left out.
     */
    public static int ofNetwork(int k, int lastDay, Leaving network, List<Tail> tails) {
        int up = lastDayWithout(k, lastDay, tails);
        int day = tails.stream()
                .mapToInt(tail -> tail.from - 1)
                .filter(end -> end >= 0 && end <= up && isOfFew(k, end, tails))
                .map(end -> end - 1)
                .min()
                .orElse(up);
        while (day >= 0 && (isOfFew(k, day, network) || isOfFew(k, day, tails))) {
            day--;
        }
        return day;
    }

    /** The last day of the curves of parts, not after that of the whole, by the same rule for those of other parts. */
    public static int ofParts(int k, int lastDayOfWhole, List<Tail> tails) {
        return ofNetwork(k, lastDayOfWhole, Leaving.NOBODY, tails);
    }

    /** The last day up to which nothing that goes on in a few groups is seen. */
    private static int lastDayWithout(int k, int lastDay, List<Tail> tails) {
        int[] groups = new int[lastDay + 1];
        int[] atRisk = new int[lastDay + 1];
        int[] largest = new int[lastDay + 1];
        for (Tail tail : tails) {
            int end = Math.min(lastDay, tail.people.days() - 1);
            for (int day = Math.max(0, tail.from); day <= end && tail.people.from(day) > 0; day++) {
                int followed = tail.people.from(day);
                groups[day]++;
                atRisk[day] += followed;
                largest[day] = Math.max(largest[day], followed);
            }
        }
        int day = 0;
        while (day <= lastDay
                && (groups[day] == 0 || (groups[day] >= FEWEST_HIDDEN && atRisk[day] - largest[day] >= k))) {
            day++;
        }
        return day - 1;
    }

    private static boolean isOfFew(int k, int day, Leaving people) {
        return IntStream.range(0, Leaving.WAYS).anyMatch(way -> isFew(k, people.from(day + 1, way)));
    }

    /** Whether few leave after the day, of the groups together whose curves stop before it or of these without one. */
    private static boolean isOfFew(int k, int day, List<Tail> tails) {
        for (int way = 0; way < Leaving.WAYS; way++) {
            int all = 0;
            for (Tail tail : tails) {
                all += after(day, way, tail);
            }
            if (isFew(k, all)) {
                return true;
            }
            for (Tail tail : tails) {
                if (isFew(k, all - after(day, way, tail))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int after(int day, int way, Tail tail) {
        return tail.from <= day ? tail.people.from(day + 1, way) : 0;
    }

    private static boolean isFew(int k, int people) {
        return people > 0 && people < k;
    }
}
