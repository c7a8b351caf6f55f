package org.hfsregistry.analytics.page.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.page.figure.Figure.Absence;
import org.hfsregistry.analytics.page.figure.Figure.Ends;

/**
 * How a share changes from day to day. It exists so that a chart and the table beside it are of the same points.
 *
 * @param steps as many as can be told apart in a chart
 * @param followedUpTo the last day that is shown
 * @param followUpDays the median time that people were followed
 */
public record Curve(List<Step> steps, Figure followedUpTo, Figure followUpDays) {
    private static final int MOST_READ = 24;

    /** More than these lie closer together than a line is thick. */
    private static final int MOST_DRAWN = 240;

    /** The curve of an answer whose shares are fields of this name. */
    public static Curve of(Told told, String value) {
        return new Curve(
                evenly(told.list("curve"), MOST_DRAWN).stream()
                        .map(step -> new Step(step.whole("day"), step.point(value), step.whole("atRisk")))
                        .toList(),
                told.figure("followedUpTo"),
                told.part("followUp").figure("medianDays"));
    }

    /** Whether there is anything to draw. */
    public boolean isShown() {
        return followedUpTo.isShown() && !steps.isEmpty();
    }

    /** Why there is nothing to draw. */
    public Optional<Absence> absence() {
        return isShown() ? Optional.empty() : Optional.of(followedUpTo.absence().orElse(Absence.NOTHING));
    }

    /** The curve read on some of its days, the first and the last among them. */
    public List<Step> read() {
        return evenly(steps, MOST_READ);
    }

    /** So many at most, the first and the last among them. */
    private static <T> List<T> evenly(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(place -> all.get(place * (all.size() - 1) / (most - 1)))
                        .toList();
    }

    /** What it is from a day on. */
    public record Step(int day, Figure share, int atRisk) {

        /** The share. */
        public double value() {
            return share.number();
        }

        /** Its interval. */
        public Optional<Ends> interval() {
            return share.interval();
        }
    }
}
