package org.hfsregistry.local.published;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.hfsregistry.sample.Evenly;

/**
 * Whole days of relief with a given mean, to the nearest day in their sum, and about a given standard deviation.
 *
 * @param days from the shortest to the longest
 */
record Reliefs(List<Integer> days) {

    static Reliefs of(int count, double mean, double standardDeviation) {
        double shape = Math.pow(mean / standardDeviation, 2);
        GammaDistribution gamma = GammaDistribution.of(shape, mean / shape);
        List<Integer> rounded = IntStream.range(0, count)
                .mapToObj(i -> (int) Math.round(gamma.inverseCumulativeProbability((i + 0.5) / count)))
                .toList();
        int missing = (int) (Math.round(mean * count)
                - rounded.stream().mapToInt(Integer::intValue).sum());
        int by = Integer.signum(missing);
        return new Reliefs(IntStream.range(0, count)
                .mapToObj(i -> rounded.get(i) + (Evenly.chosen(i, Math.abs(missing), count) ? by : 0))
                .toList());
    }
}
