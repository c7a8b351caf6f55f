package org.hfsregistry.analytics.cohort;

import java.util.Arrays;
import org.hfsregistry.analytics.cohort.Injections.Afterwards;
import org.hfsregistry.analytics.treatment.Course.Spasm;

/**
 * The rows of one patient, and what they mean for one another. It exists so that what depends on a patient's other
 * treatments is found when one of these changes, and is the same in whatever order they came.
 */
final class PatientRows {
    private static final int USUAL_ROWS = 16;

    private final Columns columns;
    private int[] rows = new int[USUAL_ROWS];
    private int count;

    /** All that the chain leads to from its head on. */
    PatientRows(Columns columns, int head) {
        this.columns = columns;
        for (int row = head; row != RowIndex.NONE; row = columns.nextOfPatient[row]) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = row;
        }
    }

    /**
     * Writes what follows for each row from the others. For an operation: the day of the next on that side, or of death,
     * whichever comes first, and what became of the spasm. For a session: the next on that side, and for the first there what came of the patient.
     */
    void derive() {
        int diedOn = diedOn();
        int[] sessions = new int[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            if (columns.kind[row] == Columns.SESSION) {
                int place = found++;
                while (place > 0 && isAfter(sessions[place - 1], row)) {
                    sessions[place] = sessions[place - 1];
                    place--;
                }
                sessions[place] = row;
            } else {
                columns.competingOn[row] = Columns.NO_DAY;
                if (isOperation(row)) {
                    derive(row, Math.min(diedOn, operatedAfter(columns.treatedOn[row], row)));
                }
            }
        }
        derive(Arrays.copyOf(sessions, found), diedOn);
    }

    @SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
    private void derive(int operation, int competingOn) {
        columns.competingOn[operation] = competingOn;
        Spasm spasm = columns.spasm(operation, Spasm.USUAL_GAP);
        columns.course[operation] = (byte) spasm.ordinal();
        columns.courseDays[operation] =
                (char) Math.min(columns.freeDays(operation, spasm, Spasm.USUAL_GAP), Character.MAX_VALUE);
    }

    /** Whether a session comes after another: by side, by day, and of one day by the larger key. */
    private boolean isAfter(int row, int other) {
        if (columns.side[row] != columns.side[other]) {
            return columns.side[row] > columns.side[other];
        }
        if (columns.treatedOn[row] != columns.treatedOn[other]) {
            return columns.treatedOn[row] > columns.treatedOn[other];
        }
        return columns.treatmentHigh[row] == columns.treatmentHigh[other]
                ? columns.treatmentLow[row] > columns.treatmentLow[other]
                : columns.treatmentHigh[row] > columns.treatmentHigh[other];
    }

    /** Of the sessions of one day and side the last in this order stands for all. */
    private void derive(int[] sessions, int diedOn) {
        int before = RowIndex.NONE;
        for (int place = 0; place < sessions.length; place++) {
            int row = sessions[place];
            int next = place + 1 < sessions.length ? sessions[place + 1] : RowIndex.NONE;
            columns.interval[row] = Columns.NO_INTERVAL;
            columns.competingOn[row] = Afterwards.NOT_FIRST.written(Columns.NO_DAY);
            if (isOnSide(next, row) && columns.treatedOn[next] == columns.treatedOn[row]) {
                continue;
            }
            if (isOnSide(before, row)) {
                int days = columns.treatedOn[row] - columns.treatedOn[before];
                columns.interval[before] = (char) Math.min(days, Columns.NO_INTERVAL - 1);
            } else {
                columns.competingOn[row] = afterwards(row, diedOn);
            }
            before = row;
        }
    }

    private int afterwards(int first, int diedOn) {
        int operatedOn = operatedAfter(columns.treatedOn[first], first);
        if (operatedOn != Columns.NO_DAY && operatedOn <= diedOn) {
            return Afterwards.OPERATED.written(operatedOn);
        }
        if (diedOn != Columns.NO_DAY) {
            return Afterwards.DIED.written(diedOn);
        }
        int endedOn = endedOn();
        return endedOn == Columns.NO_DAY
                ? Afterwards.GOES_ON.written(Columns.NO_DAY)
                : Afterwards.ENDED.written(endedOn);
    }

    private int diedOn() {
        int diedOn = Columns.NO_DAY;
        for (int i = 0; i < count; i++) {
            if (columns.died[rows[i]]) {
                diedOn = Math.min(diedOn, columns.followUpEndedOn[rows[i]]);
            }
        }
        return diedOn;
    }

    /** The latest end of follow-up; none where there is none or the patient was treated after it. */
    private int endedOn() {
        int endedOn = Integer.MIN_VALUE;
        int treatedOn = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            if (columns.followUpEndedOn[rows[i]] != Columns.NO_DAY) {
                endedOn = Math.max(endedOn, columns.followUpEndedOn[rows[i]]);
            }
            treatedOn = Math.max(treatedOn, columns.treatedOn[rows[i]]);
        }
        return endedOn < treatedOn ? Columns.NO_DAY : endedOn;
    }

    /** The day of the first operation after a day, on the side of a row. */
    private int operatedAfter(int day, int like) {
        int first = Columns.NO_DAY;
        for (int i = 0; i < count; i++) {
            if (isOperation(rows[i]) && isOnSide(rows[i], like) && columns.treatedOn[rows[i]] > day) {
                first = Math.min(first, columns.treatedOn[rows[i]]);
            }
        }
        return first;
    }

    private boolean isOperation(int row) {
        return columns.kind[row] == Columns.OPERATION;
    }

    private boolean isOnSide(int row, int like) {
        return row != RowIndex.NONE && columns.side[row] == columns.side[like];
    }
}
