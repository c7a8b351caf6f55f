package org.hfsregistry.statistics.funnel;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hfsregistry.statistics.Interval;

/**
 * A funnel plot of proportions: the network's rate and how far from it a hospital of a given size may be. It exists
 * instead of a league table. Spiegelhalter 2005, Stat Med 24:1185.
 *
 * <p>Without overdispersion, limits and readings are exact binomial. With it a hospital's true rate has the
 * variance &tau;&sup2; around the target t, and its observed one t (1 - t) / n + &tau;&sup2;; limits lie at t &plusmn; z sqrt(t (1 - t) / n
 * + &tau;&sup2;) and a tail is the normal one of (y - t) / sqrt(t (1 - t) / n + &tau;&sup2;). Widening only ever widens: where the
 * exact limit lies farther out, or the exact tail is larger, it holds.
 *
 * @param target the network's rate, from 0 to 1
 * @param dispersion how the hospitals vary around it; empty where that can't be known
 */
public record Funnel(double target, Optional<Dispersion> dispersion) {
    private static final double TAIL_95 = 0.025;
    private static final double TAIL_99_8 = 0.001;
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    public Funnel {
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("a rate lies from 0 to 1, not at " + target);
        }
    }

    /**
     * The funnel of the hospitals: target = all successes / all cases, with their dispersion. Empty where there are no
     * cases at all.
     *
     * @param successes per hospital
     * @param cases per hospital, in the same order
     * @throws IllegalArgumentException for arrays of different lengths, or more successes than cases
     */
    public static Optional<Funnel> of(int[] successes, int[] cases) {
        if (successes.length != cases.length) {
            throw new IllegalArgumentException(successes.length + " hospitals against " + cases.length);
        }
        long allSuccesses = 0;
        long allCases = 0;
        for (int i = 0; i < cases.length; i++) {
            check(successes[i], cases[i]);
            allSuccesses += successes[i];
            allCases += cases[i];
        }
        if (allCases == 0) {
            return Optional.empty();
        }
        double target = (double) allSuccesses / allCases;
        return Optional.of(new Funnel(target, Dispersion.around(target, successes, cases)));
    }

    /**
     * The limits at a number of cases, for drawing. Exact and interpolated: with F the binomial distribution and r the
     * smallest number with F(r) &gt; p, the limit is (r - a) / n, a = (F(r) - p) / (F(r) - F(r - 1)), cut to 0 and 1; p =
     * .025 and .975, .001 and .999. Widened where the hospitals are overdispersed.
     *
     * @throws IllegalArgumentException for less than one case
     */
    public FunnelLimits limits(int cases) {
        check(0, cases);
        if (cases == 0) {
            throw new IllegalArgumentException("a funnel has no limits at no cases");
        }
        return new FunnelLimits(cases, limits(cases, TAIL_95), limits(cases, TAIL_99_8));
    }

    /**
     * Where a hospital stands: by its tails P(X &le; x) and P(X &ge; x), of which one below .025 or .001 takes it outside;
     * never by the drawn limits.
     *
     * @throws IllegalArgumentException for less than one case, or more successes than cases
     */
    public FunnelReading read(int successes, int cases) {
        check(successes, cases);
        if (cases == 0) {
            throw new IllegalArgumentException("a hospital without cases has no place in a funnel");
        }
        BinomialDistribution chance = BinomialDistribution.of(cases, target);
        double pLower = chance.cumulativeProbability(successes);
        double pUpper = chance.survivalProbability(successes - 1);
        if (overdispersed()) {
            double z = ((double) successes / cases - target) / spread(cases);
            pLower = Math.max(pLower, STANDARD_NORMAL.cumulativeProbability(z));
            pUpper = Math.max(pUpper, STANDARD_NORMAL.survivalProbability(z));
        }
        return FunnelReading.of(pLower, pUpper);
    }

    private Interval limits(int cases, double tail) {
        BinomialDistribution chance = BinomialDistribution.of(cases, target);
        double lower = exactLimit(chance, tail);
        double upper = exactLimit(chance, 1 - tail);
        if (overdispersed()) {
            double reach = STANDARD_NORMAL.inverseSurvivalProbability(tail) * spread(cases);
            lower = Math.min(lower, target - reach);
            upper = Math.max(upper, target + reach);
        }
        return new Interval(Math.clamp(lower, 0, 1), Math.clamp(upper, 0, 1));
    }

    private static double exactLimit(BinomialDistribution chance, double p) {
        int r = chance.inverseCumulativeProbability(p);
        if (chance.cumulativeProbability(r) <= p) {
            r++;
        }
        double atR = chance.cumulativeProbability(r);
        double a = (atR - p) / (atR - chance.cumulativeProbability(r - 1));
        return (r - a) / chance.getNumberOfTrials();
    }

    private boolean overdispersed() {
        return dispersion.isPresent() && dispersion.get().overdispersed();
    }

    /** The standard deviation of an observed rate, chance and the hospitals' differences together. */
    private double spread(int cases) {
        double between = dispersion.map(Dispersion::tauSquared).orElse(0.0);
        return Math.sqrt(target * (1 - target) / cases + between);
    }

    private static void check(int successes, int cases) {
        if (successes < 0 || successes > cases) {
            throw new IllegalArgumentException(successes + " successes of " + cases + " cases");
        }
    }
}
