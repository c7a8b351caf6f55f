package org.hfsregistry.analytics.measure;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * @param numbers of all parts that anybody is in
 * @param changes how often each hospital's cohort had been changed
 */
public record Scan<T>(
        LogPositions positions,
        Instant asOf,
        Trait trait,
        SortedMap<String, SortedMap<Integer, T>> parts,
        List<Integer> numbers,
        Map<String, Long> changes) {

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

    /**
     * Scans all cohorts but those that have not changed since an earlier scan.
     *
     * @param before of the same trait and measure, or nothing
     */
    static <T> Scan<T> of(Population.Cut cut, Trait trait, Among kind, Measure<T> measure, Optional<Scan<T>> before) {
        SortedMap<String, SortedMap<Integer, T>> measured = new TreeMap<>();
        Map<String, Long> changes = new HashMap<>();
        cut.cohorts().forEach((hospital, cohort) -> {
            measured.put(
                    hospital,
                    before.filter(scan -> Objects.equals(scan.changes.get(hospital), cohort.changes()))
                            .map(scan -> scan.parts.get(hospital))
                            .orElseGet(() -> parts(cohort, trait, kind, measure)));
            changes.put(hospital, cohort.changes());
        });
        return new Scan<>(cut.positions().ofDocuments(), cut.asOf(), trait, measured, numbers(measured), changes);
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
        return new Scan<>(cut.positions().ofDocuments(), cut.asOf(), trait, measured, numbers(measured), Map.of());
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

    private static List<Integer> numbers(SortedMap<String, ? extends SortedMap<Integer, ?>> parts) {
        SortedSet<Integer> numbers = new TreeSet<>();
        parts.values().forEach(ofHospital -> numbers.addAll(ofHospital.keySet()));
        return List.copyOf(numbers);
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

    /**
     * The scans that were asked for last. It exists so that a scan of newer data looks at those hospitals only that have changed
     * since: a change is of one hospital, and a registry has hundreds.
     *
     * @param <K> tells what is measured, and all that it depends on beside the cohort
     */
    public static final class Kept<K, T> {
        private final int most;
        private final Newest<Key<K>, Scan<T>> newest;
        private final Map<Key<K>, Scan<T>> before = new LinkedHashMap<>(16, 0.75f, true);

        /** Holds so many. */
        public Kept(int most) {
            this.most = most;
            this.newest = new Newest<>(most);
        }

        private record Key<K>(K of, Trait trait) {}

        /** The scan of this cut, kept or new; two who ask at once may both make it. */
        public Scan<T> get(Population.Cut cut, K of, Trait trait, Among kind, Measure<T> measure) {
            Key<K> key = new Key<>(of, trait);
            LogPositions at = cut.positions().ofDocuments();
            return newest.get(at, key, () -> {
                Scan<T> scan = Scan.of(cut, trait, kind, measure, before(key));
                keep(key, scan);
                return scan;
            });
        }

        private Optional<Scan<T>> before(Key<K> key) {
            synchronized (before) {
                return Optional.ofNullable(before.get(key));
            }
        }

        private void keep(Key<K> key, Scan<T> scan) {
            synchronized (before) {
                before.put(key, scan);
                if (before.size() > most) {
                    before.remove(before.keySet().iterator().next());
                }
            }
        }
    }
}
