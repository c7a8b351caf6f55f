package org.hfsregistry.statistics.comparison;

import java.util.List;
import java.util.Optional;

/**
 * What {@link LogRank} found. It exists because groups have counts even where there is no test of them.
 *
 * @param groups in the order in which they were given
 * @param test empty where the data can't tell the groups apart
 */
public record Comparison(List<ComparedGroup> groups, Optional<ChiSquaredTest> test) {
    public Comparison {
        groups = List.copyOf(groups);
    }
}
