package org.hfsregistry.analytics.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hfsregistry.analytics.decision.ShownCurves.Curve;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.survival.KaplanMeier;
import org.hfsregistry.statistics.survival.Median;

/**
 * How long people were followed. It exists because a curve does not tell: with many who were not seen again after its start
 * it is made of the few who were.
 */
final class FollowUp {
    private FollowUp() {}

    /**
     * The median by reverse Kaplan-Meier: being censored is what is waited for, and whoever had the event, or a competing
     * one, could have been followed longer. Schemper and Smith 1996, Controlled Clinical Trials 17:343.
     */
    static Map<String, Object> of(Curve curve, ConfidenceLevel level) {
        int[] ended = curve.durations().byDay(End.EVENT, curve.lastDay());
        int[] competing = curve.durations().byDay(End.COMPETING, curve.lastDay());
        for (int day = 0; day < ended.length; day++) {
            ended[day] += competing[day];
        }
        Median median = KaplanMeier.ofDays(curve.durations().byDay(End.CENSORED, curve.lastDay()), ended)
                .median(level);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", "reverse-kaplan-meier");
        Fields.of(median.days()).ifPresent(days -> fields.put("medianDays", days));
        return fields;
    }
}
