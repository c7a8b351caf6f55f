package org.hfsregistry.statistics.shrinkage;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * Empirical Bayes: hospitals' true rates are taken to follow Beta(&alpha;, &beta;), with &alpha; and &beta; from the hospitals
 * themselves by maximum likelihood. It exists so that a rate of 3 of 3 is not shown as better than one of 290 of 300.
 *
 * <p>A hospital with x of n then has the posterior Beta(x + &alpha;, n - x + &beta;). Its interval takes &alpha; and &beta; as known
 * and so leaves out their own uncertainty: it is somewhat too narrow, the more so the fewer hospitals there are.
 * Griffiths 1973, Biometrics 29:637; Casella 1985, Am Stat 39:83. R: {@code optim} on the
 * beta-binomial likelihood.
 *
 * @param alpha successes the network is worth, above 0
 * @param beta failures the network is worth, above 0
 * @param logLikelihood of the fit, binomial coefficients included
 */
public record BetaBinomial(double alpha, double beta, double logLikelihood) {
    /** Fewer hospitals with cases than this say too little of how hospitals vary. */
    public static final int FEWEST_HOSPITALS = 5;

    public BetaBinomial {
        if (!(alpha > 0 && beta > 0)) {
            throw new IllegalArgumentException("no beta distribution of " + alpha + " and " + beta);
        }
    }

    /**
     * The fit; hospitals without cases don't count. Empty, that is, no shrinkage, where fewer than
     * {@link #FEWEST_HOSPITALS} have cases, and where the likelihood has no maximum inside: rates that vary no more
     * than by chance (&alpha; + &beta; then grows without end; cut at a million), rates that are all 0 or 1, single cases only.
     *
     * @param successes per hospital
     * @param cases per hospital, in the same order
     * @throws IllegalArgumentException for arrays of different lengths, or more successes than cases
     */
    public static Optional<BetaBinomial> fit(int[] successes, int[] cases) {
        if (successes.length != cases.length) {
            throw new IllegalArgumentException(successes.length + " hospitals against " + cases.length);
        }
        int hospitals = 0;
        for (int i = 0; i < cases.length; i++) {
            check(successes[i], cases[i]);
            if (cases[i] > 0) {
                hospitals++;
            }
        }
        return hospitals < FEWEST_HOSPITALS ? Optional.empty() : new Likelihood(successes, cases).maximum();
    }

    /** The shrunken rate (x + &alpha;) / (n + &alpha; + &beta;); the network's &alpha; / (&alpha; + &beta;) where there are no cases. */
    public double rate(int successes, int cases) {
        check(successes, cases);
        return (successes + alpha) / (cases + alpha + beta);
    }

    /** The equal-tailed interval of Beta(x + &alpha;, n - x + &beta;), without the uncertainty of &alpha; and &beta;. */
    public Interval interval(int successes, int cases, ConfidenceLevel level) {
        check(successes, cases);
        BetaDistribution posterior = BetaDistribution.of(successes + alpha, cases - successes + beta);
        return new Interval(
                posterior.inverseCumulativeProbability(level.tail()),
                posterior.inverseSurvivalProbability(level.tail()));
    }

    private static void check(int successes, int cases) {
        if (successes < 0 || successes > cases) {
            throw new IllegalArgumentException(successes + " successes of " + cases + " cases");
        }
    }
}
