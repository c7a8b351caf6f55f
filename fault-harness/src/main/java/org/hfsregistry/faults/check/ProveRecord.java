package org.hfsregistry.faults.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.local.http.LocalHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets the registry prove its whole record, as {@code ./registry verify} does. */
public final class ProveRecord {

    private ProveRecord() {}

    /** Every finding. */
    public static List<Violation> of(URI registry, String bearerOfStaff) {
        List<JsonNode> told = new ArrayList<>();
        LocalHttp.postForLines(
                registry.resolve("/v1/verification"),
                bearerOfStaff,
                "",
                line -> told.add(JsonMapper.shared().readTree(line)));
        List<Violation> violations = new ArrayList<>();
        told.stream()
                .filter(line -> line.has("finding"))
                .map(line -> line.path("finding"))
                .forEach(finding -> violations.add(new Violation(
                        What.NOT_PROVED, finding.path("hospitalId").asString("nobody"), finding.toString())));
        if (told.isEmpty() || !told.getLast().has("summary")) {
            violations.add(new Violation(What.NOT_PROVED, "all", "it was broken off: " + told));
        }
        return violations;
    }
}
