package org.hfsregistry.faults.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.local.http.LocalHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds how a hospital's numbers differ from those that its rows give by the definitions, and from those of another hospital that
 * submitted the same rows in calm.
 */
public final class CompareNumbers {

    private static final String SUCCESS = "mvd-success";
    private static final String RELIEF = "botox-relief";
    private static final String WAY_TO_OPERATION = "botox-to-mvd";
    private static final List<String> STATISTICS =
            List.of(SUCCESS, "mvd-recurrence", "mvd-time-to-relief", RELIEF, WAY_TO_OPERATION, "reinjection-interval");

    private CompareNumbers() {}

    /** All that analytics tells a hospital of itself but its name, by statistic. */
    public static Map<String, JsonNode> told(URI analytics, String hospital, String bearer) {
        Map<String, JsonNode> told = new LinkedHashMap<>();
        for (String statistic : STATISTICS) {
            JsonNode groups = LocalHttp.get(
                            analytics.resolve("/v1/statistics/%s?hospital=%s".formatted(statistic, hospital)), bearer)
                    .json()
                    .path("groups");
            ObjectNode group = (ObjectNode) groups.path(0);
            group.remove("hospitalId");
            told.put(statistic, group);
        }
        return told;
    }

    /** Every difference from the rows. */
    public static List<Violation> withTheRows(String hospital, ExpectedRecord expected, Map<String, JsonNode> told) {
        Numbers reckoned = Numbers.of(expected);
        Numbers found = Numbers.told(group(told, SUCCESS), group(told, RELIEF), group(told, WAY_TO_OPERATION));
        return reckoned.equals(found)
                ? List.of()
                : List.of(new Violation(
                        What.OTHER_NUMBER, hospital, "%s by the rows, %s by analytics".formatted(reckoned, found)));
    }

    /** Every difference from the calm. */
    public static List<Violation> withTheCalm(
            String hospital, Map<String, JsonNode> told, Map<String, JsonNode> toldTheCalm) {
        List<Violation> violations = new ArrayList<>();
        told.forEach((statistic, group) -> {
            if (!group.equals(group(toldTheCalm, statistic))) {
                violations.add(new Violation(
                        What.OTHER_NUMBER,
                        hospital,
                        "%s is %s, and in calm %s".formatted(statistic, group, group(toldTheCalm, statistic))));
            }
        });
        return violations;
    }

    private static JsonNode group(Map<String, JsonNode> told, String statistic) {
        JsonNode group = told.get(statistic);
        if (group == null || group.isEmpty()) {
            throw new IllegalStateException("analytics tells nothing of " + statistic);
        }
        return group;
    }
}
