package org.hfsregistry.statistics.funnel;

import java.util.Arrays;
import java.util.Optional;
import org.hfsregistry.statistics.Quantile;

/**
 * How much more the hospitals' rates vary than chance makes them. It exists so that a funnel of hospitals that differ in
 * case mix does not call most of them outliers.
 *
 * <p>With z = (y - t) / s, s&sup2; = t (1 - t) / n, winsorised at its 10% and 90% quantiles (type 7), over I hospitals:
 * &phi; = mean(z&sup2;); &tau;&sup2; = (I &phi; - (I - 1)) / (&Sigma;w - &Sigma;w&sup2; / &Sigma;w) with w = 1 / s&sup2;, 0 where that is negative.
 * Spiegelhalter 2005, Stat Med 24:1185, and Qual Saf Health Care 14:347.
 *
 * @param hospitals how many had cases
 * @param phi the dispersion, about 1 where chance is all there is
 * @param tauSquared the variance between hospitals' true rates, 0 where there is no overdispersion
 */
public record Dispersion(int hospitals, double phi, double tauSquared) {
    private static final double WINSORISED = 0.1;

    /** Whether the rates vary by more than chance, so that limits are widened. */
    public boolean overdispersed() {
        return tauSquared > 0;
    }

    /**
     * The dispersion around a target; hospitals without cases don't count. Empty where fewer than two have cases and
     * where the target is 0 or 1, since z does not exist there.
     */
    static Optional<Dispersion> around(double target, int[] successes, int[] cases) {
        double[] z = new double[cases.length];
        int hospitals = 0;
        double weights = 0;
        double squaredWeights = 0;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] > 0) {
                double weight = cases[i] / (target * (1 - target));
                weights += weight;
                squaredWeights += weight * weight;
                z[hospitals++] = ((double) successes[i] / cases[i] - target) * Math.sqrt(weight);
            }
        }
        if (hospitals < 2 || target <= 0 || target >= 1) {
            return Optional.empty();
        }
        double phi = winsorisedMeanSquare(Arrays.copyOf(z, hospitals));
        double excess = hospitals * phi - (hospitals - 1);
        double tauSquared = Math.max(0, excess / (weights - squaredWeights / weights));
        return Optional.of(new Dispersion(hospitals, phi, tauSquared));
    }

    private static double winsorisedMeanSquare(double[] z) {
        Arrays.sort(z);
        double low = Quantile.ofSorted(z, WINSORISED);
        double high = Quantile.ofSorted(z, 1 - WINSORISED);
        double sum = 0;
        for (double value : z) {
            double kept = Math.clamp(value, low, high);
            sum += kept * kept;
        }
        return sum / z.length;
    }
}
