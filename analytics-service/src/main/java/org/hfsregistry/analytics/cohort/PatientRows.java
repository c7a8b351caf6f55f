package org.hfsregistry.analytics.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hfsregistry.analytics.cohort.Injections.Afterwards;

/**
 * The rows of one patient, and what they mean for one another. It exists so that what depends on a patient's other
 * treatments is found when one of these changes, and is the same in whatever order they came.
 */
final class PatientRows {
    private final Columns columns;
    private final List<Integer> rows = new ArrayList<>();

    /** All that the chain leads to from its head on. */
    PatientRows(Columns columns, int head) {
        this.columns = columns;
        for (int row = head; row != RowIndex.NONE; row = columns.nextOfPatient[row]) {
            rows.add(row);
        }
    }

    /**
     * Writes what follows for each row from the others. For an operation: the day of the next on that side, or of death,
     * whichever comes first. For a session: the next on that side, and for the first there what came of the patient.
     */
    void derive() {
        int diedOn = diedOn();
        List<Integer> sessions = new ArrayList<>();
        for (int row : rows) {
            if (columns.kind[row] == Columns.SESSION) {
                sessions.add(row);
            } else {
                columns.competingOn[row] = isOperation(row)
                        ? Math.min(diedOn, operatedAfter(columns.treatedOn[row], row))
                        : Columns.NO_DAY;
            }
        }
        if (!sessions.isEmpty()) {
            sessions.sort(Comparator.<Integer>comparingInt(row -> columns.side[row])
                    .thenComparingInt(row -> columns.treatedOn[row])
                    .thenComparingLong(row -> columns.treatmentHigh[row])
                    .thenComparingLong(row -> columns.treatmentLow[row]));
            derive(sessions, diedOn);
        }
    }

    /** Of the sessions of one day and side the last in this order stands for all. */
    private void derive(List<Integer> sessions, int diedOn) {
        int before = RowIndex.NONE;
        for (int place = 0; place < sessions.size(); place++) {
            int row = sessions.get(place);
            int next = place + 1 < sessions.size() ? sessions.get(place + 1) : RowIndex.NONE;
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
        return rows.stream()
                .filter(row -> columns.died[row])
                .mapToInt(row -> columns.followUpEndedOn[row])
                .min()
                .orElse(Columns.NO_DAY);
    }

    /** The latest end of follow-up; none where there is none or the patient was treated after it. */
    private int endedOn() {
        int endedOn = rows.stream()
                .mapToInt(row -> columns.followUpEndedOn[row])
                .filter(day -> day != Columns.NO_DAY)
                .max()
                .orElse(Columns.NO_DAY);
        return rows.stream().anyMatch(row -> columns.treatedOn[row] > endedOn) ? Columns.NO_DAY : endedOn;
    }

    private int operatedAfter(int day, int like) {
        return rows.stream()
                .filter(row -> isOperation(row) && isOnSide(row, like) && columns.treatedOn[row] > day)
                .mapToInt(row -> columns.treatedOn[row])
                .min()
                .orElse(Columns.NO_DAY);
    }

    private boolean isOperation(int row) {
        return columns.kind[row] == Columns.OPERATION;
    }

    private boolean isOnSide(int row, int like) {
        return row != RowIndex.NONE && columns.side[row] == columns.side[like];
    }
}
