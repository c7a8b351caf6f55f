package org.hfsregistry.statistics.survival;

/** Days counted into histograms: the index is the day. */
final class DayCounts {
    private DayCounts() {}

    /** How many days a histogram of these needs; 0 for none. */
    static int length(int[] days) {
        int last = -1;
        for (int day : days) {
            if (day < 0) {
                throw new IllegalArgumentException("day " + day + " lies before the start");
            }
            last = Math.max(last, day);
        }
        return last + 1;
    }

    /** The count of a day, 0 after the end of the histogram. */
    static int at(int[] counts, int day) {
        return day < counts.length ? counts[day] : 0;
    }

    /**
     * How many were still followed at the start of each day, that is, left on it or later, for whichever of three
     * reasons: index 0 to the last day on which anybody left; of length 0 where nobody was followed.
     */
    static int[] atRiskByDay(int[] first, int[] second, int[] third) {
        int days = Math.max(used(first), Math.max(used(second), used(third)));
        int[] atRisk = new int[days];
        long followed = 0;
        int signs = 0;
        for (int day = days - 1; day >= 0; day--) {
            int a = at(first, day);
            int b = at(second, day);
            int c = at(third, day);
            signs |= a | b | c;
            followed += (long) a + b + c;
            atRisk[day] = (int) followed;
        }
        if (signs < 0) {
            throw new IllegalArgumentException("a day with less than nobody");
        }
        if (followed > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(followed + " are more than a curve can hold");
        }
        return atRisk;
    }

    /** The day after the last with anybody. */
    private static int used(int[] counts) {
        int days = counts.length;
        while (days > 0 && counts[days - 1] == 0) {
            days--;
        }
        return days;
    }
}
