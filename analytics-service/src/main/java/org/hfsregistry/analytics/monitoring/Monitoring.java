package org.hfsregistry.analytics.monitoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.measure.Newest;
import org.hfsregistry.statistics.ConfidenceLevel;

/**
 * What a hospital is told of its own operations in their order. It exists so that the fit and the simulated limits are made
 * once for each state of the data.
 */
public final class Monitoring {
    private static final int MOST_HOSPITALS = 64;
    private static final int MOST_AUDIENCES = 2;
    private static final String ALL = "";

    private final Newest<String, List<Operation>> networks = new Newest<>(1);
    private final Newest<Integer, ExpectedRisk> risks = new Newest<>(MOST_AUDIENCES);
    private final Newest<Integer, Map<String, Object>> found = new Newest<>(MOST_AUDIENCES);
    private final Newest<ChartsKey, Charts> charts = new Newest<>(MOST_HOSPITALS);

    private record ChartsKey(String hospital, int k) {}

    /**
     * What may be told of the network.
     *
     * @param k how many people a shown number stands for
     * @param rate whether its rate may be told: what is expected gives it away
     */
    public record Telling(int k, boolean rate) {}

    /** Reads a hospital's operations, and what they are held against, under the lock that the cut is read in. */
    public Monitored scanned(Population.Cut cut, String hospital) {
        List<Operation> network = networks.get(cut.positions().ofDocuments(), ALL, () -> Monitored.network(cut));
        return Monitored.of(cut, hospital, network);
    }

    /** The fields of a hospital, for itself. */
    public Map<String, Object> hospital(Monitored monitored, String hospital, ConfidenceLevel level, Telling telling) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hospitalId", hospital);
        if (monitored.own().isEmpty()) {
            fields.put("status", "insufficient-data");
            return fields;
        }
        fields.put("n", monitored.own().size());
        fields.put("observed", Charts.failures(monitored.own()));
        if (telling.rate()) {
            fields.putAll(charts.get(
                            monitored.positions(),
                            new ChartsKey(hospital, telling.k()),
                            () -> new Charts(monitored.own(), risk(monitored, telling.k())))
                    .fields(level));
        } else {
            fields.put("suppressed", Charts.fieldNames());
        }
        return fields;
    }

    /** How risks are found, and how right they are for the network. */
    public Map<String, Object> network(Monitored monitored, Telling telling) {
        return telling.rate()
                ? found.get(monitored.positions(), telling.k(), () -> found(monitored, telling.k()))
                : Map.of("suppressed", List.of("risk", "calibration"));
    }

    private Map<String, Object> found(Monitored monitored, int k) {
        ExpectedRisk risk = risk(monitored, k);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("risk", risk.fields());
        NetworkCalibration.of(monitored.network(), risk, k)
                .ifPresentOrElse(
                        calibration -> fields.put("calibration", calibration),
                        () -> fields.put("suppressed", List.of("calibration")));
        return fields;
    }

    private ExpectedRisk risk(Monitored monitored, int k) {
        return risks.get(monitored.positions(), k, () -> ExpectedRisk.of(monitored.network(), k));
    }
}
