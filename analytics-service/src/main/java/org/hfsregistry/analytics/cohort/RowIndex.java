package org.hfsregistry.analytics.cohort;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * From a 128-bit key to a row, by open addressing in one array of ints; the keys themselves stay in the columns. It exists
 * because a map of objects would take more room than the row it leads to.
 */
final class RowIndex {
    /** Where there is no row. */
    static final int NONE = -1;

    private static final int FREE = -1;
    private static final int REMOVED = -2;
    private static final int FIRST_SLOTS = 16;

    private final Keys keys;
    private int[] slots = slots(FIRST_SLOTS);
    private int used;

    RowIndex(Keys keys) {
        this.keys = keys;
    }

    void write(EachColumn.Written to) {
        to.put(used);
        to.put(slots.length);
        to.put(slots, slots.length);
    }

    void read(ByteBuffer from) {
        used = from.getInt();
        slots = EachColumn.Read.numbers(from, from.getInt());
    }

    /** Reads the key of a row from its columns. */
    interface Keys {
        long high(int row);

        long low(int row);
    }

    /** The row with the key; {@link #NONE} where there is none. */
    int find(long high, long low) {
        int slot = slotOf(high, low);
        return slot < 0 ? NONE : slots[slot];
    }

    /** Lets the key of a row lead to it: from now on, or instead of the row it led to. */
    void put(int row) {
        int slot = slotOf(keys.high(row), keys.low(row));
        if (slot >= 0) {
            slots[slot] = row;
            return;
        }
        if ((used + 1) * 3L > slots.length * 2L) {
            rehash();
        }
        insert(row);
    }

    /** Lets the key lead nowhere. */
    void remove(long high, long low) {
        int slot = slotOf(high, low);
        if (slot >= 0) {
            slots[slot] = REMOVED;
        }
    }

    private int slotOf(long high, long low) {
        int mask = slots.length - 1;
        for (int slot = hash(high, low) & mask; slots[slot] != FREE; slot = (slot + 1) & mask) {
            int row = slots[slot];
            if (row >= 0 && keys.low(row) == low && keys.high(row) == high) {
                return slot;
            }
        }
        return NONE;
    }

    private void insert(int row) {
        int mask = slots.length - 1;
        int slot = hash(keys.high(row), keys.low(row)) & mask;
        while (slots[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = row;
        used++;
    }

    private void rehash() {
        int[] old = slots;
        long live = Arrays.stream(old).filter(row -> row >= 0).count();
        slots = slots(live * 2 > old.length ? old.length * 2 : old.length);
        used = 0;
        for (int row : old) {
            if (row >= 0) {
                insert(row);
            }
        }
    }

    private static int[] slots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, FREE);
        return slots;
    }

    private static int hash(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 31)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    /** The keys of the treatments that rows are. */
    record TreatmentKeys(Columns columns) implements Keys {
        @Override
        public long high(int row) {
            return columns.treatmentHigh[row];
        }

        @Override
        public long low(int row) {
            return columns.treatmentLow[row];
        }
    }

    /** The keys of the patients that rows are of. */
    record PatientKeys(Columns columns) implements Keys {
        @Override
        public long high(int row) {
            return columns.patientHigh[row];
        }

        @Override
        public long low(int row) {
            return columns.patientLow[row];
        }
    }
}
