package org.hfsregistry.analytics.statistic;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;

/**
 * Something measured in every cohort of one cut. It exists so that what is computed afterwards needs no lock.
 *
 * @param byHospital hospitals in their order
 */
record Scan<T>(LogPositions positions, Instant asOf, SortedMap<String, T> byHospital) {

    /** Takes no copy: a scan is made here and never changed. */
    Scan {
        byHospital = Collections.unmodifiableSortedMap(byHospital);
    }

    static <T> Scan<T> of(Population.Cut cut, Function<Cohort, T> measure) {
        SortedMap<String, T> measured = new TreeMap<>();
        for (Map.Entry<String, Cohort> cohort : cut.cohorts().entrySet()) {
            measured.put(cohort.getKey(), measure.apply(cohort.getValue()));
        }
        return new Scan<>(cut.positions(), cut.asOf(), measured);
    }
}
