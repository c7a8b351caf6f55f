package org.hfsregistry.analytics.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.inference.Latest;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.funnel.Funnel;
import org.hfsregistry.statistics.funnel.FunnelLimits;
import org.hfsregistry.statistics.funnel.FunnelPosition;
import org.hfsregistry.statistics.funnel.FunnelReading;
import org.hfsregistry.statistics.shrinkage.BetaBinomial;

/**
 * What hospitals' rates have in common: funnel and shrinkage. It exists to be made of counts that are shown and of nothing
 * else, since a parameter with fifteen digits gives away the counts it was fitted to.
 *
 * @param funnel where the network's rate is shown
 */
public record NetworkModel(Optional<Funnel> funnel, Optional<BetaBinomial> prior) {
    private static final int[] LIMITS_AT = {5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000};
    private static final String UNCERTAINTY = "The interval leaves out the uncertainty of alpha and beta.";
    private static final String NONE =
            "None: fewer than five hospitals, or rates that vary no more than by chance, so that no maximum is found.";

    /**
     * What it is made of: the shown units' counts, and whether these are the whole network.
     *
     * @param counts never changed
     */
    record Shown(List<Rate> counts, boolean whole) {}

    /** From the shown units' counts; the target only where these are the whole network. */
    static NetworkModel of(Shown shown) {
        int[] successes = shown.counts().stream().mapToInt(Rate::successes).toArray();
        int[] cases = shown.counts().stream().mapToInt(Rate::cases).toArray();
        return new NetworkModel(
                shown.whole() ? Funnel.of(successes, cases) : Optional.empty(), BetaBinomial.fit(successes, cases));
    }

    /** Those that were made last: most changes are of other treatments, and leave these counts as they are. */
    public static final class Kept {
        private static final int MOST = 16;

        private final Latest<Shown, NetworkModel> latest = new Latest<>(MOST);

        NetworkModel of(Shown shown) {
            return latest.get(shown, () -> NetworkModel.of(shown));
        }
    }

    Optional<Double> target() {
        return funnel.map(Funnel::target);
    }

    Optional<Map<String, Object>> dispersion() {
        return funnel.flatMap(Funnel::dispersion).map(dispersion -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("hospitals", dispersion.hospitals());
            fields.put("phi", dispersion.phi());
            fields.put("tauSquared", dispersion.tauSquared());
            return fields;
        });
    }

    Optional<List<Map<String, Object>>> limits() {
        return funnel.map(known -> Arrays.stream(LIMITS_AT)
                .mapToObj(known::limits)
                .map(NetworkModel::fields)
                .toList());
    }

    Map<String, Object> shrinkage() {
        Map<String, Object> fields = new LinkedHashMap<>();
        prior.ifPresent(known -> {
            fields.put("alpha", known.alpha());
            fields.put("beta", known.beta());
        });
        fields.put("note", prior.isPresent() ? UNCERTAINTY : NONE);
        return fields;
    }

    Optional<Double> shrunkenRate(int successes, int cases) {
        return prior.map(known -> known.rate(successes, cases));
    }

    Optional<Map<String, Object>> shrunkenInterval(int successes, int cases, ConfidenceLevel level) {
        return prior.map(known -> Fields.interval("beta-binomial", known.interval(successes, cases, level)));
    }

    /** Where a hospital stands; nowhere without cases. */
    Optional<FunnelReading> reading(Rate counts) {
        return funnel.filter(known -> counts.cases() > 0).map(known -> known.read(counts.successes(), counts.cases()));
    }

    /** Where a hospital stands, as fields. */
    static Map<String, Object> fields(FunnelReading reading) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", position(reading.position()));
        fields.put("pLower", reading.pLower());
        fields.put("pUpper", reading.pUpper());
        return fields;
    }

    /** Whether a hospital is flagged by what has not been there long enough: what is settled takes it less far out. */
    boolean isCoolingOff(Rate counts, Rate settled) {
        int out = reading(counts).map(NetworkModel::out).orElse(0);
        int settledOut = reading(settled).map(NetworkModel::out).orElse(0);
        return out != 0 && settledOut * Integer.signum(out) < Math.abs(out);
    }

    /** How far out of the funnel, below 0 where below. */
    private static int out(FunnelReading reading) {
        return switch (reading.position()) {
            case INSIDE -> 0;
            case ABOVE_95 -> 1;
            case BELOW_95 -> -1;
            case ABOVE_99_8 -> 2;
            case BELOW_99_8 -> -2;
        };
    }

    private static String position(FunnelPosition position) {
        return switch (position) {
            case INSIDE, ABOVE_95, BELOW_95 ->
                position.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case ABOVE_99_8 -> "above-99.8";
            case BELOW_99_8 -> "below-99.8";
        };
    }

    private static Map<String, Object> fields(FunnelLimits limits) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", limits.cases());
        fields.put("95", ends(limits.inner()));
        fields.put("99.8", ends(limits.outer()));
        return fields;
    }

    private static Map<String, Object> ends(Interval interval) {
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("lower", interval.lower());
        ends.put("upper", interval.upper());
        return ends;
    }
}
