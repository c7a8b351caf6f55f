package org.hfsregistry.analytics.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.casemix.Calibration;
import org.hfsregistry.statistics.casemix.ObservedExpected;
import org.hfsregistry.statistics.monitoring.ControlLimit;
import org.hfsregistry.statistics.monitoring.FalseAlarms;
import org.hfsregistry.statistics.monitoring.RiskAdjustedCusum;
import org.hfsregistry.statistics.monitoring.Vlad;

/**
 * Operations in their order with their risks, as charts and as one ratio. It exists so that all of them are of the same
 * risks. After a signal the CUSUM begins anew with the operation that follows.
 */
final class Charts {
    private static final RiskAdjustedCusum TWICE_THE_ODDS = new RiskAdjustedCusum(2);
    private static final FalseAlarms FALSE_ALARMS = new FalseAlarms(100, 0.05, 20_000, 1);
    private static final int CALIBRATION_GROUPS = 5;

    private final List<Operation> operations;
    private final double[] risks;
    private final boolean[] failed;
    private final ControlLimit limit;
    private final double[] cusum;
    private final List<Integer> signals = new ArrayList<>();

    /** At least one operation, in their order. */
    Charts(List<Operation> operations, ExpectedRisk risk) {
        this.operations = operations;
        this.risks = operations.stream().mapToDouble(risk::of).toArray();
        this.failed = new boolean[risks.length];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = operations.get(i).failed();
        }
        this.limit = FALSE_ALARMS.limit(TWICE_THE_ODDS, risks);
        this.cusum = new double[risks.length];
        int from = 0;
        while (from < risks.length) {
            double[] path = TWICE_THE_ODDS.path(
                    Arrays.copyOfRange(risks, from, risks.length), Arrays.copyOfRange(failed, from, failed.length));
            System.arraycopy(path, 0, cusum, from, path.length);
            OptionalInt signal = RiskAdjustedCusum.firstSignal(path, limit.value());
            if (signal.isEmpty()) {
                break;
            }
            signals.add(from + signal.getAsInt());
            from += signal.getAsInt() + 1;
        }
    }

    /** The charts and the ratio as fields. */
    Map<String, Object> fields(ConfidenceLevel level) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ObservedExpected ratio =
                new ObservedExpected(failures(operations), Arrays.stream(risks).sum());
        fields.put("expected", ratio.expected());
        ratio.ratio().ifPresent(value -> fields.put("ratio", value));
        ratio.interval(level).ifPresent(interval -> fields.put("interval", ends("exact-poisson", interval)));
        fields.put("shrunkenRatio", ratio.shrunkenRatio());
        fields.put("shrunkenInterval", ends("gamma", ratio.shrunkenInterval(level)));
        fields.put("calibration", calibration());
        fields.put("limit", limit());
        fields.put("signals", signals.stream().map(this::point).toList());
        fields.put("series", series());
        return fields;
    }

    static int failures(List<Operation> operations) {
        return (int) operations.stream().filter(Operation::failed).count();
    }

    private List<Map<String, Object>> calibration() {
        return Calibration.byRisk(risks, failed, CALIBRATION_GROUPS).stream()
                .map(group -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("cases", group.cases());
                    fields.put("observed", group.counts().observed());
                    fields.put("expected", group.counts().expected());
                    return fields;
                })
                .toList();
    }

    private Map<String, Object> limit() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("oddsRatio", TWICE_THE_ODDS.oddsRatio());
        fields.put("value", limit.value());
        fields.put("lower", limit.range().lower());
        fields.put("upper", limit.range().upper());
        fields.put("operations", FALSE_ALARMS.operations());
        fields.put("falseAlarmRate", limit.falseAlarmRate());
        fields.put("standardError", limit.standardError());
        return fields;
    }

    private Map<String, Object> point(int place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", place + 1);
        fields.put(
                "treatedOn",
                LocalDate.ofEpochDay(operations.get(place).treatedOn()).toString());
        fields.put("cusum", cusum[place]);
        return fields;
    }

    private List<Map<String, Object>> series() {
        double[] vlad = Vlad.of(risks, failed);
        List<Map<String, Object>> series = new ArrayList<>();
        for (int place = 0; place < risks.length; place++) {
            Map<String, Object> fields = point(place);
            fields.put("vlad", vlad[place]);
            fields.put("failed", failed[place]);
            fields.put("risk", risks[place]);
            series.add(fields);
        }
        return series;
    }

    private static Map<String, Object> ends(String method, Interval interval) {
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("method", method);
        ends.put("lower", interval.lower());
        ends.put("upper", interval.upper());
        return ends;
    }

    /** What is absent where no risk may be told. */
    static List<String> fieldNames() {
        return List.of(
                "expected",
                "ratio",
                "interval",
                "shrunkenRatio",
                "shrunkenInterval",
                "calibration",
                "limit",
                "signals",
                "series");
    }
}
