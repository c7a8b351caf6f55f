package org.hfsregistry.analytics.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.decision.ShownCurves.Curve;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.survival.AalenJohansen;
import org.hfsregistry.statistics.survival.IncidenceCurve;
import org.hfsregistry.statistics.survival.IncidencePoint;

/** A cumulative incidence as fields. It exists so that every statistic of that kind tells it in the same way. */
public final class IncidenceFields {
    private final Curve curve;
    private final String figure;
    private final int[] days;

    /** Of a curve, shown where the figure is, and read on some days. */
    public IncidenceFields(Curve curve, String figure, int... days) {
        this.curve = curve;
        this.figure = figure;
        this.days = days.clone();
    }

    /** Puts how far it goes, how long people were followed, the curve and what it reads on the days. */
    public void putInto(Fields fields, View view) {
        if (!fields.shows(figure)) {
            List.of("followedUpTo", "followUp", "curve", "at").forEach(fields::suppress);
            return;
        }
        int lastDay = curve.lastDay();
        fields.put("followedUpTo", figure, () -> lastDay < 0 ? Optional.<Integer>empty() : Optional.of(lastDay));
        fields.put("followUp", figure, () -> Optional.of(FollowUp.of(curve, view.level())));
        if (view.wants("curve") || view.wants("at")) {
            IncidenceCurve incidence = incidence();
            fields.put("curve", figure, () -> Optional.of(points(incidence, view.level())));
            fields.put("at", figure, () -> Optional.of(at(incidence, view.level())));
        }
        if (curve.isCut()) {
            for (int day : days) {
                if (day > lastDay) {
                    fields.suppress("at." + day);
                }
            }
        }
    }

    /** The curve up to its last shown day. */
    IncidenceCurve incidence() {
        return AalenJohansen.ofDays(
                curve.durations().byDay(End.EVENT, curve.lastDay()),
                curve.durations().byDay(End.COMPETING, curve.lastDay()),
                curve.durations().byDay(End.CENSORED, curve.lastDay()));
    }

    private static List<Map<String, Object>> points(IncidenceCurve curve, ConfidenceLevel level) {
        return curve.points().stream()
                .filter(point -> point.events() > 0)
                .map(point -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("day", point.day());
                    read(point, level, fields);
                    return fields;
                })
                .toList();
    }

    private Map<String, Object> at(IncidenceCurve curve, ConfidenceLevel level) {
        Map<String, Object> at = new LinkedHashMap<>();
        for (int day : days) {
            curve.at(day).ifPresent(point -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                read(point, level, fields);
                at.put(Integer.toString(day), fields);
            });
        }
        return at;
    }

    private static void read(IncidencePoint point, ConfidenceLevel level, Map<String, Object> fields) {
        fields.put("incidence", point.incidence());
        point.interval(level).ifPresent(interval -> {
            fields.put("lower", interval.lower());
            fields.put("upper", interval.upper());
        });
        fields.put("atRisk", point.atRisk());
    }
}
