package org.hfsregistry.statistics.monitoring;

/** The checks that the charts of this room share: operations have a risk from 0 to 1 each, and an outcome each. */
final class Operations {
    private Operations() {}

    static void check(double[] risks) {
        for (double risk : risks) {
            if (!(risk >= 0 && risk <= 1)) {
                throw new IllegalArgumentException("a risk of " + risk);
            }
        }
    }

    static void check(double[] risks, boolean[] failed) {
        if (risks.length != failed.length) {
            throw new IllegalArgumentException(risks.length + " risks, " + failed.length + " outcomes");
        }
        check(risks);
    }
}
