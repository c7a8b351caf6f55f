package org.hfsregistry.analytics.sequence;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Injections;
import org.hfsregistry.analytics.cohort.Injections.Afterwards;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.treatment.Relief;

/**
 * A hospital's injection sessions by what followed on each: how many of each kind, days to the next session, and days from
 * first sessions to an operation. It exists as the one place of the definitions {@code reinjection-interval} and {@code
 * botox-to-mvd}. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Sequences {
    private static final int AFTERWARDS = Afterwards.values().length;
    private static final Relief[] RELIEFS = Relief.values();
    private static final Afterwards[] ALL_AFTERWARDS = Afterwards.values();

    /** How many kinds there are. */
    static final int KINDS = RELIEFS.length * 2 * AFTERWARDS;

    private final int[] kinds;
    private final Durations intervals;
    private final Durations ways;

    private Sequences(int[] kinds, Durations intervals, Durations ways) {
        this.kinds = kinds;
        this.intervals = intervals;
        this.ways = ways;
    }

    /**
     * A session by what it came to and what followed on it.
     *
     * @param followed by another session on that side
     */
    record Kind(Relief relief, boolean followed, Afterwards afterwards) {
        /** The kind by its number. */
        static Kind of(int number) {
            return new Kind(
                    RELIEFS[number / AFTERWARDS / 2],
                    number / AFTERWARDS % 2 == 1,
                    ALL_AFTERWARDS[number % AFTERWARDS]);
        }

        private int number() {
            return (relief.ordinal() * 2 + (followed ? 1 : 0)) * AFTERWARDS + afterwards.ordinal();
        }
    }

    /** The number of a session's kind. */
    static int kind(Cohort cohort, int row) {
        Injections injections = cohort.injections();
        return new Kind(cohort.relief(row), injections.daysToNext(row) != Cohort.NEVER, injections.afterwards(row))
                .number();
    }

    /** The sessions of a cohort at the data's date. */
    static Sequences of(Cohort cohort, Among among, int dataDay) {
        Injections injections = cohort.injections();
        int[] kinds = new int[KINDS];
        Durations.Collector intervals = new Durations.Collector();
        Durations.Collector ways = new Durations.Collector();
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isSession(row) && among.has(cohort, row)) {
                int next = injections.daysToNext(row);
                Afterwards afterwards = injections.afterwards(row);
                kinds[kind(cohort, row)]++;
                if (next != Cohort.NEVER) {
                    intervals.add(next, End.EVENT);
                }
                switch (afterwards) {
                    case NOT_FIRST -> {}
                    case GOES_ON -> ways.add(Math.max(0, dataDay - cohort.treatedOn(row)), End.CENSORED);
                    case ENDED -> ways.add(injections.daysAfterwards(row), End.CENSORED);
                    case DIED -> ways.add(injections.daysAfterwards(row), End.COMPETING);
                    case OPERATED -> ways.add(injections.daysAfterwards(row), End.EVENT);
                }
            }
        }
        return new Sequences(kinds, intervals.take(), ways.take());
    }

    /** How many sessions of each kind, by its number. */
    int[] kinds() {
        return kinds.clone();
    }

    /** Days from a session to the patient's next on that side, each with the event. */
    Durations intervals() {
        return intervals;
    }

    /** Days from a patient's first session on a side to an operation there; death competes. */
    Durations ways() {
        return ways;
    }
}
