package org.hfsregistry.statistics.casemix;

import java.util.Optional;
import org.hfsregistry.statistics.casemix.NotFitted.Reason;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Logistic regression with an intercept, by maximum likelihood. It exists to turn cases into a {@link RiskModel}, or into
 * the reason why they give none.
 *
 * <p>Iteratively reweighted least squares, that is, Newton's method: with p the risks and w = p (1 - p), each step
 * regresses (y - p) / w on the columns with weights w by a QR decomposition, and is halved while the deviance would
 * rise. It ends when no case's logit moves by 1e-8, which leaves an error of the order of that squared. Where failures
 * are separated the logits move on by about one a step without end; so a cohort that has not settled after 50 steps, or
 * whose weights have vanished in some direction, is separated (Albert and Anderson 1984, Biometrika 71:1). McCullagh and
 * Nelder 1989, Generalized Linear Models, 2.5. R: {@code glm(failed ~ ., binomial)} with a small
 * {@code glm.control(epsilon)}.
 */
public final class LogisticRegression {
    /** What is left of a column beside the ones before it, as a part of its length, is rounding below this. */
    private static final double COLLINEAR = 1e-9;

    private static final double SETTLED = 1e-8;
    private static final double ROUNDING = 1e-12;
    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 30;

    private final RealMatrix design;
    private final boolean[] failed;

    private LogisticRegression(RealMatrix design, boolean[] failed) {
        this.design = design;
        this.failed = failed;
    }

    /**
     * The fit. Whether there are enough events for so many columns is the caller's to ask: {@link EventsPerParameter}.
     *
     * @param rows first index = case, second = column; without a column for the intercept
     * @param failed per case, in the same order
     * @throws IllegalArgumentException for arrays of different lengths, rows of different lengths, or a value that is no
     *     finite number
     */
    public static RegressionResult fit(double[][] rows, boolean[] failed) {
        if (rows.length != failed.length) {
            throw new IllegalArgumentException(rows.length + " rows, " + failed.length + " outcomes");
        }
        int failures = 0;
        for (int i = 0; i < rows.length; i++) {
            check(rows[i], rows[0].length);
            failures += failed[i] ? 1 : 0;
        }
        if (failures == 0 || failures == rows.length) {
            return new NotFitted(Reason.ONE_OUTCOME_ONLY);
        }
        RealMatrix design = MatrixUtils.createRealMatrix(rows.length, rows[0].length + 1);
        for (int i = 0; i < rows.length; i++) {
            design.setEntry(i, 0, 1);
            for (int j = 0; j < rows[i].length; j++) {
                design.setEntry(i, j + 1, rows[i][j]);
            }
        }
        return triangle(design).isEmpty()
                ? new NotFitted(Reason.COLLINEAR)
                : new LogisticRegression(design, failed).maximum();
    }

    static void check(double[] row, int columns) {
        if (row.length != columns) {
            throw new IllegalArgumentException(row.length + " columns instead of " + columns);
        }
        for (double value : row) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(value + " in a row");
            }
        }
    }

    /** 1 / (1 + exp(-logit)), without loss at either end. */
    static double probability(double logit) {
        double small = Math.exp(-Math.abs(logit));
        return logit < 0 ? small / (1 + small) : 1 / (1 + small);
    }

    private RegressionResult maximum() {
        RealVector coefficients = MatrixUtils.createRealVector(new double[design.getColumnDimension()]);
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<RealVector> step = step(coefficients);
            if (step.isEmpty()) {
                return new NotFitted(Reason.SEPARATED);
            }
            RealVector next = climb(coefficients, step.get());
            double moved = design.operate(next.subtract(coefficients)).getLInfNorm();
            coefficients = next;
            if (moved < SETTLED) {
                return model(coefficients);
            }
        }
        return new NotFitted(Reason.SEPARATED);
    }

    private RegressionResult model(RealVector coefficients) {
        Optional<RealMatrix> triangle = triangle(weighted(design.operate(coefficients)));
        if (triangle.isEmpty()) {
            return new NotFitted(Reason.SEPARATED);
        }
        int columns = coefficients.getDimension();
        RealMatrix inverse = new QRDecomposition(triangle.get(), 0).getSolver().getInverse();
        double[] errors = new double[columns];
        for (int j = 0; j < columns; j++) {
            errors[j] = inverse.getRowVector(j).getNorm();
        }
        return new RiskModel(coefficients.toArray(), errors, deviance(coefficients));
    }

    /** The full Newton step; empty where the information is singular to working precision. */
    private Optional<RealVector> step(RealVector coefficients) {
        RealVector logits = design.operate(coefficients);
        RealMatrix weighted = weighted(logits);
        if (triangle(weighted).isEmpty()) {
            return Optional.empty();
        }
        double[] residuals = new double[failed.length];
        for (int i = 0; i < residuals.length; i++) {
            double toFailure = probability(-logits.getEntry(i));
            double toSuccess = probability(logits.getEntry(i));
            double root = Math.sqrt(toFailure * toSuccess);
            residuals[i] = root == 0 ? 0 : (failed[i] ? toFailure : -toSuccess) / root;
        }
        return Optional.of(new QRDecomposition(weighted, 0).getSolver().solve(MatrixUtils.createRealVector(residuals)));
    }

    /** The step, halved until it does not lead down. */
    private RealVector climb(RealVector from, RealVector step) {
        double before = deviance(from);
        double part = 1;
        RealVector to = from.add(step);
        for (int i = 0; i < MOST_HALVINGS && !(deviance(to) <= before + ROUNDING * (1 + before)); i++) {
            part /= 2;
            to = from.add(step.mapMultiply(part));
        }
        return to;
    }

    /** The columns times the square roots of the weights. */
    private RealMatrix weighted(RealVector logits) {
        RealMatrix weighted = design.copy();
        for (int i = 0; i < failed.length; i++) {
            double logit = logits.getEntry(i);
            double root = Math.sqrt(probability(logit) * probability(-logit));
            weighted.setRowVector(i, design.getRowVector(i).mapMultiply(root));
        }
        return weighted;
    }

    private double deviance(RealVector coefficients) {
        RealVector logits = design.operate(coefficients);
        double sum = 0;
        for (int i = 0; i < failed.length; i++) {
            double towards = failed[i] ? logits.getEntry(i) : -logits.getEntry(i);
            sum += Math.log1p(Math.exp(-Math.abs(towards))) + Math.max(0, -towards);
        }
        return 2 * sum;
    }

    /** The triangle R of a QR decomposition; empty where a column follows from those before it. */
    private static Optional<RealMatrix> triangle(RealMatrix columns) {
        int count = columns.getColumnDimension();
        if (columns.getRowDimension() < count) {
            return Optional.empty();
        }
        RealMatrix r = new QRDecomposition(columns, 0).getR().getSubMatrix(0, count - 1, 0, count - 1);
        for (int j = 0; j < count; j++) {
            if (Math.abs(r.getEntry(j, j)) <= COLLINEAR * r.getColumnVector(j).getNorm()) {
                return Optional.empty();
            }
        }
        return Optional.of(r);
    }
}
