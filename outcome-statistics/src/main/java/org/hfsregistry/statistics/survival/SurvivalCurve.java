package org.hfsregistry.statistics.survival;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/**
 * A Kaplan-Meier curve with what is read from it. It exists to answer for any day, not for event days only, and to say
 * nothing of days beyond its data. Immutable. Made by {@link KaplanMeier}.
 */
public final class SurvivalCurve {
    private static final SurvivalPoint START = new SurvivalPoint(0, 0, 0, 1, 0);

    private final Steps<SurvivalPoint> steps;

    SurvivalCurve(int[] atRiskByDay, List<SurvivalPoint> points) {
        this.steps = new Steps<>(atRiskByDay, points, SurvivalPoint::day);
    }

    /** How many were followed from day 0. */
    public int followed() {
        return steps.followed();
    }

    /** How many had the event. */
    public int events() {
        int events = 0;
        for (SurvivalPoint point : steps.points()) {
            events += point.events();
        }
        return events;
    }

    /** The days on which events happened, in order, each with the curve at its end. */
    public List<SurvivalPoint> points() {
        return steps.points();
    }

    /**
     * The curve at the end of the day; empty after the last day on which anybody was followed (R: {@code summary(fit,
     * times = day)}, where such a day has no row), and for every day where nobody was.
     *
     * @throws IllegalArgumentException for a negative day
     */
    public Optional<SurvivalPoint> at(int day) {
        return steps.at(
                day,
                START,
                (on, atRisk, point) -> new SurvivalPoint(on, atRisk, 0, point.survival(), point.varianceOfLog()));
    }

    /**
     * The median and its interval by Brookmeyer and Crowley 1982, Biometrics 38:29: the first days on which the curve
     * and its log-log limits have come down to one half. Where one of them runs exactly level at one half (to 1.5e-8),
     * the middle of the level stretch. R: {@code quantile(survfit(conf.type = "log-log"), .5)}.
     */
    public Median median(ConfidenceLevel level) {
        HalfCrossing curve = new HalfCrossing();
        HalfCrossing lower = new HalfCrossing();
        HalfCrossing upper = new HalfCrossing();
        for (SurvivalPoint point : steps.points()) {
            curve.step(point.day(), point.survival());
            Optional<Interval> interval = point.interval(level);
            if (interval.isPresent()) {
                lower.step(point.day(), interval.get().lower());
                upper.step(point.day(), interval.get().upper());
            }
        }
        int lastDay = steps.lastDay();
        return new Median(curve.day(lastDay), lower.day(lastDay), upper.day(lastDay));
    }

    /**
     * The restricted mean in days: the area under the curve from day 0 to the largest day of the data, censored or
     * not. Empty where nobody was followed. R: {@code print(fit, rmean = "individual")}.
     */
    public OptionalDouble restrictedMeanDays() {
        if (steps.followed() == 0) {
            return OptionalDouble.empty();
        }
        double area = 0;
        double survival = 1;
        int from = 0;
        for (SurvivalPoint point : steps.points()) {
            area += survival * (point.day() - from);
            survival = point.survival();
            from = point.day();
        }
        return OptionalDouble.of(area + survival * (steps.lastDay() - from));
    }
}
