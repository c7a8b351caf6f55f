package org.hfsregistry.analytics.treatment;

/**
 * The time after an operation in which an assessment counts, and the day that it should be nearest to. It exists so that
 * the two windows of {@code mvd-success} stand in one place.
 */
public enum AssessmentWindow {
    /** A year: days 270 to 545, nearest to day 365. */
    YEAR(365, 270, 545),
    /** A quarter: days 45 to 180, nearest to day 90. */
    QUARTER(90, 45, 180);

    private final int target;
    private final int opens;
    private final int closes;

    AssessmentWindow(int target, int opens, int closes) {
        this.target = target;
        this.opens = opens;
        this.closes = closes;
    }

    /** The day that the assessment should be nearest to. */
    public int target() {
        return target;
    }

    /** Whether the window of an operation has closed by the data's date, both as days since 1970. */
    public boolean closedBy(int dataDay, int treatedOn) {
        return (long) treatedOn + closes < dataDay;
    }

    /** Whether an assessment so many days after the operation may count. */
    public boolean contains(int day) {
        return opens <= day && day <= closes;
    }

    /** Whether the later of two days in the window is at least as near to the target: ties go to the later. */
    boolean prefersLater(int earlier, int later) {
        return Math.abs(later - target) <= Math.abs(earlier - target);
    }
}
