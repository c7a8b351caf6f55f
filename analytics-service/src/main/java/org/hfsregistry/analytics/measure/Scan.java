package org.hfsregistry.analytics.measure;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Trait;

/**
 * Something measured in cohorts of one cut, in each part by a trait. It exists so that what is computed afterwards needs
 * no lock.
 *
 * @param positions of the documents' topics
 * @param parts hospitals in their order, each with its parts
 */
public record Scan<T>(
        LogPositions positions, Instant asOf, Trait trait, SortedMap<String, SortedMap<Integer, T>> parts) {

    private static final int NO_PART = Integer.MIN_VALUE;

    /** Takes no copy: a scan is made here and never changed. */
    public Scan {
        parts = Collections.unmodifiableSortedMap(parts);
    }

    /** What is measured in some rows of a cohort. */
    public interface Measure<T> {
        /** The measured value. */
        T of(Cohort cohort, Among among);
    }

    /** Scans all cohorts. */
    public static <T> Scan<T> of(Population.Cut cut, Trait trait, Among kind, Measure<T> measure) {
        SortedMap<String, SortedMap<Integer, T>> measured = new TreeMap<>();
        for (Map.Entry<String, Cohort> cohort : cut.cohorts().entrySet()) {
            measured.put(cohort.getKey(), parts(cohort.getValue(), trait, kind, measure));
        }
        return new Scan<>(cut.positions().ofDocuments(), cut.asOf(), trait, measured);
    }

    /** Scans what a filter takes in of one hospital's cohort. */
    public static <T> Scan<T> ofOne(
            Population.Cut cut, String hospital, Filter filter, Trait trait, Among kind, Measure<T> measure) {
        SortedMap<String, SortedMap<Integer, T>> measured = new TreeMap<>();
        Cohort cohort = cut.cohorts().get(hospital);
        if (cohort != null) {
            Among filtered = (it, row) -> kind.has(it, row) && filter.includes(it, row);
            measured.put(hospital, parts(cohort, trait, filtered, measure));
        }
        return new Scan<>(cut.positions().ofDocuments(), cut.asOf(), trait, measured);
    }

    private static <T> SortedMap<Integer, T> parts(Cohort cohort, Trait trait, Among kind, Measure<T> measure) {
        SortedMap<Integer, T> measured = new TreeMap<>();
        if (trait == Trait.NONE) {
            measured.put(0, measure.of(cohort, kind));
            return measured;
        }
        int[] partOf = new int[cohort.rows()];
        SortedSet<Integer> parts = new TreeSet<>();
        for (int row = 0; row < partOf.length; row++) {
            partOf[row] = NO_PART;
            if (kind.has(cohort, row)) {
                partOf[row] = trait.part(cohort, row);
                parts.add(partOf[row]);
            }
        }
        for (int part : parts) {
            measured.put(part, measure.of(cohort, (it, row) -> partOf[row] == part));
        }
        return measured;
    }

    /** The same hospitals and parts with something made of what was measured. */
    public <R> SortedMap<String, SortedMap<Integer, R>> mapped(Function<T, R> made) {
        SortedMap<String, SortedMap<Integer, R>> mapped = new TreeMap<>();
        parts.forEach((hospital, measured) -> {
            SortedMap<Integer, R> ofHospital = new TreeMap<>();
            measured.forEach((part, value) -> ofHospital.put(part, made.apply(value)));
            mapped.put(hospital, ofHospital);
        });
        return mapped;
    }
}
