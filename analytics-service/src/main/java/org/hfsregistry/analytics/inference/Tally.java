package org.hfsregistry.analytics.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of a group, counted into cells that don't overlap, in one or more partitions. It exists because whether a
 * count may be shown depends on what else is shown of the same people. Immutable. A sum that no int holds throws: a wrong one
 * could be shown.
 */
public final class Tally {
    /** Nobody, in whatever partition. */
    public static final Tally NOBODY = new Tally(new int[0][]);

    private final int[][] partitions;

    /** Of the cells; 0 until it is asked for. */
    private int hash;

    private volatile @Nullable BitSet peopled;

    private Tally(int[][] partitions) {
        this.partitions = partitions;
    }

    /** With the cells of each partition. The arrays are copied. */
    public static Tally of(List<int[]> partitions) {
        return new Tally(partitions.stream().map(int[]::clone).toArray(int[][]::new));
    }

    /** How many people are in the cells. */
    public int count(int partition, Cells set) {
        int count = 0;
        int[] cells = cells(partition);
        for (int cell = 0; cell < cells.length; cell++) {
            count = Math.addExact(count, set.has(cell) ? cells[cell] : 0);
        }
        return count;
    }

    /** These people and those. */
    public Tally plus(Tally other) {
        return combined(other, 1);
    }

    /** These people without those, who are among them. */
    public Tally minus(Tally other) {
        return combined(other, -1);
    }

    /** The same people in one partition, which is its first. */
    public Tally only(int partition) {
        return partitions.length == 0 ? NOBODY : new Tally(new int[][] {cells(partition)});
    }

    /** How many people there are. */
    public int size(int partition) {
        return Arrays.stream(cells(partition)).reduce(0, Math::addExact);
    }

    /** Whether there are none. */
    public boolean isNobody(int partition) {
        for (int count : cells(partition)) {
            if (count != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many people are in each cell; read, never written. */
    public int[] cells(int partition) {
        return partition < partitions.length ? partitions[partition] : new int[0];
    }

    /** Which cells have people in them, the partitions one after the other; read, never written. */
    public BitSet peopled() {
        BitSet known = peopled;
        if (known == null) {
            known = new BitSet();
            int place = 0;
            for (int[] cells : partitions) {
                for (int count : cells) {
                    if (count > 0) {
                        known.set(place);
                    }
                    place++;
                }
            }
            peopled = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && (this == that || (hashCode() == that.hashCode() && Arrays.deepEquals(partitions, that.partitions)));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.deepHashCode(partitions);
        }
        return hash;
    }

    private Tally combined(Tally other, int sign) {
        int[][] combined = new int[Math.max(partitions.length, other.partitions.length)][];
        for (int partition = 0; partition < combined.length; partition++) {
            int[] those = other.cells(partition);
            int[] cells = Arrays.copyOf(cells(partition), Math.max(cells(partition).length, those.length));
            for (int cell = 0; cell < those.length; cell++) {
                cells[cell] = Math.addExact(cells[cell], sign * those[cell]);
            }
            combined[partition] = cells;
        }
        return new Tally(combined);
    }
}
