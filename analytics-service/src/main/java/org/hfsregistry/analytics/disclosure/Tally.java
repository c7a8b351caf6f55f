package org.hfsregistry.analytics.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * The people of a group, counted into cells that don't overlap, in one or more partitions. It exists because whether a
 * count may be shown depends on what else is shown of the same people. Immutable.
 */
public final class Tally {
    /** Nobody, in whatever partition. */
    public static final Tally NOBODY = new Tally(new int[0][]);

    private final int[][] partitions;

    private Tally(int[][] partitions) {
        this.partitions = partitions;
    }

    /** With the cells of each partition; at most 64 in one. The arrays are copied. */
    public static Tally of(List<int[]> partitions) {
        for (int[] cells : partitions) {
            if (cells.length > Long.SIZE) {
                throw new IllegalArgumentException(cells.length + " cells in a partition");
            }
        }
        return new Tally(partitions.stream().map(int[]::clone).toArray(int[][]::new));
    }

    /** How many people are in the cells whose bit is set. */
    public int count(int partition, long set) {
        int count = 0;
        int[] cells = cells(partition);
        for (int cell = 0; cell < cells.length; cell++) {
            count += ((set >>> cell) & 1) == 1 ? cells[cell] : 0;
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

    boolean isNobody(int partition) {
        return Arrays.stream(cells(partition)).allMatch(count -> count == 0);
    }

    int[] cells(int partition) {
        return partition < partitions.length ? partitions[partition] : new int[0];
    }

    private Tally combined(Tally other, int sign) {
        int[][] combined = new int[partitions.length][];
        for (int partition = 0; partition < partitions.length; partition++) {
            int[] cells = partitions[partition].clone();
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] += sign * other.partitions[partition][cell];
            }
            combined[partition] = cells;
        }
        return new Tally(combined);
    }
}
