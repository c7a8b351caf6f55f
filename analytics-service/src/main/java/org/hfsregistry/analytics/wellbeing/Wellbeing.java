package org.hfsregistry.analytics.wellbeing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;

/**
 * Scores of a hospital's treatments by each instrument. It exists as the one place of the definition {@code quality-of-life}.
 * Immutable.
 */
public final class Wellbeing {
    private static final Wellbeing NOBODYS = new Wellbeing(Map.of());

    private final Map<Instrument, ScoreSums> sums;

    private Wellbeing(Map<Instrument, ScoreSums> sums) {
        this.sums = sums;
    }

    /** The scores of a cohort's treatments; of one kind, if only these are among them. */
    public static Wellbeing of(Cohort cohort, Among among) {
        Map<Instrument, ScoreSums> sums = new EnumMap<>(Instrument.class);
        for (Instrument instrument : Instrument.values()) {
            sums.put(instrument, ScoreSums.of(cohort, among, instrument));
        }
        return new Wellbeing(sums);
    }

    /** The sums by an instrument. */
    ScoreSums by(Instrument instrument) {
        return Optional.ofNullable(sums.get(instrument)).orElse(ScoreSums.NONE);
    }

    /** All of them together. */
    static Wellbeing sum(Iterable<Wellbeing> several) {
        Wellbeing sum = NOBODYS;
        for (Wellbeing each : several) {
            Map<Instrument, ScoreSums> sums = new EnumMap<>(Instrument.class);
            for (Instrument instrument : Instrument.values()) {
                sums.put(instrument, sum.by(instrument).plus(each.by(instrument)));
            }
            sum = new Wellbeing(sums);
        }
        return sum;
    }
}
