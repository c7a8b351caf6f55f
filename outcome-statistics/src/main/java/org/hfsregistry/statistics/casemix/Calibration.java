package org.hfsregistry.statistics.casemix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Calibration of expected risks: whether cases of similar risk fail as often as expected. It exists because a model that
 * ranks cases well can still expect too much of all of them. Van Calster et al. 2019, BMC Med 17:230.
 */
public final class Calibration {
    private Calibration() {}

    /**
     * The cases in groups of about the same size by rising risk: with r cases of smaller risk among n, a case is in group
     * floor(groups r / n). Cases of the same risk stay together, so groups may differ in size; one that nobody falls
     * into is left out. The order of cases does not matter.
     *
     * @param risks expected, per case, each from 0 to 1
     * @param failed per case, in the same order
     * @param groups how many at most, 1 or more
     * @throws IllegalArgumentException for arrays of different lengths, another risk, or less than one group
     */
    public static List<CalibrationGroup> byRisk(double[] risks, boolean[] failed, int groups) {
        if (risks.length != failed.length || groups < 1) {
            throw new IllegalArgumentException(
                    risks.length + " risks and " + failed.length + " outcomes in " + groups + " groups");
        }
        for (double risk : risks) {
            if (!(risk >= 0 && risk <= 1)) {
                throw new IllegalArgumentException("a risk of " + risk);
            }
        }
        Integer[] order = new Integer[risks.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> risks[i]));
        List<CalibrationGroup> found = new ArrayList<>();
        int from = 0;
        while (from < order.length) {
            int to = endOfGroup(order, risks, from, groups);
            found.add(group(order, from, to, risks, failed));
            from = to;
        }
        return found;
    }

    /** The place after the last case of the group that starts at a place. */
    private static int endOfGroup(Integer[] order, double[] risks, int from, int groups) {
        long group = (long) groups * from / order.length;
        int smaller = from;
        int to = from;
        while (to < order.length) {
            if (risks[order[to]] > risks[order[smaller]]) {
                smaller = to;
            }
            if ((long) groups * smaller / order.length > group) {
                return to;
            }
            to++;
        }
        return to;
    }

    private static CalibrationGroup group(Integer[] order, int from, int to, double[] risks, boolean[] failed) {
        int observed = 0;
        double expected = 0;
        for (int place = from; place < to; place++) {
            observed += failed[order[place]] ? 1 : 0;
            expected += risks[order[place]];
        }
        return new CalibrationGroup(to - from, new ObservedExpected(observed, expected));
    }
}
