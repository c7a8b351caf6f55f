package org.hfsregistry.analytics.cohort;

/**
 * The injection sessions of a cohort, as they follow one another in a patient. It exists so that what a session means in
 * its patient's course is read in one place. Of the sessions of one day and side one stands for all.
 */
public final class Injections {
    private final Columns columns;
    private final RowIndex patients;

    Injections(Columns columns, RowIndex patients) {
        this.columns = columns;
        this.patients = patients;
    }

    /** What came of a patient after the first session on a side. */
    @SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
    public enum Afterwards {
        /** The session was not the first, or another of that day stands for it. */
        NOT_FIRST,
        /** So far as is known neither operated on nor dead. */
        GOES_ON,
        /** The same, up to the end of follow-up. */
        ENDED,
        /** Died before an operation on that side. */
        DIED,
        /** Operated on that side on a later day. */
        OPERATED;

        private static final int CODES = 8;
        private static final Afterwards[] ALL = values();

        /** With its day in one number; a day that never comes is not kept. */
        int written(int day) {
            return (day == Cohort.NEVER ? 0 : day * CODES) + ordinal();
        }

        static Afterwards read(int written) {
            return ALL[Math.floorMod(written, CODES)];
        }

        static int day(int written) {
            return Math.floorDiv(written, CODES);
        }
    }

    /** Days from a session to the patient's next on that side; {@link Cohort#NEVER} for none. */
    public int daysToNext(int row) {
        char days = columns.interval[row];
        return days == Columns.NO_INTERVAL ? Cohort.NEVER : days;
    }

    /** What came of the patient after a session, if it was the first on that side. */
    public Afterwards afterwards(int row) {
        return Afterwards.read(columns.competingOn[row]);
    }

    /** Days from a first session to what came of the patient, 0 where that is dated before it. */
    public int daysAfterwards(int row) {
        return Math.max(0, Afterwards.day(columns.competingOn[row]) - columns.treatedOn[row]);
    }

    /** A number that the sessions of one patient share; it holds only as long as the cohort does not change. */
    public int patient(int row) {
        return patients.find(columns.patientHigh[row], columns.patientLow[row]);
    }

    /** The dose of a session, in units of its product, to seven digits. */
    public double doseUnits(int row) {
        return Float.intBitsToFloat(columns.firstFree[row]);
    }
}
