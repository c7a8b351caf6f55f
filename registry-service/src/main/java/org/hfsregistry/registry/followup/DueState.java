package org.hfsregistry.registry.followup;

import java.time.LocalDate;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;

/**
 * How an operation without an assessment in its window stands on a day. The window is that of {@code mvd-success/1}: days 270
 * to 545 after surgery.
 */
public enum DueState implements Code {
    /** The window is open for a while yet. */
    OPEN("open"),
    /** The window is open, and closes within {@value #CLOSING_DAYS} days. */
    CLOSING("closing"),
    /** The window has closed. */
    MISSED("missed");

    static final int OPENS_AFTER_DAYS = 270;
    static final int CLOSES_AFTER_DAYS = 545;
    static final int CLOSING_DAYS = 60;

    private final String code;

    DueState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The first day of surgery of which an operation can be in this state; absent where any earlier one can. */
    Optional<LocalDate> earliestTreated(LocalDate today) {
        return switch (this) {
            case OPEN -> Optional.of(CLOSING.latestTreated(today).plusDays(1));
            case CLOSING -> Optional.of(MISSED.latestTreated(today).plusDays(1));
            case MISSED -> Optional.empty();
        };
    }

    /** The last day of surgery of which an operation can be in this state. */
    LocalDate latestTreated(LocalDate today) {
        return switch (this) {
            case OPEN -> today.minusDays(OPENS_AFTER_DAYS);
            case CLOSING -> today.plusDays(CLOSING_DAYS).minusDays(CLOSES_AFTER_DAYS);
            case MISSED -> today.minusDays(CLOSES_AFTER_DAYS + 1L);
        };
    }
}
