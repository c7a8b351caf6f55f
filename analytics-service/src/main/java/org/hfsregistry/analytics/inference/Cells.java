package org.hfsregistry.analytics.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A set of the cells that people are counted into. It exists so that a count can be compared with others of the same people. Immutable. */
public final class Cells {
    /** A bit for each cell, up to the last one that is in it. */
    private final long[] bits;

    private Cells(BitSet cells) {
        this.bits = cells.toLongArray();
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

    /** Those that have people in them. */
    static Cells peopled(int[] people) {
        return among(people.length, cell -> people[cell] > 0);
    }

    /** Whether the cell is one of them. */
    public boolean has(int cell) {
        int word = cell >> 6;
        return word < bits.length && (bits[word] >>> cell & 1) == 1;
    }

    /** Whether all of the others are among them. */
    boolean hasAll(Cells others) {
        for (int word = 0; word < others.bits.length; word++) {
            if ((others.bits[word] & ~word(word)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether none of these cells but the others is among the last. */
    boolean hasNoneBut(Cells others, Cells last) {
        for (int word = 0; word < bits.length; word++) {
            if ((bits[word] & ~others.word(word) & last.word(word)) != 0) {
                return false;
            }
        }
        return true;
    }

    private long word(int word) {
        return word < bits.length ? bits[word] : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells that && Arrays.equals(bits, that.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return BitSet.valueOf(bits).toString();
    }
}
