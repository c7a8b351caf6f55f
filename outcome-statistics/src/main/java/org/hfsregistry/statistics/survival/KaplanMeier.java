package org.hfsregistry.statistics.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * The Kaplan-Meier estimator. It exists to turn two histograms of days into a {@link SurvivalCurve}.
 *
 * <p>S(t) is the product over event days u &le; t of (n(u) - d(u)) / n(u), with n at risk at the start of the day and d
 * events on it; who is censored on a day counts as at risk on it, that is, deaths come before censorings. The variance
 * of log S(t) is Greenwood's sum of d / (n (n - d)). Kaplan and Meier 1958, J Am Stat Assoc 53:457; Greenwood 1926. R:
 * {@code survfit(Surv(day, event) ~ 1, conf.type = "log-log")}.
 */
public final class KaplanMeier {
    private static final int[] NOBODY = {};

    private KaplanMeier() {}

    /**
     * The curve from histograms: index = day, value = how many. The two may differ in length; days without anybody cost
     * next to nothing. The arrays are read, never kept.
     *
     * @throws IllegalArgumentException for a negative count, or more than 2,147,483,647 in all
     */
    public static SurvivalCurve ofDays(int[] eventsByDay, int[] censoredByDay) {
        int[] atRisk = DayCounts.atRiskByDay(eventsByDay, censoredByDay, NOBODY);
        List<SurvivalPoint> points = new ArrayList<>();
        double survival = 1;
        double varianceOfLog = 0;
        int days = Math.min(atRisk.length, eventsByDay.length);
        for (int day = 0; day < days; day++) {
            int events = eventsByDay[day];
            if (events > 0) {
                double followed = atRisk[day];
                double left = followed - events;
                survival *= left / followed;
                varianceOfLog += events / (followed * left);
                points.add(new SurvivalPoint(day, atRisk[day], events, survival, varianceOfLog));
            }
        }
        return new SurvivalCurve(atRisk, points);
    }

    /**
     * The curve from rows: the day on which each was last seen, and whether that was because of the event.
     *
     * @throws IllegalArgumentException for a negative day or arrays of different lengths
     */
    public static SurvivalCurve ofRows(int[] days, boolean[] event) {
        if (days.length != event.length) {
            throw new IllegalArgumentException(days.length + " days, " + event.length + " events");
        }
        int length = DayCounts.length(days);
        int[] events = new int[length];
        int[] censored = new int[length];
        for (int i = 0; i < days.length; i++) {
            (event[i] ? events : censored)[days[i]]++;
        }
        return ofDays(events, censored);
    }

    /**
     * How long people were followed, by the reverse Kaplan-Meier method: the end of being followed is the event, and the
     * event only hides when that end would have come. Its median is the median follow-up. Who had the event on a day on
     * which others ceased to be followed counts as followed on it. Schemper and Smith 1996, Control Clin Trials 17:343.
     * R: {@code survfit(Surv(day, !event) ~ 1)}.
     *
     * @throws IllegalArgumentException as {@link #ofDays}
     */
    public static SurvivalCurve followUpOfDays(int[] eventsByDay, int[] censoredByDay) {
        return ofDays(/* eventsByDay= */ censoredByDay, /* censoredByDay= */ eventsByDay);
    }
}
