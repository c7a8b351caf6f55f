package org.hfsregistry.statistics.survival;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A cumulative incidence curve with what is read from it. It exists to answer for any day, not for event days only, and
 * to say nothing of days beyond its data. Immutable. Made by {@link AalenJohansen}.
 */
public final class IncidenceCurve {
    private static final IncidencePoint START = new IncidencePoint(0, 0, 0, 0, 0, 0);

    private final Steps<IncidencePoint> steps;

    IncidenceCurve(int[] atRiskByDay, List<IncidencePoint> points) {
        this.steps = new Steps<>(atRiskByDay, points, IncidencePoint::day);
    }

    /** How many were followed from day 0. */
    public int followed() {
        return steps.followed();
    }

    /** How many had the event of the cause in question. */
    public int events() {
        int events = 0;
        for (IncidencePoint point : steps.points()) {
            events += point.events();
        }
        return events;
    }

    /** The days on which either event happened, in order, each with the curve at its end. */
    public List<IncidencePoint> points() {
        return steps.points();
    }

    /**
     * The curve at the end of the day; empty after the last day on which anybody was followed, and for every day where
     * nobody was.
     *
     * @throws IllegalArgumentException for a negative day
     */
    public Optional<IncidencePoint> at(int day) {
        return steps.at(
                day,
                START,
                (on, atRisk, point) -> new IncidencePoint(on, atRisk, 0, 0, point.incidence(), point.variance()));
    }

    /**
     * The day by which half of all, those lost to the competing event included, have had the event; by the same rule
     * as {@link SurvivalCurve#median}. Empty where the incidence does not reach one half.
     */
    public OptionalDouble medianDays() {
        HalfCrossing crossing = new HalfCrossing();
        for (IncidencePoint point : steps.points()) {
            crossing.step(point.day(), 1 - point.incidence());
        }
        return crossing.day(steps.lastDay());
    }
}
