package org.hfsregistry.sample.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hfsregistry.sample.Evenly;
import org.hfsregistry.sample.HospitalOutcomes;

/** A network of hospitals that do not exist, of very different sizes, with the flaws that real ones have. */
public final class SyntheticNetwork {

    /** How many treatments it has where nobody asks for another number. */
    public static final int TREATMENTS = 60_000;

    /** What is said wherever its numbers are shown. */
    public static final String BANNER = "SYNTHETIC: these hospitals and all their patients are made up.";

    /** With fewer there is no network. */
    public static final int FEWEST = 120;

    private static final int HOSPITALS = 40;
    /** Of a network with as many treatments as usual. */
    private static final int LARGEST = 5_000;

    private static final int SMALLEST = FEWEST / HOSPITALS;
    /** How fast the hospitals get smaller; nearly the one with which their sizes sum up to all treatments. */
    private static final double SKEW = 2.4;
    /** The hospital that gets what rounding left over. */
    private static final int MIDDLE = 20;

    private static final double USUAL_CURED = 0.88;
    /** The hospitals whose part of operations that free of spasm is another, by their place in the order of size. */
    private static final Map<Integer, Double> CURED_OTHERWISE = Map.of(1, 0.96, 5, 0.95, 3, 0.76, 8, 0.72);

    /** How many of the largest hospitals send wrong rows. */
    private static final int THAT_ERR = 8;

    private static final double LEAST_FOLLOWED = 0.45;
    private static final double MOST_FOLLOWED = 0.95;

    private SyntheticNetwork() {}

    /**
     * The hospitals; the sizes keep their proportions, and the smallest has 3 treatments always.
     *
     * @param treatments how many they have together, 120 at least
     */
    public static List<HospitalOutcomes> hospitals(int treatments) {
        if (treatments < FEWEST) {
            throw new IllegalArgumentException("a network has at least %d treatments".formatted(FEWEST));
        }
        List<Integer> sizes = sizes(treatments);
        List<HospitalOutcomes> hospitals = new ArrayList<>();
        for (int number = 0; number < HOSPITALS; number++) {
            int bySize = Evenly.place(number, HOSPITALS);
            double followed =
                    LEAST_FOLLOWED + (MOST_FOLLOWED - LEAST_FOLLOWED) * Evenly.place(bySize, HOSPITALS) / HOSPITALS;
            SyntheticHospital hospital = new SyntheticHospital(
                    number + 1,
                    sizes.get(bySize),
                    CURED_OTHERWISE.getOrDefault(bySize, USUAL_CURED),
                    followed,
                    bySize < THAT_ERR);
            hospitals.add(
                    new HospitalOutcomes(hospital.id(), hospital.wrongRows().size(), hospital::rows));
        }
        return hospitals;
    }

    private static List<Integer> sizes(int treatments) {
        double scale = (double) (treatments - FEWEST) / (TREATMENTS - FEWEST);
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < HOSPITALS; i++) {
            double smaller = Math.pow(1 - i / (HOSPITALS - 1.0), SKEW);
            sizes.add((int) (SMALLEST + (LARGEST - SMALLEST) * scale * smaller));
        }
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        sizes.set(MIDDLE, sizes.get(MIDDLE) + treatments - all);
        return sizes;
    }
}
