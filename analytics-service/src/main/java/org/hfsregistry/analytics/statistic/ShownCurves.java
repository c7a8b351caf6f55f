package org.hfsregistry.analytics.statistic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.disclosure.CurveEnd;
import org.hfsregistry.analytics.disclosure.CurveEnd.Tail;
import org.hfsregistry.analytics.disclosure.Disclosed;
import org.hfsregistry.analytics.measure.Durations;

/**
 * Up to which day each curve is shown. It exists so that a curve and everything read from it is made of the same days; who
 * is followed longer counts as censored on the last one.
 */
final class ShownCurves {
    private final Map<String, Integer> lastDays = new HashMap<>();
    private final Durations everybody;
    private final int networkLastDay;

    /** Decides for all hospitals; a hospital's curve is shown where the figure is. */
    ShownCurves(Map<String, Durations> byHospital, String figure, Disclosed disclosed) {
        this.everybody = Durations.sum(byHospital.values());
        List<Tail> tails = new ArrayList<>();
        byHospital.forEach((hospital, durations) -> {
            boolean shown = disclosed.group(hospital).shows(figure);
            int lastDay = shown ? durations.lastDayWith(disclosed.k()) : -1;
            lastDays.put(hospital, lastDay);
            if (lastDay < durations.lastDay()) {
                tails.add(new Tail(lastDay + 1, durations.atRiskByDay()));
            }
        });
        this.networkLastDay = CurveEnd.ofNetwork(disclosed.k(), everybody.lastDayWith(disclosed.k()), tails);
    }

    Durations everybody() {
        return everybody;
    }

    int networkLastDay() {
        return networkLastDay;
    }

    int lastDay(String hospital) {
        return lastDays.getOrDefault(hospital, -1);
    }
}
