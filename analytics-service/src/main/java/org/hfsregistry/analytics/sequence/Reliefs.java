package org.hfsregistry.analytics.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Injections;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.analytics.treatment.Relief;
import org.hfsregistry.statistics.trend.Trend;
import org.hfsregistry.statistics.trend.WithinPatients;

/**
 * Reliefs that have ended, of patients with at least two of them: these tell of a change from one injection to the next. It
 * exists as the one place of the definition {@code botox-trend}. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Reliefs {
    /** How many places in the trend there are to a kind of session. */
    static final int PLACES = Place.values().length;

    private static final Place[] ALL_PLACES = Place.values();

    private final int[] cells;
    private final List<Ended> ended;

    private Reliefs(int[] cells, List<Ended> ended) {
        this.cells = cells;
        this.ended = List.copyOf(ended);
    }

    /** Where a session is in the trend. */
    enum Place {
        /** Its relief has not ended, or no other of its patient has. */
        NOT_IN,
        /** The one of its patient that stands for the patient. */
        OF_PATIENT,
        /** A further one. */
        FURTHER;

        /** The place that a cell is of. */
        static Place of(int cell) {
            return ALL_PLACES[cell % PLACES];
        }
    }

    private record Ended(int patient, double days, double injectionNumber, int product, double doseUnits) {}

    /** The sessions of a cohort. */
    static Reliefs of(Cohort cohort, Among among) {
        Injections injections = cohort.injections();
        Map<Integer, Integer> endedOf = new HashMap<>();
        for (int row = 0; row < cohort.rows(); row++) {
            if (isEnded(cohort, among, row)) {
                endedOf.merge(injections.patient(row), 1, Integer::sum);
            }
        }
        int[] cells = new int[Sequences.KINDS * PLACES];
        List<Ended> ended = new ArrayList<>();
        Set<Integer> counted = new HashSet<>();
        for (int row = 0; row < cohort.rows(); row++) {
            if (cohort.isSession(row) && among.has(cohort, row)) {
                Place place = Place.NOT_IN;
                int patient = injections.patient(row);
                if (cohort.relief(row) == Relief.ENDED && endedOf.getOrDefault(patient, 0) > 1) {
                    place = counted.add(patient) ? Place.OF_PATIENT : Place.FURTHER;
                    ended.add(new Ended(
                            patient,
                            cohort.reliefDays(row),
                            cohort.injectionNumber(row),
                            cohort.product(row).ordinal(),
                            injections.doseUnits(row)));
                }
                cells[Sequences.kind(cohort, row) * PLACES + place.ordinal()]++;
            }
        }
        return new Reliefs(cells, ended);
    }

    private static boolean isEnded(Cohort cohort, Among among, int row) {
        return cohort.isSession(row) && among.has(cohort, row) && cohort.relief(row) == Relief.ENDED;
    }

    /** How many sessions of each kind and place. */
    int[] cells() {
        return cells.clone();
    }

    /**
     * The trend of several hospitals together; patients are each of one. Adjusted by a level for each product but the first and by
     * the dose of each, as units of one are not those of another.
     */
    static Trend trend(List<Reliefs> hospitals) {
        SortedSet<Integer> products = new TreeSet<>();
        int sessions = 0;
        for (Reliefs hospital : hospitals) {
            hospital.ended.forEach(each -> products.add(each.product()));
            sessions += hospital.ended.size();
        }
        int[] patients = new int[sessions];
        double[] days = new double[sessions];
        double[] numbers = new double[sessions];
        double[][] adjustments = new double[sessions][];
        Map<List<Integer>, Integer> numberOf = new HashMap<>();
        int place = 0;
        for (int hospital = 0; hospital < hospitals.size(); hospital++) {
            for (Ended each : hospitals.get(hospital).ended) {
                List<Integer> patient = List.of(hospital, each.patient());
                numberOf.putIfAbsent(patient, numberOf.size());
                patients[place] = numberOf.getOrDefault(patient, 0);
                days[place] = each.days();
                numbers[place] = each.injectionNumber();
                adjustments[place++] = adjustments(each, products);
            }
        }
        return WithinPatients.slope(patients, days, numbers, adjustments);
    }

    private static double[] adjustments(Ended ended, SortedSet<Integer> products) {
        double[] adjustments = new double[2 * products.size() - 1];
        int column = 0;
        for (int product : products) {
            boolean given = ended.product() == product;
            if (product != products.first()) {
                adjustments[column++] = given ? 1 : 0;
            }
            adjustments[column++] = given ? ended.doseUnits() : 0;
        }
        return adjustments;
    }
}
