package org.hfsregistry.statistics.shrinkage;

import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The beta-binomial likelihood of hospitals' counts and its maximum. The optimiser searches over logit(mean) and
 * log(&alpha; + &beta;), which are nearly independent of each other; as it compares values only, it is sure of half their
 * digits, so Newton steps on log &alpha; and log &beta; then sharpen what it found until the score is 0.
 */
final class Likelihood {
    private static final double WIDEST_LOGIT = 20;
    private static final double SMALLEST_LOG_SIZE = Math.log(1e-3);
    private static final double LARGEST_LOG_SIZE = Math.log(1e6);
    private static final double FIRST_LOG_SIZE = Math.log(30);
    private static final double FIRST_RADIUS = 0.5;
    private static final double LAST_RADIUS = 1e-4;
    private static final int MOST_EVALUATIONS = 1_000;
    private static final int MOST_NEWTON_STEPS = 20;

    /** A step of log &alpha; and log &beta; this small is the last: the next would be its square, below rounding. */
    private static final double SETTLED = 1e-7;

    private final int[] successes;
    private final int[] cases;

    Likelihood(int[] successes, int[] cases) {
        this.successes = successes;
        this.cases = cases;
    }

    /** The maximum inside the bounds; empty where there is none. */
    Optional<BetaBinomial> maximum() {
        long allSuccesses = 0;
        long allCases = 0;
        for (int i = 0; i < cases.length; i++) {
            allSuccesses += successes[i];
            allCases += cases[i];
        }
        if (allSuccesses == 0 || allSuccesses == allCases) {
            return Optional.empty();
        }
        double logit = Math.log((double) allSuccesses / (allCases - allSuccesses));
        return search(logit).flatMap(this::sharpened);
    }

    private Optional<double[]> search(double logitOfAll) {
        double[] guess = {Math.clamp(logitOfAll, 1 - WIDEST_LOGIT, WIDEST_LOGIT - 1), FIRST_LOG_SIZE};
        try {
            double[] found = new BOBYQAOptimizer(5, FIRST_RADIUS, LAST_RADIUS)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            GoalType.MAXIMIZE,
                            new ObjectiveFunction(at -> value(logAlpha(at), logBeta(at))),
                            new InitialGuess(guess),
                            new SimpleBounds(
                                    new double[] {-WIDEST_LOGIT, SMALLEST_LOG_SIZE},
                                    new double[] {WIDEST_LOGIT, LARGEST_LOG_SIZE}))
                    .getPoint();
            return Optional.of(new double[] {logAlpha(found), logBeta(found)});
        } catch (MathIllegalStateException notConverged) {
            return Optional.empty();
        }
    }

    /** Newton's method; empty where it leaves the bounds, does not settle or settles where the surface is no top. */
    private Optional<BetaBinomial> sharpened(double[] start) {
        double logAlpha = start[0];
        double logBeta = start[1];
        for (int i = 0; i < MOST_NEWTON_STEPS; i++) {
            Slope slope = slope(Math.exp(logAlpha), Math.exp(logBeta));
            if (!slope.isCap()) {
                return Optional.empty();
            }
            double stepAlpha = slope.stepAlpha();
            double stepBeta = slope.stepBeta();
            logAlpha += stepAlpha;
            logBeta += stepBeta;
            double logSize = Math.log(Math.exp(logAlpha) + Math.exp(logBeta));
            if (!(logSize > SMALLEST_LOG_SIZE && logSize < LARGEST_LOG_SIZE)) {
                return Optional.empty();
            }
            if (Math.abs(stepAlpha) < SETTLED && Math.abs(stepBeta) < SETTLED) {
                double value = value(logAlpha, logBeta) + logCoefficients();
                return Optional.of(new BetaBinomial(Math.exp(logAlpha), Math.exp(logBeta), value));
            }
        }
        return Optional.empty();
    }

    /** The log-likelihood without binomial coefficients: sum of log B(x + &alpha;, n - x + &beta;) - log B(&alpha;, &beta;). */
    private double value(double logAlpha, double logBeta) {
        double alpha = Math.exp(logAlpha);
        double beta = Math.exp(logBeta);
        double prior = LogBeta.value(alpha, beta);
        double sum = 0;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] > 0) {
                sum += LogBeta.value(successes[i] + alpha, cases[i] - successes[i] + beta) - prior;
            }
        }
        return sum;
    }

    private double logCoefficients() {
        double sum = 0;
        for (int i = 0; i < cases.length; i++) {
            sum += LogGamma.value(cases[i] + 1.0)
                    - LogGamma.value(successes[i] + 1.0)
                    - LogGamma.value(cases[i] - successes[i] + 1.0);
        }
        return sum;
    }

    /** The first and second derivatives by log &alpha; and log &beta;. */
    private Slope slope(double alpha, double beta) {
        double size = alpha + beta;
        double byAlpha = 0;
        double byBeta = 0;
        double bySize = 0;
        double byAlphaTwice = 0;
        double byBetaTwice = 0;
        double bySizeTwice = 0;
        int hospitals = 0;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] > 0) {
                double successesAndAlpha = successes[i] + alpha;
                double failuresAndBeta = cases[i] - successes[i] + beta;
                byAlpha += Digamma.value(successesAndAlpha);
                byBeta += Digamma.value(failuresAndBeta);
                bySize -= Digamma.value(cases[i] + size);
                byAlphaTwice += Trigamma.value(successesAndAlpha);
                byBetaTwice += Trigamma.value(failuresAndBeta);
                bySizeTwice -= Trigamma.value(cases[i] + size);
                hospitals++;
            }
        }
        bySize += hospitals * Digamma.value(size);
        bySizeTwice += hospitals * Trigamma.value(size);
        double a = byAlpha - hospitals * Digamma.value(alpha) + bySize;
        double b = byBeta - hospitals * Digamma.value(beta) + bySize;
        double aa = byAlphaTwice - hospitals * Trigamma.value(alpha) + bySizeTwice;
        double bb = byBetaTwice - hospitals * Trigamma.value(beta) + bySizeTwice;
        return new Slope(
                alpha * a, beta * b, alpha * (alpha * aa + a), beta * (beta * bb + b), alpha * beta * bySizeTwice);
    }

    private static double logAlpha(double[] logitAndLogSize) {
        return logitAndLogSize[1] - Math.log1p(Math.exp(-logitAndLogSize[0]));
    }

    private static double logBeta(double[] logitAndLogSize) {
        return logitAndLogSize[1] - Math.log1p(Math.exp(logitAndLogSize[0]));
    }

    /** Gradient (a, b) and Hessian ((aa, ab), (ab, bb)) at a point. */
    private record Slope(double a, double b, double aa, double bb, double ab) {
        /** A determinant this small beside the product of the diagonal is rounding, not curvature. */
        private static final double FLAT = 1e-10;

        /** Whether the surface curves down in all directions, so that a Newton step leads up. */
        boolean isCap() {
            return aa < 0 && bb < 0 && determinant() > FLAT * aa * bb;
        }

        double stepAlpha() {
            return (ab * b - bb * a) / determinant();
        }

        double stepBeta() {
            return (ab * a - aa * b) / determinant();
        }

        private double determinant() {
            return aa * bb - ab * ab;
        }
    }
}
