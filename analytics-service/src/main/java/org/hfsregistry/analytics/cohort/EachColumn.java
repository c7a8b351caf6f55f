package org.hfsregistry.analytics.cohort;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Is shown every column of a cohort in turn and gives the one to go on with. It exists so that columns are written and read in
 * one order, which is stated once.
 */
interface EachColumn {
    long[] of(long[] column);

    int[] of(int[] column);

    short[] of(short[] column);

    char[] of(char[] column);

    byte[] of(byte[] column);

    boolean[] of(boolean[] column);

    int[][] of(int[][] column);

    short[][] of(short[][] column);

    /** Writes columns one after the other, so many rows of each, and leaves them as they are. */
    final class Written implements EachColumn {
        private static final int FIRST_BYTES = 4_096;

        private final int rows;
        private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

        Written(int rows) {
            this.rows = rows;
        }

        /** All that was written. */
        ByteBuffer written() {
            return bytes.flip();
        }

        void put(int number) {
            room(1, Integer.BYTES).putInt(number);
        }

        void put(int[] numbers, int count) {
            room(count, Integer.BYTES).asIntBuffer().put(numbers, 0, count);
            skip(count, Integer.BYTES);
        }

        private ByteBuffer room(int count, int size) {
            long needed = bytes.position() + (long) count * size;
            if (needed > bytes.capacity()) {
                int capacity =
                        Math.toIntExact(Math.max(needed, Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.capacity())));
                bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
            }
            return bytes;
        }

        private void skip(int count, int size) {
            bytes.position(bytes.position() + count * size);
        }

        @Override
        public long[] of(long[] column) {
            room(rows, Long.BYTES).asLongBuffer().put(column, 0, rows);
            skip(rows, Long.BYTES);
            return column;
        }

        @Override
        public int[] of(int[] column) {
            put(column, rows);
            return column;
        }

        @Override
        public short[] of(short[] column) {
            room(rows, Short.BYTES).asShortBuffer().put(column, 0, rows);
            skip(rows, Short.BYTES);
            return column;
        }

        @Override
        public char[] of(char[] column) {
            room(rows, Character.BYTES).asCharBuffer().put(column, 0, rows);
            skip(rows, Character.BYTES);
            return column;
        }

        @Override
        public byte[] of(byte[] column) {
            room(rows, Byte.BYTES).put(column, 0, rows);
            return column;
        }

        @Override
        public boolean[] of(boolean[] column) {
            room(rows, Byte.BYTES);
            for (int row = 0; row < rows; row++) {
                bytes.put((byte) (column[row] ? 1 : 0));
            }
            return column;
        }

        @Override
        public int[][] of(int[][] column) {
            for (int row = 0; row < rows; row++) {
                put(column[row].length);
                put(column[row], column[row].length);
            }
            return column;
        }

        @Override
        public short[][] of(short[][] column) {
            for (int row = 0; row < rows; row++) {
                put(column[row].length);
                room(column[row].length, Short.BYTES);
                for (short number : column[row]) {
                    bytes.putShort(number);
                }
            }
            return column;
        }
    }

    /** Reads columns that {@link Written} wrote, so many rows of each, in the place of those that it is shown. */
    final class Read implements EachColumn {
        private static final int[] NO_NUMBERS = {};
        private static final short[] NO_SHORT_NUMBERS = {};

        private final ByteBuffer bytes;
        private final int rows;

        Read(ByteBuffer bytes, int rows) {
            this.bytes = bytes;
            this.rows = rows;
        }

        private void skip(int count, int size) {
            bytes.position(bytes.position() + count * size);
        }

        /** What was broken may tell any number: nothing is made room for that is not there. */
        private static int there(ByteBuffer bytes, int count, int size) {
            if (count < 0 || (long) count * size > bytes.remaining()) {
                throw new BufferUnderflowException();
            }
            return count;
        }

        static int[] numbers(ByteBuffer bytes, int count) {
            int[] numbers = new int[there(bytes, count, Integer.BYTES)];
            bytes.asIntBuffer().get(numbers);
            bytes.position(bytes.position() + count * Integer.BYTES);
            return numbers;
        }

        @Override
        public long[] of(long[] column) {
            long[] read = new long[there(bytes, rows, Long.BYTES)];
            bytes.asLongBuffer().get(read);
            skip(rows, Long.BYTES);
            return read;
        }

        @Override
        public int[] of(int[] column) {
            return numbers(bytes, rows);
        }

        @Override
        public short[] of(short[] column) {
            short[] read = new short[there(bytes, rows, Short.BYTES)];
            bytes.asShortBuffer().get(read);
            skip(rows, Short.BYTES);
            return read;
        }

        @Override
        public char[] of(char[] column) {
            char[] read = new char[there(bytes, rows, Character.BYTES)];
            bytes.asCharBuffer().get(read);
            skip(rows, Character.BYTES);
            return read;
        }

        @Override
        public byte[] of(byte[] column) {
            byte[] read = new byte[there(bytes, rows, Byte.BYTES)];
            bytes.get(read);
            return read;
        }

        @Override
        public boolean[] of(boolean[] column) {
            boolean[] read = new boolean[there(bytes, rows, Byte.BYTES)];
            for (int row = 0; row < rows; row++) {
                read[row] = bytes.get() != 0;
            }
            return read;
        }

        @Override
        public int[][] of(int[][] column) {
            int[][] read = new int[there(bytes, rows, Integer.BYTES)][];
            for (int row = 0; row < rows; row++) {
                int count = bytes.getInt();
                read[row] = count == 0 ? NO_NUMBERS : numbers(bytes, count);
            }
            return read;
        }

        @Override
        public short[][] of(short[][] column) {
            short[][] read = new short[there(bytes, rows, Integer.BYTES)][];
            for (int row = 0; row < rows; row++) {
                read[row] = shortNumbers(bytes.getInt());
            }
            return read;
        }

        private short[] shortNumbers(int count) {
            if (count == 0) {
                return NO_SHORT_NUMBERS;
            }
            short[] numbers = new short[there(bytes, count, Short.BYTES)];
            for (int i = 0; i < count; i++) {
                numbers[i] = bytes.getShort();
            }
            return numbers;
        }
    }
}
