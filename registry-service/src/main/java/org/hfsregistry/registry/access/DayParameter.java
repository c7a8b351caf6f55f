package org.hfsregistry.registry.access;

import java.time.LocalDate;
import java.util.Optional;

/** A parameter of a request that is a day. */
public final class DayParameter {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private DayParameter() {}

    /**
     * The same day: one that can be counted from and to, and that is written as all days of the record are.
     *
     * @throws RefusedRequest where it lies outside of that
     */
    public static LocalDate within(String name, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw RefusedRequest.badParameter(name, "a date such as 2024-01-31, from " + FIRST + " to " + LAST);
        }
        return day;
    }

    /** Refuses a day {@code to} before the day {@code from}: nothing lies between them, and nobody asks for that. */
    public static void inOrder(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw RefusedRequest.badParameter("to", "a day that is not before from");
        }
    }
}
