package org.hfsregistry.analytics.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether somebody who knows some counts can work out another that is of fewer than k people.
 *
 * <p>A known count is a set of cells. What follows from several by adding and subtracting is the linear span of their
 * sets; a set of cells in the span whose people are between 1 and k - 1 is a disclosure. Empty cells are taken as known
 * to be empty, which only makes this stricter. Cells that every known set treats alike can't be told apart and count as
 * one, so that there are few sets to try.
 */
final class Inference {
    /** With more small sets to try than this the answer is "yes": it is on the safe side, and nobody waits. */
    private static final int MOST_TRIED = 20_000;

    private static final double ZERO = 1e-9;

    private final int k;
    private final int[] people;
    private final double[][] reduced;
    private final int[] pivots;
    private int tried;

    private Inference(int k, int[] people, double[][] known) {
        this.k = k;
        this.people = people;
        this.reduced = known;
        this.pivots = reduce(known);
    }

    /** Whether the counts of these sets of cells, known together, leave every smaller group than k unknown. */
    static boolean safe(int[] cells, List<Long> known, int k) {
        if (Arrays.stream(cells).allMatch(count -> count == 0 || count >= k)) {
            return true;
        }
        Map<String, int[]> alike = new TreeMap<>();
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > 0) {
                String signature = signature(cell, known);
                if (signature.indexOf('1') >= 0) {
                    alike.computeIfAbsent(signature, first -> new int[1])[0] += cells[cell];
                }
            }
        }
        int[] people = alike.values().stream().mapToInt(count -> count[0]).toArray();
        if (Arrays.stream(people).allMatch(count -> count >= k)) {
            return true;
        }
        List<String> classes = List.copyOf(alike.keySet());
        double[][] matrix = new double[known.size()][people.length];
        for (int set = 0; set < known.size(); set++) {
            for (int column = 0; column < people.length; column++) {
                matrix[set][column] = classes.get(column).charAt(set) - '0';
            }
        }
        return !new Inference(k, people, matrix).tellsFewFrom(0, new boolean[people.length], 0);
    }

    private static String signature(int cell, List<Long> known) {
        StringBuilder signature = new StringBuilder(known.size());
        for (long set : known) {
            signature.append((set >>> cell) & 1);
        }
        return signature.toString();
    }

    /** Tries every set of classes from a place on, added to those chosen so far, as long as it is smaller than k. */
    private boolean tellsFewFrom(int from, boolean[] chosen, int count) {
        for (int next = from; next < people.length; next++) {
            if (count + people[next] < k) {
                chosen[next] = true;
                if (++tried > MOST_TRIED || follows(chosen) || tellsFewFrom(next + 1, chosen, count + people[next])) {
                    return true;
                }
                chosen[next] = false;
            }
        }
        return false;
    }

    /** Whether the set is a linear combination of the known ones. */
    private boolean follows(boolean[] chosen) {
        for (int column = 0; column < chosen.length; column++) {
            double combined = 0;
            for (int row = 0; row < pivots.length; row++) {
                combined += chosen[pivots[row]] ? reduced[row][column] : 0;
            }
            if (Math.abs(combined - (chosen[column] ? 1 : 0)) > ZERO) {
                return false;
            }
        }
        return true;
    }

    /** Brings the rows to reduced echelon form; returns the pivot column of each row that is not zero. */
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
