package org.hfsregistry.analytics.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.disclosure.QuantileEnds;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;
import org.hfsregistry.statistics.Quantile;

/**
 * Days from treatments to the earliest submission of what counts of each, as fields. It exists so that a quantile is asked
 * for only where so many lie on both sides of it as the audience's k.
 *
 * @param largestOfOne how many of them are of the hospital that has most, where they are of several: it knows its own
 * @param leastOnASide of a quantile, of all and of those that no one hospital knows
 */
record Delays(Treatment treatment, Durations days, int largestOfOne, int leastOnASide) {
    private static final String FIELD = "daysToSubmission";

    /** Puts the number of treatments, the median and the ninth decile; the first is the figure of that name. */
    void putInto(Fields fields, String size) {
        fields.put(FIELD, treatment.code(), size, () -> Optional.of(values()));
        if (fields.shows(size) && days.followed() > 0) {
            for (Quantiles quantile : Quantiles.values()) {
                if (!isShown(quantile)) {
                    fields.suppress(FIELD + "." + treatment.code() + "." + quantile.field);
                }
            }
        }
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("n", days.followed());
        if (days.followed() > 0) {
            int[] byDay = days.byDay(End.EVENT, days.lastDay());
            for (Quantiles quantile : Quantiles.values()) {
                if (isShown(quantile)) {
                    values.put(quantile.field, Quantile.ofDays(byDay, quantile.part));
                }
            }
        }
        return values;
    }

    private boolean isShown(Quantiles quantile) {
        return QuantileEnds.areOfMany(days.followed(), largestOfOne, quantile.part, leastOnASide);
    }

    private enum Quantiles {
        MEDIAN("median", 0.5),
        NINTH_DECILE("p90", 0.9);

        private final String field;
        private final double part;

        Quantiles(String field, double part) {
            this.field = field;
            this.part = part;
        }
    }
}
