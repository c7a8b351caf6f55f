package org.hfsregistry.analytics.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.hfsregistry.statistics.casemix.Calibration;
import org.hfsregistry.statistics.casemix.CalibrationGroup;

/**
 * Whether the expected risks are right for the network: failures beside those expected, by rising risk. It exists apart from a
 * hospital's own, since these operations are mostly others': shares are told in steps that are k operations or more of
 * each group, so that no count follows.
 */
final class NetworkCalibration {
    private static final int GROUPS = 5;
    private static final double[] STEPS = {0.01, 0.02, 0.05};

    private NetworkCalibration() {}

    /** The fields; none where steps would be too coarse to say anything. */
    static Optional<Map<String, Object>> of(List<Operation> network, ExpectedRisk risk, int k) {
        double[] risks = network.stream().mapToDouble(risk::of).toArray();
        boolean[] failed = new boolean[risks.length];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = network.get(i).failed();
        }
        List<CalibrationGroup> groups = Calibration.byRisk(risks, failed, GROUPS);
        int smallest = groups.stream().mapToInt(CalibrationGroup::cases).min().orElse(0);
        OptionalDouble step =
                DoubleStream.of(STEPS).filter(each -> each * smallest >= k).findFirst();
        return step.stream().mapToObj(each -> fields(groups, each)).findFirst();
    }

    private static Map<String, Object> fields(List<CalibrationGroup> groups, double step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("step", step);
        fields.put(
                "groups",
                groups.stream()
                        .map(group -> Map.of(
                                "observed", rounded((double) group.counts().observed() / group.cases(), step),
                                "expected", rounded(group.counts().expected() / group.cases(), step)))
                        .toList());
        return fields;
    }

    /** To the nearest step, without the digits that a product of doubles has too many. */
    private static double rounded(double share, double step) {
        long hundredths = Math.round(share / step) * Math.round(step * 100);
        return hundredths / 100.0;
    }
}
