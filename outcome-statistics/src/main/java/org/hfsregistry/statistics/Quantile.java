package org.hfsregistry.statistics;

import java.util.Arrays;

/**
 * The quantile of type 7 (Hyndman and Fan 1996, Am Stat 50:361), R's default. It exists so that the quartiles that are
 * shown and those by which a funnel is winsorised are the same quantile.
 */
public final class Quantile {
    private Quantile() {}

    /**
     * With h = (n - 1) part, counted from 0: the value at place floor(h), and the part h - floor(h) of the way to the
     * next. R: {@code quantile(values, part)}.
     *
     * @param sorted at least one value, in rising order
     * @param part from 0, the smallest value, to 1, the largest
     * @return in the unit of the values
     * @throws IllegalArgumentException for no values, or a part outside 0 to 1
     */
    public static double ofSorted(double[] sorted, double part) {
        if (sorted.length == 0 || !(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("the quantile " + part + " of " + sorted.length + " values");
        }
        double place = (sorted.length - 1) * part;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /**
     * The same quantile of days that were counted, without a value for each of those who were. R: {@code
     * quantile(rep(seq_along(byDay) - 1, byDay), part)}.
     *
     * @param byDay how many had each day from 0 on; somebody had one
     * @param part from 0, the first day that anybody had, to 1, the last
     * @return in days
     * @throws IllegalArgumentException where nobody had any, or for a part outside 0 to 1
     */
    public static double ofDays(int[] byDay, double part) {
        long count = Arrays.stream(byDay).asLongStream().sum();
        if (count == 0 || !(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("the quantile " + part + " of " + count + " days");
        }
        double place = (count - 1) * part;
        long below = (long) place;
        int lower = dayAt(byDay, below);
        return lower + (place - below) * (dayAt(byDay, Math.min(below + 1, count - 1)) - lower);
    }

    private static int dayAt(int[] byDay, long place) {
        int day = 0;
        for (long counted = byDay[0]; counted <= place; counted += byDay[day]) {
            day++;
        }
        return day;
    }
}
