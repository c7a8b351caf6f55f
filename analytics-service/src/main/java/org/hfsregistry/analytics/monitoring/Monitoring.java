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
    private static final String ALL = "";

    private final Newest<String, List<Operation>> networks = new Newest<>(1);
    private final Newest<String, ExpectedRisk> risks = new Newest<>(1);
    private final Newest<String, Charts> charts = new Newest<>(MOST_HOSPITALS);

    /** Reads a hospital's operations, and what they are held against, under the lock that the cut is read in. */
    public Monitored scanned(Population.Cut cut, String hospital) {
        List<Operation> network = networks.get(cut.positions().ofDocuments(), ALL, () -> Monitored.network(cut));
        return Monitored.of(cut, hospital, network);
    }

    /**
     * The fields of a hospital, for itself.
     *
     * @param told whether the network's rate may be told: what is expected gives it away
     */
    public Map<String, Object> hospital(Monitored monitored, String hospital, ConfidenceLevel level, boolean told) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hospitalId", hospital);
        if (monitored.own().isEmpty()) {
            fields.put("status", "insufficient-data");
            return fields;
        }
        fields.put("n", monitored.own().size());
        fields.put("observed", Charts.failures(monitored.own()));
        if (told) {
            fields.putAll(
                    charts.get(monitored.positions(), hospital, () -> new Charts(monitored.own(), risk(monitored)))
                            .fields(level));
        } else {
            fields.put("suppressed", Charts.fieldNames());
        }
        return fields;
    }

    /** How risks are found. */
    public Map<String, Object> network(Monitored monitored, boolean told) {
        return told ? Map.of("risk", risk(monitored).fields()) : Map.of("suppressed", List.of("risk"));
    }

    private ExpectedRisk risk(Monitored monitored) {
        return risks.get(monitored.positions(), ALL, () -> ExpectedRisk.of(monitored.network()));
    }
}
