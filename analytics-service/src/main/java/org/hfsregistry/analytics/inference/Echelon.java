package org.hfsregistry.analytics.inference;

import java.util.Arrays;

/**
 * Known sets of classes brought to reduced echelon form. It exists because a set that follows from them is then told by which
 * pivots it has.
 */
final class Echelon {
    /** With more small sets to try than this the answer is "yes": it is on the safe side, and nobody waits. */
    private static final int MOST_TRIED = 20_000;

    private static final double ZERO = 1e-9;

    private final double[][] rows;
    private final int[] pivots;

    /** Of a row for each set, which is changed. */
    Echelon(double[][] rows) {
        this.rows = rows;
        this.pivots = reduce(rows);
    }

    /** The pivot column of each row that is not zero. */
    int[] pivots() {
        return pivots;
    }

    /** Whether a combination of the rows has each column once or not at all, and 1 to k - 1 people. */
    boolean tellsFew(int[] people, int k) {
        return new Search(people, k).tellsFewFrom(0, new double[people.length], 0);
    }

    private final class Search {
        private final int[] people;
        private final int k;
        private int tried;

        private Search(int[] people, int k) {
            this.people = people;
            this.k = k;
        }

        /**
         * Tries every choice of pivots from a place on, added to those chosen so far, as long as they are fewer than k people.
         *
         * @param combined the combination of rows that has the pivots chosen so far, and no others
         * @param count the people of the pivots chosen so far
         */
        private boolean tellsFewFrom(int from, double[] combined, int count) {
            for (int next = from; next < pivots.length; next++) {
                int more = count + people[pivots[next]];
                if (more < k) {
                    double[] sum = combined.clone();
                    for (int column = 0; column < sum.length; column++) {
                        sum[column] += rows[next][column];
                    }
                    if (++tried > MOST_TRIED || isFew(sum) || tellsFewFrom(next + 1, sum, more)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether a combination has each class once or not at all, and has fewer than k people. */
        private boolean isFew(double[] combination) {
            long count = 0;
            for (int column = 0; column < combination.length; column++) {
                boolean in = Math.abs(combination[column] - 1) <= ZERO;
                if (!in && Math.abs(combination[column]) > ZERO) {
                    return false;
                }
                count += in ? people[column] : 0;
            }
            return count < k;
        }
    }

    private static int[] reduce(double[][] rows) {
        int[] pivots = new int[rows.length];
        int rank = 0;
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (int column = 0; column < columns && rank < rows.length; column++) {
            int best = rank;
            for (int row = rank; row < rows.length; row++) {
                best = Math.abs(rows[row][column]) > Math.abs(rows[best][column]) ? row : best;
            }
            if (Math.abs(rows[best][column]) > ZERO) {
                double[] pivotRow = rows[best];
                rows[best] = rows[rank];
                rows[rank] = pivotRow;
                eliminate(rows, rank, column);
                pivots[rank++] = column;
            }
        }
        return Arrays.copyOf(pivots, rank);
    }

    private static void eliminate(double[][] rows, int pivot, int column) {
        double[] pivotRow = rows[pivot];
        double scale = pivotRow[column];
        for (int i = 0; i < pivotRow.length; i++) {
            pivotRow[i] /= scale;
        }
        for (int row = 0; row < rows.length; row++) {
            double factor = rows[row][column];
            if (row != pivot && factor != 0) {
                for (int i = 0; i < pivotRow.length; i++) {
                    rows[row][i] -= factor * pivotRow[i];
                }
            }
        }
    }
}
