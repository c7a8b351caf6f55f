package org.hfsregistry.statistics.monitoring;

import java.util.Arrays;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hipparchus.random.MersenneTwister;

/**
 * How often a chart may signal though nothing has changed, and the simulation that finds the limit for it. It exists
 * because the limit of a risk-adjusted chart depends on the mix of risks and so has no table.
 *
 * <p>Each run draws so many operations: a risk out of those given, then a failure with that risk. The limit is the
 * smallest number of hundredths that at most the wanted part of runs reach at any operation. Hundredths, so that the
 * last bits of a logarithm, which may differ between machines, don't move it. Draws are the 32 bits of a Mersenne
 * Twister (Matsumoto and Nishimura 1998, seeded by their init_genrand) times 2.3283064365386963e-10, as R's runif makes
 * them: the same arguments give the same limit, here and in R.
 *
 * @param operations how many operations a chart runs, 1 or more
 * @param rate the wanted part of charts with a false alarm among so many operations, between 0 and 1
 * @param runs how many charts are simulated; at least 10 / rate
 * @param seed 0 or more
 */
public record FalseAlarms(int operations, double rate, int runs, int seed) {
    private static final double TO_UNIT = 2.3283064365386963e-10;
    private static final int FEWEST_ALARMS = 10;

    public FalseAlarms {
        if (operations < 1 || !(rate > 0 && rate < 1) || seed < 0) {
            throw new IllegalArgumentException(
                    "false alarms in a part " + rate + " of charts of " + operations + ", seed " + seed);
        }
        if (!(runs * rate >= FEWEST_ALARMS)) {
            throw new IllegalArgumentException(runs + " runs tell too little of a rate of " + rate);
        }
    }

    /**
     * The limit of a chart.
     *
     * @param chart which change it looks for
     * @param risks expected risks of failure to draw from, such as those of a hospital's recent operations; at least one,
     *     each from 0 to 1
     * @throws IllegalArgumentException for no risks, or another risk
     */
    public ControlLimit limit(RiskAdjustedCusum chart, double[] risks) {
        Operations.check(risks);
        if (risks.length == 0) {
            throw new IllegalArgumentException("no risks to draw from");
        }
        double[] maxima = maxima(chart, risks);
        Arrays.sort(maxima);
        int alarms = (int) (rate * runs);
        double value = limitAbove(maxima, alarms);
        double reached =
                (double) Arrays.stream(maxima).filter(top -> top >= value).count() / runs;
        int reach = (int) Math.ceil(ConfidenceLevel.NINETY_FIVE.z() * Math.sqrt(runs * rate * (1 - rate)));
        Interval range = new Interval(
                limitAbove(maxima, Math.min(runs - 1, alarms + reach)), limitAbove(maxima, alarms - reach));
        return new ControlLimit(value, reached, Math.sqrt(reached * (1 - reached) / runs), range);
    }

    /** The largest S of each run. */
    private double[] maxima(RiskAdjustedCusum chart, double[] risks) {
        double[] afterFailure = new double[risks.length];
        double[] afterSuccess = new double[risks.length];
        for (int i = 0; i < risks.length; i++) {
            afterFailure[i] = chart.weight(risks[i], true);
            afterSuccess[i] = chart.weight(risks[i], false);
        }
        MersenneTwister chance = new MersenneTwister(seed);
        double[] maxima = new double[runs];
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            for (int operation = 0; operation < operations; operation++) {
                int drawn = (int) (draw(chance) * risks.length);
                boolean failed = draw(chance) < risks[drawn];
                sum = Math.max(0, sum + (failed ? afterFailure : afterSuccess)[drawn]);
                maxima[run] = Math.max(maxima[run], sum);
            }
        }
        return maxima;
    }

    private static double draw(MersenneTwister chance) {
        return Integer.toUnsignedLong(chance.nextInt()) * TO_UNIT;
    }

    /** The smallest positive number of hundredths that no more than so many of the sorted maxima reach. */
    private static double limitAbove(double[] sortedMaxima, int alarms) {
        return (Math.floor(sortedMaxima[sortedMaxima.length - 1 - alarms] * 100) + 1) / 100;
    }
}
