package org.hfsregistry.analytics.page.figure;

import java.util.Optional;

/** A number as it is told, or why it is not. It exists so that no page leaves an empty place without a reason. */
public record Figure(Optional<Double> value, Optional<Ends> interval, Optional<Absence> absence) {

    /** One that is told. */
    public static Figure of(double value, Optional<Ends> interval) {
        return new Figure(Optional.of(value), interval, Optional.empty());
    }

    /** One that is not. */
    public static Figure absent(Absence absence) {
        return new Figure(Optional.empty(), Optional.empty(), Optional.of(absence));
    }

    /** The same, where it is made of a curve that there is: what is absent of that lies beyond its end. */
    public Figure ofCurve(boolean thereIs) {
        return thereIs && absence.equals(Optional.of(Absence.NOTHING)) ? absent(Absence.NOT_REACHED) : this;
    }

    /** Whether there is a number. */
    public boolean isShown() {
        return value.isPresent();
    }

    /** Whether it is a count of anybody. */
    public boolean isMoreThanNone() {
        return value.filter(count -> count > 0).isPresent();
    }

    /** The number. */
    public double number() {
        return value.orElseThrow();
    }

    /** The ends of an interval; one that a curve does not reach is absent. */
    public record Ends(Optional<Double> lower, Optional<Double> upper) {}

    /** Why a number is absent. */
    public enum Absence {
        /** The group is smaller than may be told of. */
        TOO_FEW,
        /** The number, or another one beside it, would tell of few people. */
        HELD_BACK,
        /** There is nothing that it could be made of. */
        NOTHING,
        /** It lies beyond the end of a curve. */
        NOT_REACHED
    }
}
