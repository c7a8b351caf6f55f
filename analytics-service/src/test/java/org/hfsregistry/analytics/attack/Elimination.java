package org.hfsregistry.analytics.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums that follow from others by adding and subtracting them: long chains of these, which bounds alone don't see. Sums over
 * rows and columns of a table have no other factors than 1 and -1 however they are combined, so it is exact.
 */
final class Elimination {
    private Elimination() {}

    /** A sum over numbers that are not known, by their places. */
    static final class Row {
        private final int[] factors;
        private final long sum;

        Row(int[] factors, long sum) {
            this.factors = factors;
            this.sum = sum;
        }

        int[] factors() {
            return factors;
        }

        long sum() {
            return sum;
        }
    }

    /** The same sums, reduced: each has a number that no other has. */
    static List<Row> reduce(List<Row> given) {
        List<int[]> rows = new ArrayList<>();
        given.forEach(row -> rows.add(row.factors.clone()));
        long[] sums = given.stream().mapToLong(Row::sum).toArray();
        int columns = rows.isEmpty() ? 0 : rows.getFirst().length;
        int rank = 0;
        for (int column = 0; column < columns && rank < rows.size(); column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < rows.size()) {
                swap(rows, sums, rank, pivot);
                eliminate(rows, sums, rank++, column);
            }
        }
        List<Row> reduced = new ArrayList<>();
        for (int row = 0; row < rank; row++) {
            reduced.add(new Row(rows.get(row), sums[row]));
        }
        return reduced;
    }

    private static void swap(List<int[]> rows, long[] sums, int one, int other) {
        int[] row = rows.get(one);
        rows.set(one, rows.get(other));
        rows.set(other, row);
        long sum = sums[one];
        sums[one] = sums[other];
        sums[other] = sum;
    }

    private static void eliminate(List<int[]> rows, long[] sums, int pivot, int column) {
        int[] pivotRow = rows.get(pivot);
        if (pivotRow[column] < 0) {
            Arrays.setAll(pivotRow, i -> -pivotRow[i]);
            sums[pivot] = -sums[pivot];
        }
        for (int row = 0; row < rows.size(); row++) {
            int[] other = rows.get(row);
            int factor = other[column];
            if (row != pivot && factor != 0) {
                for (int i = 0; i < other.length; i++) {
                    other[i] -= factor * pivotRow[i];
                    if (Math.abs(other[i]) > 1) {
                        throw new IllegalStateException("not sums over rows and columns");
                    }
                }
                sums[row] -= factor * sums[pivot];
            }
        }
    }
}
