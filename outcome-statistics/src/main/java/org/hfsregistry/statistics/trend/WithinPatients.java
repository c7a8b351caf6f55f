package org.hfsregistry.statistics.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.statistics.trend.NoSlope.Reason;

/**
 * Least squares within patients: the slope of a value on the occasion, such as days of relief on the injection number,
 * with a level of its own for each patient (fixed effects) and adjustment columns. It exists so that a change over
 * repetitions is not mistaken for a difference between patients who have few of them and those who have many.
 *
 * <p>With all columns less their patients' means, and x the occasion less what the adjustments explain of it, the slope is
 * x'y / x'x (Frisch and Waugh 1933, Econometrica 1:387). With e the residuals of the whole fit, its variance is c times the
 * sum over patients of (sum of x e)&sup2; / (x'x)&sup2;, and c = G / (G - 1) (N - 1) / (N - K) for G patients, N sessions
 * and K = kept adjustments + 2 (the slope, and one for the means), t on G - 1 degrees of freedom: as Stata's
 * {@code xtreg, fe vce(cluster)}. R's {@code sandwich::vcovCL(type = "HC1")} has K = all columns, patients' included, and
 * so larger errors; the patients' levels lie within the clusters and need not be counted. Arellano 1987, Oxf Bull Econ
 * Stat 49:431; Cameron and Miller 2015, J Hum Resour 50:317.
 */
public final class WithinPatients {
    /** What is left of a column, as a part of its length, is rounding below this. */
    private static final double COLLINEAR = 1e-9;

    /** A variance this small beside that of the values as they are is rounding. */
    private static final double NO_SCATTER = 1e-20;

    private WithinPatients() {}

    /**
     * The slope. All arrays are by session, in any one order; sessions of the same patient share a number.
     *
     * @param patients which patient, any number
     * @param values what was measured, such as relief in days; uncensored
     * @param occasions on which occasion, such as the injection number
     * @param adjustments first index = session, second = column, such as dose and product; may have no columns
     * @throws IllegalArgumentException for arrays of different lengths, or a value that is no finite number
     */
    public static Trend slope(int[] patients, double[] values, double[] occasions, double[][] adjustments) {
        check(patients, values, occasions, adjustments);
        Clusters clusters = Clusters.of(patients);
        if (clusters.count() < 2) {
            return new NoSlope(Reason.TOO_FEW_PATIENTS);
        }
        List<double[]> basis = basis(clusters, adjustments);
        double[] occasion = clusters.pick(occasions);
        double[] x = residual(clusters.centred(occasion), basis);
        double xx = dot(x, x);
        if (Math.sqrt(xx) <= COLLINEAR * Math.sqrt(dot(occasion, occasion))) {
            return new NoSlope(Reason.COLLINEAR);
        }
        int sessions = occasion.length;
        int parameters = basis.size() + 2;
        if (sessions - clusters.count() - (parameters - 1) <= 0) {
            return new NoSlope(Reason.NO_ERROR);
        }
        double[] value = clusters.pick(values);
        double[] y = residual(clusters.centred(value), basis);
        double slope = dot(x, y) / xx;
        double g = clusters.count();
        double correction = g / (g - 1) * (sessions - 1) / (sessions - parameters);
        double variance = correction * clusters.squaredScores(x, y, slope) / (xx * xx);
        if (variance <= NO_SCATTER * dot(value, value) / xx) {
            return new NoSlope(Reason.NO_ERROR);
        }
        int columns = adjustments[0].length;
        return new Slope(
                slope,
                Math.sqrt(variance),
                clusters.count(),
                sessions,
                patients.length - sessions,
                columns - basis.size());
    }

    private static void check(int[] patients, double[] values, double[] occasions, double[][] adjustments) {
        int sessions = patients.length;
        if (values.length != sessions || occasions.length != sessions || adjustments.length != sessions) {
            throw new IllegalArgumentException(sessions + " patients, " + values.length + " values, " + occasions.length
                    + " occasions, " + adjustments.length + " adjustments");
        }
        for (int i = 0; i < sessions; i++) {
            boolean finite = Double.isFinite(values[i]) && Double.isFinite(occasions[i]);
            for (double adjustment : adjustments[i]) {
                finite &= Double.isFinite(adjustment);
            }
            if (!finite || adjustments[i].length != adjustments[0].length) {
                throw new IllegalArgumentException("session " + i + " has no number, or other adjustments");
            }
        }
    }

    /** The adjustments within patients as columns of length 1 at right angles; those that add nothing are left out. */
    private static List<double[]> basis(Clusters clusters, double[][] adjustments) {
        List<double[]> basis = new ArrayList<>();
        for (int column = 0; column < adjustments[0].length; column++) {
            int j = column;
            double[] raw = clusters.pick(IntStream.range(0, adjustments.length)
                    .mapToDouble(i -> adjustments[i][j])
                    .toArray());
            double[] left = residual(clusters.centred(raw), basis);
            double length = Math.sqrt(dot(left, left));
            if (length > COLLINEAR * Math.sqrt(dot(raw, raw))) {
                for (int i = 0; i < left.length; i++) {
                    left[i] /= length;
                }
                basis.add(left);
            }
        }
        return basis;
    }

    /** What the basis leaves of a column; taken out twice, as the first time leaves rounding behind. */
    private static double[] residual(double[] column, List<double[]> basis) {
        double[] left = column.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : basis) {
                double along = dot(left, direction);
                for (int i = 0; i < left.length; i++) {
                    left[i] -= along * direction[i];
                }
            }
        }
        return left;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
