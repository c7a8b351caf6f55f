package org.hfsregistry.analytics.disclosure;

/**
 * Whether a quantile may be shown of people whose number is. It exists because a quantile says of some that they are below
 * it and of the others that they are above: the ninth decile of 20 tells of two.
 */
public final class QuantileEnds {
    private QuantileEnds() {}

    /**
     * Whether at least k are on either side of a quantile of type 7. It depends on the number of people alone, so that it
     * tells nothing of them.
     *
     * @param part from 0 to 1
     */
    public static boolean areOfMany(int people, double part, int k) {
        int below = people == 0 ? 0 : (int) ((people - 1) * part) + 1;
        return below >= k && people - below >= k;
    }

    /**
     * Whether at least k are on either side, of all and of those that no one group knows: a group knows its own.
     *
     * @param largestOfOne how many of them are of the group that has most, where they are of several; 0 where of one
     * @param k 0 for who may know of all
     */
    public static boolean areOfMany(int people, int largestOfOne, double part, int k) {
        return areOfMany(people, part, k) && (k == 0 || areOfMany(people - largestOfOne, part, k));
    }
}
