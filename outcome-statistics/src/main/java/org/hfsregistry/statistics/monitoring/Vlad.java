package org.hfsregistry.statistics.monitoring;

/**
 * The variable life-adjusted display: expected minus observed failures, summed up. It exists because everybody can read
 * it: above 0 there were fewer failures than expected. It has no limit; {@link RiskAdjustedCusum} signals. Lovegrove et
 * al. 1997, Lancet 350:1128.
 */
public final class Vlad {
    private Vlad() {}

    /**
     * After each operation, the sum of p - y up to it, p the expected risk, y 1 for a failure: in failures.
     *
     * @param risks expected risk of failure per operation, in their order in time, each from 0 to 1
     * @param failed per operation, in the same order
     * @throws IllegalArgumentException for arrays of different lengths, or another risk
     */
    public static double[] of(double[] risks, boolean[] failed) {
        Operations.check(risks, failed);
        double[] path = new double[risks.length];
        double sum = 0;
        for (int i = 0; i < path.length; i++) {
            sum += risks[i] - (failed[i] ? 1 : 0);
            path[i] = sum;
        }
        return path;
    }
}
