package org.hfsregistry.analytics.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;

/**
 * A hospital's operations in their order, and those of the network that risks are fitted to. It exists because both must be
 * of one cut.
 *
 * @param network all that were assessed; where they are too many for a fit, some of them that chance chose once for all
 */
public record Monitored(LogPositions positions, Instant asOf, List<Operation> own, List<Operation> network) {
    private static final int MOST_FITTED = 20_000;

    static Monitored of(Population.Cut cut, String hospital, List<Operation> network) {
        List<Operation> own = new ArrayList<>();
        Optional.ofNullable(cut.cohorts().get(hospital)).ifPresent(cohort -> {
            for (int row = 0; row < cohort.rows(); row++) {
                Operation.of(hospital, cohort, row).ifPresent(own::add);
            }
        });
        own.sort(Comparator.comparingInt(Operation::treatedOn).thenComparingLong(Operation::order));
        return new Monitored(cut.positions().ofDocuments(), cut.asOf(), List.copyOf(own), network);
    }

    /** Which operations are among them does not depend on the order in which they came in, but on their ids' hashes. */
    static List<Operation> network(Population.Cut cut) {
        long assessed = 0;
        for (Cohort cohort : cut.cohorts().values()) {
            for (int row = 0; row < cohort.rows(); row++) {
                assessed += Operation.isAssessed(cohort, row) ? 1 : 0;
            }
        }
        double part = Math.min(1, (double) MOST_FITTED / Math.max(1, assessed));
        List<Operation> network = new ArrayList<>();
        cut.cohorts().forEach((hospital, cohort) -> {
            for (int row = 0; row < cohort.rows(); row++) {
                if (place(cohort.order(row)) <= part) {
                    Operation.of(hospital, cohort, row).ifPresent(network::add);
                }
            }
        });
        network.sort(Comparator.comparingLong(Operation::order));
        return List.copyOf(network);
    }

    /** Where between 0 and 1 a hash lies. */
    private static double place(long hash) {
        return (hash >>> 11) * 0x1p-53;
    }
}
