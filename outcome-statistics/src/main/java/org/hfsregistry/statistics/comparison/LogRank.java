package org.hfsregistry.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The log-rank test of two or more groups. It exists to say whether curves of groups differ, over all days at once and
 * not on a day that was picked.
 *
 * <p>On an event day with n at risk, n(g) of them in group g, and d events, the group expects d n(g) / n, with the
 * hypergeometric covariance d (n - d) / (n - 1) (n(g) / n 1(g = h) - n(g) n(h) / n&sup2;). With O - E and V summed over days,
 * the statistic is (O - E)' V&#8315;&sup1; (O - E) over all groups but one, chi-squared on that many degrees of freedom. Groups
 * that expect nothing, being empty or gone before the first event, don't count. Mantel 1966, Cancer Chemother Rep
 * 50:163; Peto and Peto 1972, J R Stat Soc A 135:185. R: {@code survdiff(Surv(day, event) ~ group)}.
 */
public final class LogRank {
    private LogRank() {}

    /**
     * The comparison from histograms: first index = group, second = day, value = how many. Histograms may differ in
     * length. There is no test where fewer than two groups expect events, nor where all who were followed had the event
     * on the first event day, since nothing then could have come out otherwise. The arrays are read, never kept.
     *
     * @throws IllegalArgumentException for numbers of groups that differ, or a negative count
     * @throws ArithmeticException for more than 2,147,483,647 in a group
     */
    public static Comparison ofDays(int[][] eventsByDay, int[][] censoredByDay) {
        if (eventsByDay.length != censoredByDay.length) {
            throw new IllegalArgumentException(
                    eventsByDay.length + " groups with events, " + censoredByDay.length + " with censorings");
        }
        int groups = eventsByDay.length;
        int days = 0;
        for (int g = 0; g < groups; g++) {
            days = Math.max(days, Math.max(eventsByDay[g].length, censoredByDay[g].length));
        }
        Tally tally = new Tally(groups);
        for (int day = days - 1; day >= 0; day--) {
            for (int g = 0; g < groups; g++) {
                tally.leave(g, at(eventsByDay[g], day), at(censoredByDay[g], day));
            }
            tally.closeDay();
        }
        return tally.comparison();
    }

    /**
     * The comparison from rows: the day on which each was last seen, whether that was because of the event, and the
     * group, from 0 to {@code groups - 1}.
     *
     * @throws IllegalArgumentException for a negative day, a group that is none, or arrays of different lengths
     */
    public static Comparison ofRows(int[] days, boolean[] event, int[] group, int groups) {
        if (days.length != event.length || days.length != group.length) {
            throw new IllegalArgumentException(
                    days.length + " days, " + event.length + " events, " + group.length + " groups");
        }
        int length = IntStream.of(days).max().orElse(-1) + 1;
        int[][] events = new int[groups][length];
        int[][] censored = new int[groups][length];
        for (int i = 0; i < days.length; i++) {
            if (days[i] < 0 || group[i] < 0 || group[i] >= groups) {
                throw new IllegalArgumentException("day " + days[i] + " in group " + group[i] + " of " + groups);
            }
            (event[i] ? events : censored)[group[i]][days[i]]++;
        }
        return ofDays(events, censored);
    }

    private static int at(int[] counts, int day) {
        return day < counts.length ? counts[day] : 0;
    }

    /** Sums over the days, from the last to the first: who leaves on a day was at risk on it and on all before. */
    private static final class Tally {
        private final int[] atRisk;
        private final int[] observed;
        private final double[] expected;
        private final double[][] variance;
        private long eventsOfDay;

        Tally(int groups) {
            atRisk = new int[groups];
            observed = new int[groups];
            expected = new double[groups];
            variance = new double[groups][groups];
        }

        void leave(int group, int events, int censored) {
            if (events < 0 || censored < 0) {
                throw new IllegalArgumentException("a day with less than nobody");
            }
            atRisk[group] = Math.addExact(atRisk[group], Math.addExact(events, censored));
            observed[group] += events;
            eventsOfDay += events;
        }

        void closeDay() {
            double d = eventsOfDay;
            eventsOfDay = 0;
            double n = IntStream.of(atRisk).asLongStream().sum();
            if (d == 0) {
                return;
            }
            double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < atRisk.length; g++) {
                double part = atRisk[g] / n;
                expected[g] += d * part;
                variance[g][g] += spread * part;
                for (int h = 0; h < atRisk.length; h++) {
                    variance[g][h] -= spread * part * (atRisk[h] / n);
                }
            }
        }

        Comparison comparison() {
            List<ComparedGroup> groups = new ArrayList<>();
            for (int g = 0; g < atRisk.length; g++) {
                groups.add(new ComparedGroup(atRisk[g], observed[g], expected[g]));
            }
            return new Comparison(groups, test());
        }

        private Optional<ChiSquaredTest> test() {
            int[] counted = IntStream.range(0, expected.length)
                    .filter(g -> expected[g] > 0)
                    .toArray();
            if (counted.length < 2 || variance[counted[0]][counted[0]] <= 0) {
                return Optional.empty();
            }
            int[] tested = IntStream.of(counted).skip(1).toArray();
            RealMatrix v = MatrixUtils.createRealMatrix(variance).getSubMatrix(tested, tested);
            RealVector excess = MatrixUtils.createRealVector(IntStream.of(tested)
                    .mapToDouble(g -> observed[g] - expected[g])
                    .toArray());
            double statistic =
                    excess.dotProduct(new LUDecomposition(v, 0).getSolver().solve(excess));
            return Optional.of(new ChiSquaredTest(Math.max(0, statistic), tested.length));
        }
    }
}
