package org.hfsregistry.analytics.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Whether somebody who knows some counts can work out another that is of fewer than k people.
 *
 * <p>A known count is a set of cells. What follows from several by adding and subtracting is the linear span of their
 * sets; a set of cells in the span whose people are between 1 and k - 1 is a disclosure. Empty cells are taken as known
 * to be empty, which only makes this stricter. Cells that every known set treats alike can't be told apart and count as
 * one class.
 *
 * <p>A set in the span is known by the classes that it has among the pivots of the reduced known sets. The largest classes
 * are made pivots first, so that a set of few people has few pivots to choose from.
 */
public final class Inference {
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

    /** People whom every known set treats alike, and which of the sets they are in. */
    private static final class Alike {
        private final boolean[] sets;
        private int people;

        private Alike(boolean[] sets) {
            this.sets = sets;
        }

        private boolean isInAny() {
            for (boolean in : sets) {
                if (in) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether the counts of these sets of cells, known together, leave every smaller group than k unknown. */
    public static boolean safe(int[] cells, List<Cells> known, int k) {
        if (isOfMany(cells, k)) {
            return true;
        }
        List<Alike> classes = classes(cells, known);
        int[] people = classes.stream().mapToInt(each -> each.people).toArray();
        if (isOfMany(people, k)) {
            return true;
        }
        double[][] matrix = new double[known.size()][people.length];
        for (int set = 0; set < known.size(); set++) {
            for (int column = 0; column < people.length; column++) {
                matrix[set][column] = classes.get(column).sets[set] ? 1 : 0;
            }
        }
        return !new Inference(k, people, matrix).tellsFewFrom(0, new double[people.length], 0);
    }

    private static boolean isOfMany(int[] people, int k) {
        for (int count : people) {
            if (count > 0 && count < k) {
                return false;
            }
        }
        return true;
    }

    /** The classes of those who are in any known set, the largest first. */
    private static List<Alike> classes(int[] cells, List<Cells> known) {
        int[] classOf = new int[cells.length];
        int count = 1;
        for (Cells set : known) {
            count = split(classOf, count, set, cells);
        }
        Alike[] alike = new Alike[count];
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > 0) {
                Alike found = alike[classOf[cell]];
                if (found == null) {
                    found = new Alike(sets(cell, known));
                    alike[classOf[cell]] = found;
                }
                found.people += cells[cell];
            }
        }
        return Arrays.stream(alike)
                .filter(Objects::nonNull)
                .filter(Alike::isInAny)
                .sorted(Comparator.comparingInt((Alike each) -> -each.people)
                        .thenComparing(each -> each.sets, Arrays::compare))
                .toList();
    }

    /** Parts classes by a further set; returns how many there are then. Cells of nobody are of no class. */
    private static int split(int[] classOf, int count, Cells set, int[] cells) {
        int[] renumbered = new int[2 * count];
        int next = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > 0) {
                int parted = 2 * classOf[cell] + (set.has(cell) ? 1 : 0);
                if (renumbered[parted] == 0) {
                    renumbered[parted] = ++next;
                }
                classOf[cell] = renumbered[parted] - 1;
            }
        }
        return next;
    }

    private static boolean[] sets(int cell, List<Cells> known) {
        boolean[] sets = new boolean[known.size()];
        for (int set = 0; set < sets.length; set++) {
            sets[set] = known.get(set).has(cell);
        }
        return sets;
    }

    /**
     * Tries every choice of pivots from a place on, added to those chosen so far, as long as they are fewer than k people.
     *
     * @param combined the combination of known sets that has the pivots chosen so far, and no others
     * @param count the people of the pivots chosen so far
     */
    private boolean tellsFewFrom(int from, double[] combined, int count) {
        for (int next = from; next < pivots.length; next++) {
            int more = count + people[pivots[next]];
            if (more < k) {
                double[] sum = combined.clone();
                for (int column = 0; column < sum.length; column++) {
                    sum[column] += reduced[next][column];
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
