package org.hfsregistry.sample;

/** Spreads things over a list without chance. */
public final class Evenly {

    private static final double GOLDEN_PART = 0.618;

    private Evenly() {}

    /** Whether this one is among the chosen, which lie evenly among all. */
    public static boolean chosen(int index, int chosen, int all) {
        return chosenBefore(index + 1, chosen, all) > chosenBefore(index, chosen, all);
    }

    /** How many of the chosen stand before this one. */
    public static int chosenBefore(int index, int chosen, int all) {
        return (int) ((long) index * chosen / all);
    }

    /** The place of a rank when neighbouring ranks are to lie far apart; each place is taken once. */
    public static int place(int rank, int all) {
        int stride = (int) Math.ceil(GOLDEN_PART * all);
        while (greatestCommonDivisor(stride, all) > 1) {
            stride++;
        }
        return (int) ((long) rank * stride % all);
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
