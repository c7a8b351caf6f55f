package org.hfsregistry.analytics.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The data's date: the UTC date of the newest change, in days since 1970. It exists so that a number depends on the data
 * and not on when it is asked for.
 */
public final class DataDay {
    private DataDay() {}

    /** The data's date as of a change. */
    public static int of(Instant newestChange) {
        return Math.toIntExact(LocalDate.ofInstant(newestChange, ZoneOffset.UTC).toEpochDay());
    }
}
