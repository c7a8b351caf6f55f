package org.hfsregistry.statistics.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * The Aalen-Johansen estimator of the cumulative incidence of one cause where another competes. It exists to turn three
 * histograms of days into an {@link IncidenceCurve}.
 *
 * <p>F(t) is the sum over days u &le; t of S(u-) d1(u) / n(u), with S the Kaplan-Meier curve of either event, n at risk
 * at the start of the day, d1 events of the cause and d events of either; events come before censorings. The variance
 * is the infinitesimal jackknife, the sum of squared influences of the rows, as in R's survfit; with a = S(u-) / n and
 * b = (F(t) - F(u)) / (n - d) it is the sum over u &le; t of a&sup2; d1 (1 - d1/n) - 2 a b d1 (1 - d/n) + b&sup2; d (1 - d/n),
 * because influences on different days are orthogonal. Aalen and Johansen 1978, Scand J Stat 5:141. R: {@code
 * survfit(Surv(day, factor(cause, 0:2)) ~ 1, conf.type = "log-log")}.
 */
public final class AalenJohansen {
    private AalenJohansen() {}

    /**
     * The curve from histograms: index = day, value = how many. The three may differ in length. The arrays are read,
     * never kept.
     *
     * @throws IllegalArgumentException for a negative count, or more than 2,147,483,647 in all
     */
    public static IncidenceCurve ofDays(int[] eventsByDay, int[] competingByDay, int[] censoredByDay) {
        int[] atRisk = DayCounts.atRiskByDay(eventsByDay, competingByDay, censoredByDay);
        List<IncidencePoint> points = new ArrayList<>();
        Incidence incidence = new Incidence();
        for (int day = 0; day < atRisk.length; day++) {
            int events = DayCounts.at(eventsByDay, day);
            int competing = DayCounts.at(competingByDay, day);
            if (events + competing > 0) {
                incidence.step(atRisk[day], events, competing);
                points.add(
                        new IncidencePoint(day, atRisk[day], events, competing, incidence.value, incidence.variance));
            }
        }
        return new IncidenceCurve(atRisk, points);
    }

    /**
     * The curve from rows: the day on which each was last seen, and why: 0 censored, 1 the event, 2 the competing one.
     *
     * @throws IllegalArgumentException for a negative day, another cause, or arrays of different lengths
     */
    public static IncidenceCurve ofRows(int[] days, byte[] causes) {
        if (days.length != causes.length) {
            throw new IllegalArgumentException(days.length + " days, " + causes.length + " causes");
        }
        int[][] counts = new int[3][DayCounts.length(days)];
        for (int i = 0; i < days.length; i++) {
            if (causes[i] < 0 || causes[i] > 2) {
                throw new IllegalArgumentException("cause " + causes[i] + " is none of 0, 1 and 2");
            }
            counts[causes[i]][days[i]]++;
        }
        return ofDays(counts[1], counts[2], counts[0]);
    }

    /**
     * The running incidence. The variance is quadratic in F(t), so it is carried along with its slope and curvature:
     * when F rises by r, variance += 2 r slope + r&sup2; curvature and slope += r curvature; then the day's own terms are
     * added, at which F(t) - F(u) = 0. This never subtracts large numbers from each other. Where
     * nobody is left the incidences are made to add up to 1 exactly.
     */
    private static final class Incidence {
        private double eventFree = 1;
        private double value;
        private double competingValue;
        private double variance;
        private double slope;
        private double curvature;

        void step(int atRisk, int events, int competing) {
            double n = atRisk;
            double left = n - events - competing;
            double weight = eventFree / n;
            double rise = weight * events;
            variance += 2 * rise * slope + rise * rise * curvature;
            slope += rise * curvature;
            value += rise;
            competingValue += weight * competing;
            variance = Math.max(0, variance + weight * weight * events * (n - events) / n);
            slope -= weight * events / n;
            eventFree *= left / n;
            if (left > 0) {
                curvature += (n - left) / (n * left);
            } else {
                value = 1 - competingValue;
            }
        }
    }
}
