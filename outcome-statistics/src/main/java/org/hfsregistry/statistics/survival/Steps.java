package org.hfsregistry.statistics.survival;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The points of a step curve, and how many were followed on each day. It exists so that every curve is read in the same
 * way: for any day up to the last on which anybody was followed, and for none after it.
 */
final class Steps<P> {
    private final int[] atRiskByDay;
    private final List<P> points;
    private final ToIntFunction<P> dayOf;

    Steps(int[] atRiskByDay, List<P> points, ToIntFunction<P> dayOf) {
        this.atRiskByDay = atRiskByDay;
        this.points = List.copyOf(points);
        this.dayOf = dayOf;
    }

    /** A point as it is read on a later day, on which nothing happened. */
    interface Later<P> {
        P on(int day, int atRisk, P point);
    }

    List<P> points() {
        return points;
    }

    int followed() {
        return atRiskByDay.length == 0 ? 0 : atRiskByDay[0];
    }

    /** The last day on which anybody was followed; -1 where nobody was. */
    int lastDay() {
        return atRiskByDay.length - 1;
    }

    /** The curve at the end of the day; before the first point it is as at the start. */
    Optional<P> at(int day, P start, Later<P> later) {
        if (day < 0) {
            throw new IllegalArgumentException("day " + day + " lies before the start");
        }
        if (day > lastDay()) {
            return Optional.empty();
        }
        int index = lastUpTo(day);
        P point = index < 0 ? start : points.get(index);
        boolean onTheDay = index >= 0 && dayOf.applyAsInt(point) == day;
        return Optional.of(onTheDay ? point : later.on(day, atRiskByDay[day], point));
    }

    /** The index of the last point that is not after the day; -1 for none. */
    private int lastUpTo(int day) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dayOf.applyAsInt(points.get(middle)) <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
