package org.hfsregistry.analytics.inference;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A set of the cells that people are counted into. It exists so that a count can be compared with others of the same people. Immutable. */
public final class Cells {
    private final BitSet cells;

    private Cells(BitSet cells) {
        this.cells = cells;
    }

    /** Those of so many cells that are wanted. */
    public static Cells among(int count, IntPredicate wanted) {
        BitSet cells = new BitSet(count);
        IntStream.range(0, count).filter(wanted).forEach(cells::set);
        return new Cells(cells);
    }

    /** These cells. */
    public static Cells of(int... cells) {
        BitSet set = new BitSet();
        for (int cell : cells) {
            set.set(cell);
        }
        return new Cells(set);
    }

    /** Whether the cell is one of them. */
    public boolean has(int cell) {
        return cells.get(cell);
    }

    /** Whether all of the others are among them. */
    public boolean hasAll(Cells others) {
        BitSet beyond = (BitSet) others.cells.clone();
        beyond.andNot(cells);
        return beyond.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells that && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
