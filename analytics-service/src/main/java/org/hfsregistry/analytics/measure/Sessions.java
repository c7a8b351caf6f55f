package org.hfsregistry.analytics.measure;

import java.util.Arrays;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.treatment.Relief;
import org.hfsregistry.contract.clinical.Complication;

/**
 * A hospital's injection sessions: how many had which relief, which adverse effects, and the days of relief of those that
 * had any. It exists as the one place of the definition {@code botox-relief}.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Sessions {
    private static final int KINDS = Complication.Kind.values().length;

    private final int[] byRelief;
    private final int[] byAdverse;
    private final Durations relief;

    private Sessions(int[] byRelief, int[] byAdverse, Durations relief) {
        this.byRelief = byRelief;
        this.byAdverse = byAdverse;
        this.relief = relief;
    }

    /** The sessions of a cohort. */
    public static Sessions of(Cohort cohort, Among among, Durations.Collector collector) {
        int[] byRelief = new int[Relief.values().length];
        int[] byAdverse = new int[KINDS];
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isSession(row) && among.has(cohort, row)) {
                Relief known = cohort.relief(row);
                byRelief[known.ordinal()]++;
                for (int kinds = cohort.adverse(row); kinds != 0; kinds &= kinds - 1) {
                    byAdverse[Integer.numberOfTrailingZeros(kinds)]++;
                }
                if (known != Relief.NONE) {
                    collector.add(cohort.reliefDays(row), known == Relief.ENDED ? End.EVENT : End.CENSORED);
                }
            }
        }
        return new Sessions(byRelief, byAdverse, collector.take());
    }

    /** How many there are. */
    public int count() {
        return Arrays.stream(byRelief).sum();
    }

    /** How many had such a relief. */
    public int count(Relief known) {
        return byRelief[known.ordinal()];
    }

    /** How many had the adverse effect, in whatever course. */
    public int count(Complication.Kind adverse) {
        return byAdverse[adverse.ordinal()];
    }

    /** Days of relief of the sessions that had any: ended is the event, lasting is censored. */
    public Durations relief() {
        return relief;
    }
}
