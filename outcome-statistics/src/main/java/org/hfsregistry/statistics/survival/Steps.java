package org.hfsregistry.statistics.survival;

import java.util.function.IntUnaryOperator;

/** Finding a place in a step curve. */
final class Steps {
    private Steps() {}

    /** The index of the last of so many steps, in order of their days, that is not after the day; -1 for none. */
    static int lastUpTo(int day, int steps, IntUnaryOperator dayOfStep) {
        int low = 0;
        int high = steps;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dayOfStep.applyAsInt(middle) <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
