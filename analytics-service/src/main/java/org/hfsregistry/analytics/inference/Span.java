package org.hfsregistry.analytics.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What follows from some counts of a group by adding and subtracting. It exists because a count is told by whatever it can be
 * worked out of, and not only under its own name. Cells that a count of nobody, or two equal counts, tell to be empty are
 * known to be; of others nobody knows. Immutable.
 */
public final class Span {
    private static final double ZERO = 1e-9;
    private static final Cells NONE = Cells.of();

    private final int[] columns;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** Of the people's cells, and the sets whose counts are known. */
    public Span(int[] cells, List<Cells> known) {
        boolean[] empty = empty(cells, known);
        this.columns =
                IntStream.range(0, cells.length).filter(cell -> !empty[cell]).toArray();
        known.forEach(set -> add(vector(set)));
    }

    /** Whether the count of the set follows. */
    public boolean has(Cells set) {
        return pivot(reduced(vector(set))) < 0;
    }

    /** The cells that are known to be empty. */
    private static boolean[] empty(int[] cells, List<Cells> known) {
        Cells peopled = Cells.peopled(cells);
        boolean[] empty = new boolean[cells.length];
        for (Cells set : known) {
            addIfNobody(empty, set, NONE, peopled);
            for (Cells other : known) {
                if (set.hasAll(other)) {
                    addIfNobody(empty, set, other, peopled);
                }
            }
        }
        return empty;
    }

    private static void addIfNobody(boolean[] empty, Cells set, Cells but, Cells peopled) {
        if (set.hasNoneBut(but, peopled)) {
            for (int cell = 0; cell < empty.length; cell++) {
                if (set.has(cell) && !but.has(cell)) {
                    empty[cell] = true;
                }
            }
        }
    }

    private double[] vector(Cells set) {
        double[] vector = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            vector[column] = set.has(columns[column]) ? 1 : 0;
        }
        return vector;
    }

    private void add(double[] vector) {
        double[] rest = reduced(vector);
        int pivot = pivot(rest);
        if (pivot >= 0) {
            double scale = rest[pivot];
            for (int column = 0; column < rest.length; column++) {
                rest[column] /= scale;
            }
            rows.add(rest);
            pivots.add(pivot);
        }
    }

    /** Without what the rows have of it; each row has nothing of the pivots before its own. */
    private double[] reduced(double[] vector) {
        double[] rest = vector;
        for (int row = 0; row < rows.size(); row++) {
            double factor = rest[pivots.get(row)];
            if (Math.abs(factor) > ZERO) {
                double[] of = rows.get(row);
                for (int column = 0; column < rest.length; column++) {
                    rest[column] -= factor * of[column];
                }
            }
        }
        return rest;
    }

    /** The column where it is largest; below 0 where it is nothing. */
    private static int pivot(double[] vector) {
        int pivot = -1;
        double largest = ZERO;
        for (int column = 0; column < vector.length; column++) {
            if (Math.abs(vector[column]) > largest) {
                largest = Math.abs(vector[column]);
                pivot = column;
            }
        }
        return pivot;
    }
}
