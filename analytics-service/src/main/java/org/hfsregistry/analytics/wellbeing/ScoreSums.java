package org.hfsregistry.analytics.wellbeing;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.analytics.treatment.Scores;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.statistics.sample.Moments;

/**
 * Scores of a hospital's treatments by one instrument, added up over those that have one before and one after, in {@link
 * Scores#PARTS_OF_A_POINT}. It exists so that the means of many hospitals are made of a few numbers each. Immutable.
 *
 * @param treatments with a pair or without
 * @param better how many of the pairs are lower by {@link #IMPORTANT} points or more
 * @param changes after less before, of the pairs
 */
public record ScoreSums(int treatments, int better, long before, long after, Moments changes) {
    /** Nobody's. */
    static final ScoreSums NONE = new ScoreSums(0, 0, 0, 0, Moments.NONE);

    /** How many points of HFS-7 are importantly better. */
    static final int IMPORTANT = 3;

    /** The sums of a cohort. */
    static ScoreSums of(Cohort cohort, Among among, Instrument instrument) {
        int treatments = 0;
        int pairs = 0;
        int better = 0;
        long before = 0;
        long after = 0;
        long squares = 0;
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (among.has(cohort, row)) {
                treatments++;
                if (cohort.clinical().hasPair(row, instrument)) {
                    int first = cohort.clinical().before(row, instrument);
                    int second = cohort.clinical().after(row, instrument);
                    int change = second - first;
                    pairs++;
                    better += change <= -IMPORTANT * Scores.PARTS_OF_A_POINT ? 1 : 0;
                    before += first;
                    after += second;
                    squares += (long) change * change;
                }
            }
        }
        return new ScoreSums(treatments, better, before, after, new Moments(pairs, after - before, squares));
    }

    /** These treatments and those. */
    ScoreSums plus(ScoreSums other) {
        return new ScoreSums(
                Math.addExact(treatments, other.treatments),
                Math.addExact(better, other.better),
                Math.addExact(before, other.before),
                Math.addExact(after, other.after),
                changes.plus(other.changes));
    }

    /** How many treatments have a pair. */
    int pairs() {
        return Math.toIntExact(changes.count());
    }
}
