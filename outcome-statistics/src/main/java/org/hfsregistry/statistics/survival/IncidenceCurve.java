package org.hfsregistry.statistics.survival;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A cumulative incidence curve with what is read from it. It exists to answer for any day, not for event days only, and
 * to say nothing of days beyond its data. Immutable. Made by {@link AalenJohansen}.
 */
public final class IncidenceCurve {
    private final int[] atRiskByDay;
    private final List<IncidencePoint> points;

    IncidenceCurve(int[] atRiskByDay, List<IncidencePoint> points) {
        this.atRiskByDay = atRiskByDay;
        this.points = List.copyOf(points);
    }

    /** How many were followed from day 0. */
    public int followed() {
        return atRiskByDay.length == 0 ? 0 : atRiskByDay[0];
    }

    /** How many had the event of the cause in question. */
    public int events() {
        int events = 0;
        for (IncidencePoint point : points) {
            events += point.events();
        }
        return events;
    }

    /** The days on which either event happened, in order, each with the curve at its end. */
    public List<IncidencePoint> points() {
        return points;
    }

    /**
     * The curve at the end of the day; empty after the last day on which anybody was followed, and for every day where
     * nobody was.
     *
     * @throws IllegalArgumentException for a negative day
     */
    public Optional<IncidencePoint> at(int day) {
        if (day < 0) {
            throw new IllegalArgumentException("day " + day + " lies before the start");
        }
        if (day >= atRiskByDay.length) {
            return Optional.empty();
        }
        int index = Steps.lastUpTo(day, points.size(), i -> points.get(i).day());
        if (index < 0) {
            return Optional.of(new IncidencePoint(day, atRiskByDay[day], 0, 0, 0, 0));
        }
        IncidencePoint point = points.get(index);
        boolean onTheDay = point.day() == day;
        return Optional.of(new IncidencePoint(
                day,
                atRiskByDay[day],
                onTheDay ? point.events() : 0,
                onTheDay ? point.competing() : 0,
                point.incidence(),
                point.variance()));
    }

    /**
     * The day by which half of all, those lost to the competing event included, have had the event; by the same rule
     * as {@link SurvivalCurve#median}. Empty where the incidence does not reach one half.
     */
    public OptionalDouble medianDays() {
        HalfCrossing crossing = new HalfCrossing();
        for (IncidencePoint point : points) {
            crossing.step(point.day(), 1 - point.incidence());
        }
        return crossing.day(atRiskByDay.length - 1);
    }
}
